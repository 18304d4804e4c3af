import { ChinaAirError } from '../errors.ts';
import type { Capture, Method } from '../types.ts';
import { keyOf, type LineParts, type LineTable, type TableLine } from './table-line.ts';

/** From the most to the least trusted; equal captures are decided by this order. */
export const METHODS: readonly Method[] = [
  'station-hourly',
  'city-hourly',
  'city-daily',
  'city-daily-37',
  'city-monthly',
  'station-annual',
  'published',
];

/** From the best to the worst. A short year counts its days; an unknown one does not even say how many it lacks. */
const CAPTURES: readonly Capture[] = ['valid', 'short', 'unknown', 'insufficient'];

const rank = ({ capture, method }: LineParts): number =>
  CAPTURES.indexOf(capture) * METHODS.length + METHODS.indexOf(method);

/**
 * The lines to publish, one for each key and in its order: the best capture, and among equal captures the most trusted
 * method. This is the greatest element of a total order, so the result depends neither on the order of the lines nor on how
 * many runs brought them.
 */
export function* mergeLines(
  { file, partsOf }: LineTable,
  kept: Iterable<TableLine>,
  made: readonly TableLine[],
): Generator<TableLine> {
  let best: { key: string; line: TableLine } | null = null;
  for (const line of inOrder(file, kept, [...made].sort())) {
    const key = keyOf(line);
    if (best !== null && best.key !== key) yield best.line;
    if (best === null || best.key !== key || rank(partsOf(line)) < rank(partsOf(best.line))) best = { key, line };
  }
  if (best !== null) yield best.line;
}

/** Two ascending runs of lines as one. Errors: table-order (exit 1): the table was changed by something else. */
function* inOrder(file: string, kept: Iterable<TableLine>, made: readonly TableLine[]): Generator<TableLine> {
  let next = 0;
  let before = '';
  for (const line of kept) {
    if (line < before) {
      throw new ChinaAirError({
        code: 'table-order',
        exit: 1,
        message: `${file}: the lines are not in order: “${line.slice(0, 60)}” comes after “${before.slice(0, 60)}”.`,
        remedy: 'Take the table back from version control; it is made by npm run archive and not to be edited.',
      });
    }
    before = line;
    for (; next < made.length && (made[next] ?? '') < line; next++) yield made[next] ?? '';
    yield line;
  }
  for (; next < made.length; next++) yield made[next] ?? '';
}
