import type { Finding, Severity } from '../../types.ts';
import { reporter } from '../finding.ts';

/** What can be wrong with a file of hours; its severity, and what to say. `count` is of cells, rows or columns. */
const FAULTS = {
  'empty-file': ['warn', () => 'The file is empty: its day is missing.', 'Get the file again.'],
  'unknown-form': [
    'warn',
    (_, what) => `The file is none of the archive's (${what}) and is skipped.`,
    'Get the file again, or move it away.',
  ],
  'header-only': ['warn', () => 'The file has a header and no rows: its day is missing.', 'Get the file again.'],
  bom: ['note', () => 'The file begins with a byte order mark, which is skipped.', 'Nothing to do.'],
  'duplicate-column': [
    'note',
    (_, what) => `Columns that stand there twice are left out, here and in the files after: ${what}.`,
    'Nothing to do.',
  ],
  'missing-hours': [
    'note',
    (count, what) => `Of 24 hours ${count} are not in the file: ${what}.`,
    'Get the file again, if it can be had complete.',
  ],
  'truncated-line': [
    'warn',
    (_, what) => `The last line is cut off after ${what}; the cut cell is left out, those before it count.`,
    'Get the file again.',
  ],
  'row-length': [
    'warn',
    (count, what) => `Rows with a wrong number of cells, left out: ${count} (${what}).`,
    'Get the file again.',
  ],
  'duplicate-hour': [
    'warn',
    (count, what) => `Rows that come a second time, left out: ${count} (the first ${what}).`,
    'Find out which is right.',
  ],
  'wrong-date': [
    'warn',
    (count, what) => `Rows of another date than the file's, left out: ${count} (the first ${what}).`,
    'Find out what the file holds, and name it so.',
  ],
  'bad-hour': [
    'warn',
    (count, what) => `Rows without an hour from 0 to 23, left out: ${count} (the first ${what}).`,
    'Get the file again.',
  ],
  'unknown-type': [
    'warn',
    (count, what) => `Rows of an unknown type, left out: ${count} (the first ${what}).`,
    'If it is a new type, add it to hourly/layout.ts.',
  ],
  'not-a-number': [
    'warn',
    (count, what) => `Values that are no numbers, left out: ${count} (the first ${what}).`,
    'Get the file again.',
  ],
  negative: [
    'warn',
    (count, what) => `Negative values, left out: ${count} (the first ${what}).`,
    'Nothing to do, unless they are many.',
  ],
  implausible: [
    'warn',
    (count, what) => `Values higher than can be, left out: ${count} (the first ${what}).`,
    'Nothing to do, unless they are many; the limits stand in plausibility.ts.',
  ],
} as const satisfies Record<string, readonly [Severity, (count: number, what: string) => string, string]>;

export type Fault = keyof typeof FAULTS;
type Noted = Readonly<{ fault: Fault; count: number; row: number | null; what: string }>;

/** The faults of one file: how often each occurred, and the first occurrence. Plain data, so that it can be kept. */
export class FaultLog {
  readonly #noted = new Map<Fault, { count: number; row: number | null; what: string }>();

  constructor(noted: readonly Noted[] = []) {
    for (const { fault, ...rest } of noted) this.#noted.set(fault, { ...rest });
  }

  /** @param what the first case in words; asked for only once, so it may be costly to say */
  note(fault: Fault, row: number | null, what: () => string = () => '', count = 1): void {
    const before = this.#noted.get(fault);
    // Rows are not read strictly in order (scan.ts), yet the first case told is that of the first row.
    const isFirst = !before || (row !== null && before.row !== null && row < before.row);
    if (isFirst) this.#noted.set(fault, { count: count + (before?.count ?? 0), row, what: what() });
    else before.count += count;
  }

  has(fault: Fault): boolean {
    return this.#noted.has(fault);
  }

  /** Values kept out. */
  refused(): number {
    return (['not-a-number', 'negative', 'implausible'] as const)
      .map((fault) => this.#noted.get(fault)?.count ?? 0)
      .reduce((sum, count) => sum + count, 0);
  }

  toJSON(): Noted[] {
    return [...this.#noted].map(([fault, rest]) => ({ fault, ...rest }));
  }

  findings(source: string, file: string): Finding[] {
    const finding = reporter(source, file);
    return this.toJSON().map(({ fault, count, row, what }) => {
      const [severity, message, remedy] = FAULTS[fault];
      return finding(severity, fault, row, message(count, what), remedy);
    });
  }
}
