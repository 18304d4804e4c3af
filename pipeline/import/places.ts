import { nearest } from '../errors.ts';
import type { Row } from '../ingest/read-table.ts';

export type PlaceTables = Readonly<{ scopes: readonly Row[]; provinces: readonly Row[]; cities: readonly Row[] }>;
type Place = Readonly<{ code: string; level: 'provincial' | 'municipal' | 'other' }>;

/** Names as they are compared: without width, case, spaces, and an English word for the kind of unit. */
const key = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+(province|municipality|autonomous region|prefecture|city)$/, '')
    .replace(/[\s"“”]/g, '');

/** Finds scopes, provinces and cities by code, by name in either language, full or short, and by alias. */
export class Places {
  readonly #byName = new Map<string, Place[]>();
  readonly #names: string[] = [];

  constructor({ scopes, provinces, cities }: PlaceTables) {
    const names = ['name_en', 'name_zh', 'short_en', 'short_zh'];
    const add = (row: Row, code: string, level: Place['level'], columns: readonly string[]) => {
      for (const name of [code, ...columns.map((column) => row.text(column)), ...row.list('aliases')]) {
        const places = this.#byName.get(key(name)) ?? [];
        // A municipality stands in both tables under one code.
        if (name === '' || places.some((place) => place.code === code)) continue;
        this.#byName.set(key(name), [...places, { code, level }]);
        this.#names.push(name);
      }
    };
    for (const row of scopes) add(row, row.text('id'), 'other', names.slice(0, 2));
    for (const row of provinces) add(row, row.text('code'), 'provincial', names);
    for (const row of cities) add(row, row.text('code'), 'municipal', names);
  }

  /**
   * The code a name stands for. A name of two places (吉林, the province and the city) is settled by the level of the
   * record; else, and when nothing has the name, the fault in words with what to do.
   */
  resolve(name: string, level: string): string | Readonly<{ what: string; remedy: string }> {
    const places = this.#byName.get(key(name)) ?? [];
    const [first] = places.length > 1 ? places.filter((place) => place.level === level) : places;
    if (first) return first.code;
    if (places.length > 0) {
      const codes = places.map(({ code }) => code).join(' and ');
      return { what: `stands for ${codes}`, remedy: 'Write the code, or correct the level.' };
    }
    return {
      what: 'is no scope, province or city',
      remedy: `Write a code or a name of scopes.csv, provinces.csv or cities.csv; the nearest are ${nearest(name, this.#names).join(', ')}.`,
    };
  }
}
