import { describe, expect, it } from 'vitest';
import { chooseLifts, type Place } from '../../pipeline/print/fill-pages.ts';
import type { Unit, UnitKind } from '../../pipeline/print/units.ts';

/** Text area: from 62.6 pt (foot) to 773.6 pt above the foot of the sheet; 0.15 of it are 107 pt, 0.25 are 178 pt. */
const TOP = 773;

const unit = (id: number, kind: UnitKind, height = 40): Unit => ({
  id,
  part: 'ch',
  kind,
  height,
  start: `s${id}`,
  end: `e${id}`,
});

/** A page that unit 1 fills down to `y`, and unit 2 at the head of the next. */
const hole = (y: number): ReadonlyMap<string, Place> =>
  new Map([
    ['s1', { page: 0, y: TOP }],
    ['e1', { page: 0, y }],
    ['s2', { page: 1, y: TOP }],
    ['e2', { page: 1, y: 500 }],
  ]);

describe('filling the foot of a page', () => {
  const first = unit(1, 'text', 400);

  it('brings text before the figure that did not fit', () => {
    const units = [first, unit(2, 'figure', 500), unit(3, 'text')];
    expect(chooseLifts(units, hole(300))).toEqual([{ units: [3], before: 2 }]);
  });

  it('leaves a small rest of a page as it is', () => {
    const units = [first, unit(2, 'figure', 500), unit(3, 'text')];
    expect(chooseLifts(units, hole(62.6 + 14 + 100))).toEqual([]);
  });

  it('brings as many paragraphs as the hole holds, the last of which may run on', () => {
    // 300 − 62.6 − 14 = 223.4 pt; less 57 leaves 166.4, less 67 leaves 99.4, under the 107 of a hole.
    const units = [first, unit(2, 'figure', 500), unit(3, 'text', 50), unit(4, 'text', 60), unit(5, 'text', 60)];
    expect(chooseLifts(units, hole(300))).toEqual([{ units: [3, 4], before: 2 }]);
  });

  it('passes several figures, but brings no figure past another', () => {
    const units = [first, unit(2, 'figure', 500), unit(3, 'figure', 100), unit(4, 'text')];
    expect(chooseLifts(units, hole(300))).toEqual([{ units: [4], before: 2 }]);
  });

  it('brings a table past a figure when the hole holds it whole, since they are numbered apart', () => {
    const table = (height: number) => [first, unit(2, 'figure', 500), unit(3, 'table', height), unit(4, 'open')];
    expect(chooseLifts(table(180), hole(300))).toEqual([{ units: [3], before: 2 }]);
    expect(chooseLifts(table(200), hole(300))).toEqual([]);
  });

  it('brings the head of the next section with its first paragraph, and only into a wide hole', () => {
    const units = [first, unit(2, 'figure', 500), unit(3, 'heading', 30), unit(4, 'text', 60)];
    expect(chooseLifts(units, hole(300))).toEqual([{ units: [3, 4], before: 2 }]);
    expect(chooseLifts(units, hole(250))).toEqual([]);
  });

  it('never takes a figure from its heading, nor moves what is neither text nor stands whole', () => {
    expect(chooseLifts([unit(1, 'heading'), unit(2, 'figure', 500), unit(3, 'text')], hole(300))).toEqual([]);
    expect(chooseLifts([first, unit(2, 'figure', 500), unit(3, 'open'), unit(4, 'text')], hole(300))).toEqual([]);
  });
});
