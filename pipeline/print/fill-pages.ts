import type { Unit } from './units.ts';

/** Where a mark stands: page from 0, points above the foot of the sheet. */
export type Place = Readonly<{ page: number; y: number }>;
/** Units to be moved before another one. */
type Lift = Readonly<{ units: readonly number[]; before: number }>;

/** The text area of an upright page, see page-css.ts: 948 px high, 91 px under the upper edge of 297 mm. */
export const TEXT_PT = 948 * 0.75;
export const FOOT_PT = (297 / 25.4) * 72 - 91 * 0.75 - TEXT_PT;
/** Depth of the line that a mark stands at. */
const LINE_PT = 14;
/** Room that a page may leave: less is no hole. Text of the next section comes forward only for a larger one. */
const HOLE = 0.15;
const WIDE_HOLE = 0.25;
/** A whole block needs room for itself and its margins. */
const MARGINS_PT = 36;
const PARAGRAPH_PT = 7;

const STANDS_WHOLE = new Set(['figure', 'table', 'box']);

/**
 * How to fill holes at the foot of pages: where a figure or table did not fit and went to the next page, what follows it comes
 * before it. Text may; a box, or a table past figures (a figure past tables), when the hole holds it whole, since figures and tables are
 * numbered apart; never past one of its own kind. A long table needs only a wide hole to begin in. The head of the next section comes with its first paragraph, and only into
 * a wide hole. One hole a part at a time, the first: what follows moves with it.
 *
 * @param units in the order of the document
 * @param places of their marks in a print
 */
export function chooseLifts(units: readonly Unit[], places: ReadonlyMap<string, Place>): Lift[] {
  const parts = [...new Set(units.map(({ part }) => part))];
  return parts.flatMap((id) =>
    firstLift(
      units.filter(({ part }) => part === id),
      places,
    ),
  );
}

function firstLift(units: readonly Unit[], places: ReadonlyMap<string, Place>): Lift[] {
  for (let i = 1; i < units.length; i++) {
    const [before, unit] = [units[i - 1], units[i]];
    if (!before || !unit || !STANDS_WHOLE.has(unit.kind) || before.kind === 'heading') continue;
    const end = places.get(before.end);
    const start = places.get(unit.start);
    if (!end || !start || start.page === end.page) continue;
    const room = end.y - FOOT_PT - LINE_PT;
    if (room < HOLE * TEXT_PT) continue;
    const lifted = fitting(units.slice(i), room);
    if (lifted.length > 0) return [{ units: lifted.map(({ id }) => id), before: unit.id }];
  }
  return [];
}

/** What follows a run of whole blocks and may come before them, as much of it as fills the room. */
function fitting(from: readonly Unit[], room: number): readonly Unit[] {
  const passed = new Set<string>();
  for (const [i, unit] of from.entries()) {
    const fits = unit.height + MARGINS_PT <= room;
    if (unit.kind === 'long-table') return (fits || room >= WIDE_HOLE * TEXT_PT) && !passed.has('table') ? [unit] : [];
    if (!STANDS_WHOLE.has(unit.kind)) return running(from.slice(i), room);
    if (i > 0 && fits && !passed.has(unit.kind)) return [unit];
    passed.add(unit.kind);
  }
  return [];
}

/** Text from here on that fills the room; it may run on to the next page. */
function running(from: readonly Unit[], room: number): readonly Unit[] {
  const taken: Unit[] = [];
  let left = room;
  for (const [i, unit] of from.entries()) {
    const opens = unit.kind === 'heading' && from[i + 1]?.kind === 'text' && left >= WIDE_HOLE * TEXT_PT;
    if (left < HOLE * TEXT_PT || (unit.kind !== 'text' && !opens)) break;
    taken.push(unit);
    left -= unit.height + (opens ? 0 : PARAGRAPH_PT);
  }
  // A head that room was left for, but not for its text, stays where it was.
  return taken.at(-1)?.kind === 'heading' ? taken.slice(0, -1) : taken;
}
