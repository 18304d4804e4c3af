import { daysInYear } from '../../../pipeline/dates.ts';
import { Random } from './random.ts';

/** What is wrong with the file of a day. Hours are labels, 0 to 23. */
export type Fault =
  | Readonly<{ kind: 'no-file' }>
  | Readonly<{ kind: 'header-only' }>
  | Readonly<{ kind: 'hours'; missing: readonly number[] }>
  /** The last line breaks off; what came after it is missing. */
  | Readonly<{ kind: 'cut'; label: number }>;

/** As many files of a year of the real archive (2019) lack so many of their 24 hours. */
const FILES_BY_MISSING_HOURS: readonly (readonly [hours: number, files: number])[] = [
  [1, 22],
  [2, 12],
  [3, 2],
  [4, 3],
  [5, 1],
  [8, 1],
  [9, 2],
  [10, 1],
  [12, 1],
  [13, 1],
  [17, 1],
  [18, 1],
  [19, 1],
  [23, 3],
];

/**
 * The faults of a year's files by day of the year (0 is 1 January), at the rate of the real archive: a day without a file, a
 * file that is only a header, a file whose last line is cut off, and 52 files that lack hours, three of them all but one.
 */
export function faultsOf(year: number, seed: number): ReadonlyMap<number, Fault> {
  const random = new Random(seed, year, 77);
  const days = shuffled(
    Array.from({ length: daysInYear(year) }, (_, day) => day),
    random,
  );
  const faults: Fault[] = [
    { kind: 'no-file' },
    { kind: 'header-only' },
    { kind: 'cut', label: random.between(6, 23) },
    ...FILES_BY_MISSING_HOURS.flatMap(([hours, files]) =>
      Array.from({ length: files }, (): Fault => ({ kind: 'hours', missing: missingHours(hours, random) })),
    ),
  ];
  return new Map(faults.map((fault, i) => [days[i] ?? 0, fault]));
}

/** One or two hours are missing anywhere, more of them mostly in one stretch. */
function missingHours(count: number, random: Random): number[] {
  const labels = Array.from({ length: 24 }, (_, label) => label);
  if (count <= 2)
    return shuffled(labels, random)
      .slice(0, count)
      .sort((a, b) => a - b);
  const from = random.between(0, 24 - count);
  return labels.slice(from, from + count);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
