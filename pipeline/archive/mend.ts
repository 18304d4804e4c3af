import { mergeLines } from './merge.ts';
import type { Run } from './spool.ts';
import type { LineTable, TableLine } from './table-line.ts';

/** A table as its bytes, and how many lines it has besides the header. */
export type Mended = Readonly<{ bytes: Buffer; count: number }>;

/**
 * Lines that are made anew: how they begin (`110000,2019,`; the last character is a comma), and which of those that begin so
 * they are, by subject and statistic (`pm25,annual-mean`). The others stay.
 */
export type Parts = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A table in which only the lines of some parts are merged anew; the bytes between them are taken over as they are. The same
 * bytes as merging all of it gives, where the lines of the other parts would be what they were.
 *
 * @param old the table as an earlier run left it: the header, then lines in their order
 * @param fresh the lines of the parts, in order
 * @param isReplaced whether a line of the table is of the archives and years that are made anew
 */
export function mend(
  table: LineTable,
  { bytes, count: countBefore }: Mended,
  parts: Parts,
  fresh: Run,
  isReplaced: (line: TableLine) => boolean,
): Mended {
  const kept: Buffer[] = [];
  const lines = fresh[Symbol.iterator]();
  let next = lines.next();
  let at = 0;
  let count = countBefore;
  const first = bytes.indexOf(LF) + 1;
  for (const part of [...parts.keys()].sort()) {
    const from = placeOf(bytes, Math.max(at, first), part);
    // What begins like the part has a comma where this has the character after it.
    const to = placeOf(bytes, from, `${part.slice(0, -1)}-`);
    const kinds = parts.get(part);
    const own: TableLine[] = [];
    for (; !next.done && next.value.startsWith(part); next = lines.next()) own.push(next.value);
    const before = bytes.toString('latin1', from, to).split('\n').slice(0, -1);
    const merged = [
      ...mergeLines(table, [before.filter((line) => !isReplaced(line) || !kinds?.has(kindOf(line))), own]),
    ];
    kept.push(bytes.subarray(at, from), Buffer.from(merged.map((line) => `${line}\n`).join(''), 'latin1'));
    count += merged.length - before.length;
    at = to;
  }
  if (!next.done) throw new Error(`${table.file}: “${next.value}” belongs to none of the parts that are mended`);
  return { bytes: Buffer.concat([...kept, bytes.subarray(at)]), count };
}

/** Third and fourth cell of a line: subject and statistic. */
function kindOf(line: TableLine): string {
  const from = line.indexOf(',', line.indexOf(',') + 1) + 1;
  return line.slice(from, line.indexOf(',', line.indexOf(',', from) + 1));
}

const LF = 10;

/** Where the first line begins that is not before a text; `from` begins a line, and all lines before it are before the text. */
function placeOf(bytes: Buffer, from: number, text: string): number {
  const wanted = Buffer.from(text, 'latin1');
  let low = from;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = Math.max(low, bytes.lastIndexOf(LF, middle - 1) + 1);
    if (bytes.compare(wanted, 0, wanted.length, line, Math.min(line + wanted.length, bytes.length)) >= 0) {
      high = line;
    } else {
      const end = bytes.indexOf(LF, middle);
      low = end < 0 ? bytes.length : end + 1;
    }
  }
  return low;
}
