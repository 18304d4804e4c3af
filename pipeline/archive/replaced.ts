import type { Finding } from '../types.ts';
import type { AirTables } from './air-tables.ts';
import type { Groups } from './files.ts';
import { sourceOf } from './finding.ts';
import { type TableLine, yearOfLine } from './table-line.ts';

/** First and last year. */
export type Years = Readonly<{ from: number; to: number }>;

/** Which rows and findings a run takes the place of: those of its archives, in its years. */
export type Replaced = Readonly<{
  line: (line: TableLine) => boolean;
  finding: (finding: Finding) => boolean;
}>;

export function replacedBy(groups: Groups['groups'], { from, to }: Years): Replaced {
  // Method and source are a line's last cells.
  const ends = [...groups.keys()].map(({ id, source }) => `,${id},${source}`);
  const sources = new Set([...groups.keys()].map(({ source }) => source));
  const inYears = (year: number) => year >= from && year <= to;
  return {
    line: (line) => ends.some((end) => line.endsWith(end)) && inYears(yearOfLine(line)),
    finding: (finding) => {
      const year = yearOf(finding);
      return sources.has(sourceOf(finding)) && (year === null || inYears(year));
    },
  };
}

/** First and last year that the archives gave. */
export function spanOf(made: readonly AirTables[]): Years {
  let span = { from: 9999, to: 0 };
  for (const run of made.flatMap((each) => each.years)) {
    for (const line of run) {
      const year = yearOfLine(line);
      span = { from: Math.min(span.from, year), to: Math.max(span.to, year) };
    }
  }
  return span;
}

/** The year a finding is about, where its file tells: hourly archives have a file a day. */
function yearOf({ file }: Finding): number | null {
  const [, year] = /\/.*?(20\d\d)/.exec(file) ?? [];
  return year ? Number(year) : null;
}

/** Findings in the order of files and rows. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.message < b.message ? -1 : 1);
}
