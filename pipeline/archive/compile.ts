import type { Finding } from '../types.ts';
import type { Adapter, ReadContext, StoredSeries } from './adapter.ts';
import type { AirTables } from './air-tables.ts';
import { reporter } from './finding.ts';
import { monthKinds, monthStatistics } from './months.ts';
import { Blocks, type Run, type Spool } from './spool.ts';
import { yearKinds, yearStatistics } from './statistics.ts';
import { Store } from './store.ts';
import { monthLine, yearLine } from './table-line.ts';

/** Tells a person how far the reading is: files done and in all, and the bytes of those done where they are counted. */
export type Progress = (archive: string, done: number, total: number, bytes: number) => void;

/**
 * One archive as rows: reads its files, forms the years and months of each city within the years asked for, and adds one note
 * for each thing that is too common for a finding of its own.
 */
export async function compileArchive(
  adapter: Adapter,
  paths: readonly string[],
  context: ReadContext,
  spool: Spool,
  progress: Progress = () => {},
): Promise<AirTables> {
  const origin = { method: adapter.id, source: adapter.source };
  const runs = { years: [] as Run[], months: [] as Run[] };
  let lines = newLines();
  const endRun = () => {
    runs.years.push(spool.keep(lines.years));
    for (const blocks of lines.months) runs.months.push(spool.keep(blocks));
    lines = newLines();
  };
  const made = new Map<string, string>();
  const parts = { years: new Map<string, Set<string>>(), months: new Map<string, Set<string>>() };
  let whole = false;
  const store = new Store();
  const findings: Finding[] = [];
  const finding = reporter(adapter.source, '');
  let zeros = 0;
  let above = 0;
  let left = 0;
  const sumUp = (stored: StoredSeries, months: ReadonlySet<number> | null = null) => {
    const month = monthStatistics(adapter.span, stored, adapter.id, (i) => months === null || months.has(i));
    // Counted over all years, so that the note is the same whichever years are asked for.
    left += month.left;
    if (stored.year < context.years.from || stored.year > context.years.to) return;
    const shared = { basis: adapter.basis(stored.year), ...origin };
    const { code, year } = stored;
    for (const row of yearStatistics(adapter.span, stored)) lines.years.add(code, yearLine(row, shared));
    for (const row of month.rows) lines.months[Number(row.month.slice(5)) - 1]?.add(code, monthLine(row, shared));
    if (months === null) return;
    addPart(parts.years, `${code},${year},`, yearKinds(stored.series));
    for (const i of months) {
      addPart(
        parts.months,
        `${code},${year}-${String(i + 1).padStart(2, '0')},`,
        monthKinds(adapter.span, stored.series, adapter.id),
      );
    }
  };
  let done = 0;
  let bytes = 0;
  const tell = () => progress(adapter.source, Math.min(done, paths.length), paths.length, bytes);
  const told = (size: number) => {
    done += 1;
    bytes += size;
    tell();
  };
  for await (const batch of adapter.read(paths, { ...context, told })) {
    if (batch.series) {
      const months = batch.part ? new Set([...batch.part.slots].map((slot) => Math.floor(slot / 31))) : null;
      whole ||= months === null;
      for (const stored of batch.series) sumUp(stored, months);
      endRun();
    }
    if (batch.made) made.set(batch.made.name, batch.made.stamp);
    findings.push(...batch.findings);
    zeros += batch.tally.zeros;
    above += batch.tally.pm25AbovePm10;
    for (const record of batch.records) {
      const taken = store.add(record);
      if (taken.length === 0) continue;
      const message = `${record.code} ${record.date}: ${taken.join(', ')} stand in two files; the first is kept.`;
      findings.push(finding('warn', 'city-twice', null, message, 'Find out which of the two files is right.'));
    }
    if (!batch.series && !batch.made) done += 1;
    tell();
  }
  for (const stored of store.series()) {
    whole = true;
    sumUp(stored);
  }
  endRun();
  const note = (count: number, rule: string, message: string) => {
    if (count > 0) findings.push(finding('note', rule, null, message, 'Nothing to do.'));
  };
  note(zeros, 'zero-is-missing', `${zeros} values are 0, which this archive writes for a missing value.`);
  note(
    above,
    'pm25-above-pm10',
    `On ${above} rows PM2.5 is above PM10 by no more than instruments differ; both are kept.`,
  );
  note(left, 'months-left-out', `${left} month means of other series are not written to city-month.csv (months.ts).`);
  return {
    ...runs,
    parts: whole ? null : parts,
    made,
    findings,
  };
}

const newLines = () => ({ years: new Blocks(), months: Array.from({ length: 12 }, () => new Blocks()) });

function addPart(parts: Map<string, Set<string>>, begins: string, kinds: readonly string[]): void {
  const known = parts.get(begins) ?? new Set();
  for (const kind of kinds) known.add(kind);
  parts.set(begins, known);
}
