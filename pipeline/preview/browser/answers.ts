import type { Language } from '../../types.ts';
import type { ClaimAnswer, FactAnswer } from '../messages.ts';
import { copy, make } from './dom.ts';
import { type Word, word } from './words.ts';

/** A line of a card: what it is, and what stands there; left out where that is nothing. */
type Row = readonly [Word, readonly (Node | string)[]];

const lines = (items: readonly string[]): Node[] => items.flatMap((item) => [make('span', {}, item), make('br')]);

const equal = (id: string, value: string | null): string => (value ? `${id} = ${value}` : id);

function list(rows: readonly Row[], language: Language): HTMLElement {
  const shown = rows.filter(([, inside]) => inside.length > 0);
  const items = shown.flatMap(([key, inside]) => [make('dt', {}, word(key, language)), make('dd', {}, ...inside)]);
  return make('dl', {}, ...items);
}

/** What a claim asserts, of which facts, and where it is written. */
export function claimNodes({ kind, words, place, facts }: ClaimAnswer, language: Language): Node[] {
  const rows: Row[] = [
    ['kind', [kind]],
    ['inputs', lines(facts.map(({ id, value }) => equal(id, value)))],
    ['place', [place]],
  ];
  return [make('h2', {}, `${word('claim', language)}: “${words}”`), list(rows, language)];
}

/** What a fact is, with a button that copies how a template names it. */
export function factNodes(fact: FactAnswer, language: Language): (Node | string)[] {
  const expression = `{{fact "${fact.id}"}}`;
  const button = make('button', { type: 'button' }, word('copy', language));
  button.addEventListener('click', async () => {
    if (await copy(expression)) button.textContent = word('copied', language);
  });
  const more = fact.more > 0 ? [word('more', language).replace('{}', String(fact.more))] : [];
  const rows: Row[] = [
    ['value', fact.value === '' ? [] : [`${fact.value} ${fact.unit}`]],
    ['reason', fact.reason ? [fact.reason] : []],
    ['basis', fact.basis ? [fact.basis] : []],
    ['cities', fact.n === null ? [] : [`${fact.n}${fact.of === null ? '' : ` / ${fact.of}`}`]],
    ['method', [fact.method]],
    ['inputs', lines([...fact.inputs.map(({ id, printed }) => equal(id, printed)), ...more])],
    ['sources', lines(fact.sources.map(({ title, where }) => (where ? `${title} (${where})` : title)))],
    ['notes', lines(fact.notes)],
  ];
  return [
    make('h2', {}, fact.name),
    make('div', { class: 'big' }, fact.printed),
    list(rows, language),
    make('code', {}, expression),
    ' ',
    button,
  ];
}
