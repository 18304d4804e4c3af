import { ChinaAirError } from '../errors.ts';
import type { Capture, Method } from '../types.ts';
import type { Run } from './spool.ts';
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
 *
 * Errors: table-order (exit 1): a run is not in order, as when something else has changed the table.
 */
export function* mergeLines({ file, partsOf }: LineTable, runs: readonly Run[]): Generator<TableLine> {
  let best: { key: string; line: TableLine } | null = null;
  for (const line of inOrder(file, runs)) {
    const key = keyOf(line);
    if (best !== null && best.key !== key) yield best.line;
    if (best === null || best.key !== key || rank(partsOf(line)) < rank(partsOf(best.line))) best = { key, line };
  }
  if (best !== null) yield best.line;
}

/**
 * Ascending runs of lines as one. The heads stand in order; the first stays first as long as its run has the least line, which
 * it mostly has for a city's month.
 */
function* inOrder(file: string, runs: readonly Run[]): Generator<TableLine> {
  const heads = runs.flatMap((run) => {
    const lines = run[Symbol.iterator]();
    const first = lines.next();
    return first.done ? [] : [{ lines, line: first.value }];
  });
  heads.sort((a, b) => (a.line < b.line ? -1 : 1));
  for (let head = heads[0]; head !== undefined; head = heads[0]) {
    yield head.line;
    const next = head.lines.next();
    if (next.done) {
      heads.shift();
      continue;
    }
    if (next.value < head.line) throw disorder(file, head.line, next.value);
    head.line = next.value;
    let place = 0;
    while (place + 1 < heads.length && (heads[place + 1]?.line ?? '') < head.line) place += 1;
    if (place > 0) heads.splice(place, 0, ...heads.splice(0, 1));
  }
}

function disorder(file: string, before: TableLine, line: TableLine): ChinaAirError {
  return new ChinaAirError({
    code: 'table-order',
    exit: 1,
    message: `${file}: the lines are not in order: “${line.slice(0, 60)}” comes after “${before.slice(0, 60)}”.`,
    remedy: 'Take the table back from version control; it is made by npm run archive and not to be edited.',
  });
}
