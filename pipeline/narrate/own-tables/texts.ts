import type { Bilingual, Language } from '../../types.ts';
import type { Text } from '../strings.ts';
import { type OwnTable, placeOf } from './read.ts';

/** Titles, heads and notes of own tables as strings, by the keys under which tables look for them. */
export type Texts = ReadonlyMap<string, Text>;

/** Key of a head, without `column.`: those of columns and of the first one are column heads, those of rows stand alone. */
export const headKey = (id: string, part: 'head' | 'column' | 'row', at: number): string =>
  part === 'row' ? `own.${id}.row.${at}` : `own.${id}.${part}.${at}`;

/** Key of a note, without `note.`: one of strings.ts as it is, one written in the table under a key of its own. */
export const keyOf = (id: string, note: string | Bilingual, at: number): string =>
  typeof note === 'string' ? note : `own.${id}.${at}`;

/** All texts of a table in one language. */
export function textsOf(table: OwnTable, language: Language): Texts {
  const { id, spec } = table;
  const texts = new Map<string, Text>();
  const put = (key: string, text: Bilingual | undefined, ...at: readonly PropertyKey[]) => {
    if (text) texts.set(key, { text: text[language], ...placeOf(table, ...at, language) });
  };
  put(`table.${id}`, spec.title, 'title');
  put(`column.${headKey(id, 'head', 0)}`, spec.head ?? { en: ' ', zh: ' ' }, 'head');
  for (const [at, note] of spec.notes.entries()) {
    if (typeof note !== 'string') put(`note.${keyOf(id, note, at)}`, note, 'notes', at);
  }
  if (!('rows' in spec)) return texts;
  for (const [at, column] of spec.columns.entries()) {
    put(`column.${headKey(id, 'column', at)}`, column.head, 'columns', at, 'head');
  }
  for (const [at, row] of (typeof spec.rows === 'string' ? [] : spec.rows).entries()) {
    if (typeof row !== 'string') put(headKey(id, 'row', at), row.head, 'rows', at, 'head');
  }
  return texts;
}
