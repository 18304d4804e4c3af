import { describe, expect, it } from 'vitest';
import type { Place } from '../../pipeline/print/fill-pages.ts';
import { partEnds, sparse } from '../../pipeline/print/short-ends.ts';
import type { Unit } from '../../pipeline/print/units.ts';

const unit = (id: number, part: string): Unit => ({
  id,
  part,
  kind: 'text',
  height: 40,
  start: `s${id}`,
  end: `e${id}`,
});

/** The text area is 711 pt high (948 px × 0.75) and begins 62.6 pt above the foot of the sheet: (297 / 25.4) × 72 − 91 × 0.75 − 711. */
const FOOT = (297 / 25.4) * 72 - 68.25 - 711;
const at = (page: number, used: number): Place => ({ page, y: FOOT + (1 - used) * 711 });

describe('the last pages of chapters', () => {
  it('are told with the pages before them and the share that is used', () => {
    const places = new Map([
      ['s1', at(3, 0)],
      ['e1', at(3, 0.5)],
      ['e2', at(5, 0.25)],
      ['s3', at(6, 0)],
      ['e3', at(6, 0.1)],
    ]);
    const ends = partEnds([unit(1, 'a'), unit(2, 'a'), unit(3, 'b')], places);
    expect(ends.map(({ part, pages }) => [part, pages])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(ends[0]?.used).toBeCloseTo(0.25, 9);
  });

  it('are not told of a part whose end no mark gives', () => {
    expect(partEnds([unit(1, 'a')], new Map([['s1', at(0, 0)]]))).toEqual([]);
  });

  it('look left over where a third of a page or less is used, unless there is only one', () => {
    expect(sparse({ part: 'a', pages: 3, used: 0.25 })).toBe(true);
    expect(sparse({ part: 'a', pages: 3, used: 0.5 })).toBe(false);
    expect(sparse({ part: 'a', pages: 1, used: 0.1 })).toBe(false);
  });
});
