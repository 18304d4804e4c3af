import { POLLUTANTS } from '../../types.ts';
import { decode } from '../decode.ts';

/** The first three columns of every file of the network's hourly release. */
export const LEAD = 'date,hour,type,';

/** The rows of an hour that are read, in the order of POLLUTANTS, by the name the files give them. */
const READ: Readonly<Record<(typeof POLLUTANTS)[number], string>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  so2: 'SO2',
  no2: 'NO2',
  co: 'CO',
  o3: 'O3',
};
/** Rows that are known and not read: they are made from the others. */
const KNOWN = 'AQI PM2.5_24h PM10_24h SO2_24h NO2_24h O3_24h O3_8h O3_8h_24h CO_24h'.split(' ');

/** The names of rows, and the index of each one's pollutant in POLLUTANTS; -1 for a row that is not read. */
const ITEMS: readonly Readonly<{ name: string; item: number }>[] = [
  ...POLLUTANTS.map((pollutant, item) => ({ name: READ[pollutant], item })),
  ...KNOWN.map((name) => ({ name, item: -1 })),
];
const LONGEST = Math.max(...ITEMS.map(({ name }) => name.length));
/** The same by length: there are a hundred thousand rows, and a string for each would be waste. */
const BY_LENGTH = Array.from({ length: LONGEST + 1 }, (_, length) =>
  ITEMS.filter(({ name }) => name.length === length).map(({ name, item }) => ({ bytes: Buffer.from(name), item })),
);

/** The pollutant of the row whose type stands in these bytes; -1 for a row that is not read, null for an unknown type. */
export function itemAt(bytes: Uint8Array, from: number, to: number): number | null {
  for (const { bytes: name, item } of BY_LENGTH[to - from] ?? []) {
    let i = 0;
    while (i < name.length && name[i] === bytes[from + i]) i += 1;
    if (i === name.length) return item;
  }
  return null;
}

/**
 * The columns of all files of an archive, each with a place of its own, because files come with different columns. Place 0
 * is nobody's: values of columns that do not count go there.
 */
export class Columns {
  readonly names: string[] = [''];
  readonly #places = new Map<string, number>();

  /** @param names columns that have their places already, in their order */
  constructor(names: readonly string[] = []) {
    for (const name of names) this.place(name);
  }

  place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.names.length;
    this.names.push(name);
    this.#places.set(name, place);
    return place;
  }

  get size(): number {
    return this.names.length;
  }
}

/** What a header says. */
export type Layout = Readonly<{
  header: string;
  /** For each column after the first three, its place in Columns. */
  places: Int32Array;
  /** The names in the header, in its order, each once. */
  names: readonly string[];
  /** Columns left out because they stand there twice: `1001A` again, or as pandas marks it, `1001A.1`. */
  duplicates: readonly string[];
}>;

/** @param header the first line's bytes, without the line end */
export function readLayout(header: Uint8Array, columns: Columns): Layout {
  const text = decodeHeader(header);
  const cells = text.slice(LEAD.length).split(',');
  const names = new Set<string>();
  const duplicates: string[] = [];
  const places = Int32Array.from(cells, (cell) => {
    const name = cell.trim();
    const original = /^(.+)\.\d+$/.exec(name)?.[1];
    if (name === '' || names.has(name) || (original && names.has(original))) {
      duplicates.push(name);
      return 0;
    }
    names.add(name);
    return columns.place(name);
  });
  return { header: text, places, names: [...names], duplicates };
}

/** One bad byte in a header costs one column: only a header of which most names are no UTF-8 is in the other encoding. */
function decodeHeader(header: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(header);
  const cells = text.split(',');
  return cells.filter((cell) => cell.includes('\uFFFD')).length * 2 > cells.length ? decode(header) : text;
}
