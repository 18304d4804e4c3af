import { provinceOf } from '../assess/register.ts';
import { sinceOf } from '../assess/register-status.ts';
import { distinct } from '../assess/values.ts';
import { yearOf } from '../dates.ts';
import { scopeNames } from '../facts/table.ts';
import { recordsToDate } from '../narrate/register-rows.ts';
import type { Strings } from '../narrate/strings.ts';
import { escapeHtml } from '../narrate/typography.ts';
import {
  type Data,
  type Edition,
  type Language,
  otherLanguage,
  POLICY_LEVELS,
  type Policy,
  SECTORS,
} from '../types.ts';

type RegisterParts = Readonly<{ data: Data; edition: Edition; strings: Strings; language: Language }>;

type Option = Readonly<{ value: string; name: string }>;

const optionsHtml = (options: readonly Option[]): string =>
  options.map(({ value, name }) => `<option value="${escapeHtml(value)}">${escapeHtml(name)}</option>`).join('');

/**
 * What the search asks of a row: `data-level`, `data-area` (region, or city and province), `data-sectors`, `data-year` (of issue or,
 * where only that is known, of effect) and `data-other`, its words in the other language.
 */
function attributesOf(policy: Policy, { data, language }: RegisterParts): string {
  const other = otherLanguage(language);
  const place = scopeNames(data).get(policy.jurisdiction)?.[other] ?? '';
  const attributes = {
    level: policy.level,
    area: distinct([policy.jurisdiction, provinceOf(policy) ?? policy.jurisdiction]).join(' '),
    sectors: policy.sectors.join(' '),
    year: String(yearOf(sinceOf(policy))),
    other: [policy.title[other], policy.issuer[other], place].filter(Boolean).join(' '),
  };
  return Object.entries(attributes)
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
}

/** The form over the register; hidden until the script of the page shows it, since it does nothing without. */
function formHtml(records: readonly Policy[], { data, strings, language }: RegisterParts): string {
  const names = scopeNames(data);
  const held = new Set(records.flatMap((policy) => [policy.jurisdiction, provinceOf(policy) ?? '']));
  const area = ({ id }: { id: string }): Option[] =>
    held.has(id) ? [{ value: id, name: names.get(id)?.[language] ?? id }] : [];
  const regions = data.scopes.filter(({ kind }) => kind === 'region').flatMap(area);
  const provinces = data.provinces.flatMap(({ code }) => area({ id: code }));
  const years = distinct(records.map((policy) => String(yearOf(sinceOf(policy))))).sort();
  const group = (key: string, options: readonly Option[]) =>
    options.length ? `<optgroup label="${escapeHtml(strings.get(key))}">${optionsHtml(options)}</optgroup>` : '';
  const select = (name: string, key: string, options: string) =>
    `<label>${escapeHtml(strings.get(key))} <select name="${name}"><option value="">${escapeHtml(strings.get('web.all'))}</option>${options}</select></label>`;
  return [
    `<form class="register-search" role="search" aria-label="${escapeHtml(strings.get('web.search'))}" autocomplete="off" hidden>`,
    `<label class="words">${escapeHtml(strings.get('web.words'))} <input type="search" name="q" aria-controls="tab-policies-all"></label>`,
    select(
      'level',
      'column.level',
      optionsHtml(
        POLICY_LEVELS.filter((level) => records.some((policy) => policy.level === level)).map((value) => ({
          value,
          name: strings.get(`level.${value}`),
        })),
      ),
    ),
    select('area', 'web.area', group('web.regions', regions) + group('web.provinces', provinces)),
    select(
      'sector',
      'column.sector',
      optionsHtml(
        SECTORS.filter((sector) => records.some(({ sectors }) => sectors.includes(sector))).map((value) => ({
          value,
          name: strings.get(`sector.${value}`),
        })),
      ),
    ),
    select('year', 'web.year', optionsHtml(years.map((value) => ({ value, name: value })))),
    `<button type="reset">${escapeHtml(strings.get('web.clear'))}</button>`,
    `<output aria-live="polite" data-count="${escapeHtml(strings.get('web.count'))}"></output>`,
    `</form>`,
  ].join('\n');
}

/** The page with a form before the register and on each of its rows what the form asks for; unchanged where it has none. */
export function withRegisterSearch(html: string, parts: RegisterParts): string {
  const records = recordsToDate(parts);
  const byId = new Map(records.map((policy) => [policy.id, policy]));
  return html
    .replace(/<tr id="policy-([^"]+)"/g, (row, id: string) => {
      const policy = byId.get(id);
      return policy ? row + attributesOf(policy, parts) : row;
    })
    .replace(/(?=<table [^>]*id="tab-policies-all")/, () => `${formHtml(records, parts)}\n`);
}
