/** Runs in the web page: shows the form over the register and hides the rows that it does not ask for. */
import { EMPTY, type Entry, fold, hashOf, isEmpty, matches, type Query, queryOf } from './match.ts';

/** After the last key, before rows are hidden and the count is read out. */
const PAUSE_MS = 150;

const entryOf = (row: HTMLElement): Entry => ({
  level: row.dataset.level ?? '',
  areas: (row.dataset.area ?? '').split(' '),
  sectors: (row.dataset.sectors ?? '').split(' '),
  year: row.dataset.year ?? '',
  text: fold(`${row.textContent} ${row.dataset.other ?? ''}`),
});

function start(form: HTMLFormElement, table: HTMLTableElement, count: HTMLElement): void {
  const records = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-level]')].map((row) => ({
    row,
    entry: entryOf(row),
  }));
  const groups = [...table.querySelectorAll<HTMLTableRowElement>('tr.group')];
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];

  const asked = (): Query => ({ ...EMPTY, ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) });

  function show(query: Query): void {
    let group: HTMLTableRowElement | undefined;
    const filled = new Set<HTMLTableRowElement>();
    const shown = records.filter(({ row, entry }) => {
      row.hidden = !matches(entry, query);
      return !row.hidden;
    });
    for (const row of table.rows) {
      if (groups.includes(row)) group = row;
      else if (group && row.dataset.level && !row.hidden) filled.add(group);
    }
    for (const row of groups) row.hidden = !filled.has(row);
    count.textContent = (count.dataset.count ?? '')
      .replace('{shown}', String(shown.length))
      .replace('{all}', String(records.length));
  }

  /** Sets the fields; what a select does not offer becomes "all". */
  function fill(query: Query): void {
    for (const field of fields) {
      field.value = query[field.name as keyof Query] ?? '';
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    show(asked());
  }

  function remember(): void {
    const query = asked();
    if (isEmpty(query) && !queryOf(location.hash)) return;
    history.replaceState(null, '', isEmpty(query) ? `#${table.id}` : hashOf(query));
  }

  function update(): void {
    show(asked());
    remember();
  }

  /** An address may ask for a filter, or for a record that the filter hides. */
  function follow(): void {
    const query = queryOf(location.hash);
    if (query) {
      fill(query);
      form.scrollIntoView();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLTableRowElement && target.hidden) {
      fill(EMPTY);
      target.scrollIntoView();
    }
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    update();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    fill(EMPTY);
    remember();
    fields[0]?.focus();
  });
  addEventListener('hashchange', follow);

  // A page that is gone back to keeps what was typed.
  form.hidden = false;
  show(asked());
  follow();
}

const form = document.querySelector<HTMLFormElement>('form.register-search');
const table = document.querySelector<HTMLTableElement>('table.register');
const count = form?.querySelector<HTMLElement>('output');
if (form && table && count) start(form, table, count);
