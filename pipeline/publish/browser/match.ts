/** What a reader asks of the register; '' stands for anything. `area` is a region or province, `year` the year of issue. */
export type Query = Readonly<{ q: string; level: string; area: string; sector: string; year: string }>;

/** A record as its row gives it; `text` is folded. */
export type Entry = Readonly<{
  level: string;
  areas: readonly string[];
  sectors: readonly string[];
  year: string;
  text: string;
}>;

export const EMPTY: Query = { q: '', level: '', area: '', sector: '', year: '' };
const KEYS = ['q', 'level', 'area', 'sector', 'year'] as const;
const HASH = '#register?';

/** Text as it is compared: without case, full-width forms as plain ones, any run of spaces as one. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether a record has every word asked for, and is of the level, area, sector and year. */
export function matches(entry: Entry, { q, level, area, sector, year }: Query): boolean {
  const words = fold(q).split(' ');
  return (
    (level === '' || entry.level === level) &&
    (area === '' || entry.areas.includes(area)) &&
    (sector === '' || entry.sectors.includes(sector)) &&
    (year === '' || entry.year === year) &&
    words.every((word) => entry.text.includes(word))
  );
}

export const isEmpty = (query: Query): boolean => KEYS.every((key) => query[key].trim() === '');

/** The part of an address that brings a filter back: `#register?level=provincial&area=130000`. */
export function hashOf(query: Query): string {
  const asked = KEYS.filter((key) => query[key].trim() !== '');
  return HASH + new URLSearchParams(asked.map((key) => [key, query[key].trim()])).toString();
}

/** The filter that an address asks for; null where it asks for none. */
export function queryOf(hash: string): Query | null {
  if (!hash.startsWith(HASH)) return null;
  const asked = new URLSearchParams(hash.slice(HASH.length));
  const of = (key: keyof Query) => asked.get(key) ?? '';
  return { q: of('q'), level: of('level'), area: of('area'), sector: of('sector'), year: of('year') };
}
