import { describe, expect, it } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { binLabels } from '../../pipeline/figures/map/bins.ts';
import { noteOn } from '../../pipeline/figures/parts/credits.ts';
import { yearlyMarks } from '../../pipeline/figures/parts/line-panel.ts';
import { spread, steps } from '../../pipeline/figures/parts/lite.ts';
import { pairOf } from '../../pipeline/figures/parts/pick.ts';
import { changed, course, listed } from '../../pipeline/figures/parts/words.ts';
import type { Fact } from '../../pipeline/types.ts';

const fact = (period: string, value: number, parts: Partial<Fact> & { variant?: string } = {}): Fact =>
  makeFact({
    origin: 'published',
    scope: 'CN-338',
    subject: 'pm25',
    statistic: 'annual-mean',
    period,
    value,
    unit: 'µg/m³',
    decimals: 0,
    method: 'published',
    ...parts,
  });
const change = (period: string, value: number, parts: Partial<Fact> = {}): Fact =>
  fact(period, value, { unit: '%', decimals: 1, ...parts });
const PM25 = { scope: 'CN-338', subject: 'pm25', statistic: 'annual-mean' };

describe('steps', () => {
  it('are round and hold the highest value', () => {
    expect(steps(72, 0, 3)).toEqual([0, 25, 50, 75]);
    expect(steps(106, 0, 3)).toEqual([0, 40, 80, 120]);
    expect(steps(4, 0, 2)).toEqual([0, 2, 4]);
  });
});

describe('marks of years', () => {
  const known = (period: string, value: number, parts: Partial<Fact> = {}) => ({
    ...fact(period, value, parts),
    value,
  });

  it('leave a gap in the line where the state of the air changes, and where a year is missing', () => {
    const marks = yearlyMarks([
      known('2018', 39, { basis: 'standard-273K' }),
      known('2016', 47, { basis: 'standard-273K' }),
      known('2019', 36, { basis: 'actual-298K', origin: 'computed' }),
    ]);
    expect(marks.map(({ x, y }) => [x, y])).toEqual([
      [2016, 47],
      [2017.5, null],
      [2018, 39],
      [2018.5, null],
      [2019, 36],
    ]);
    expect(marks.at(-1)?.hollow).toBe(true);
  });

  it('of the old state and the mixed year are one line', () => {
    const marks = yearlyMarks([
      known('2017', 43, { basis: 'standard-273K' }),
      known('2018', 39, { basis: 'mixed-2018' }),
    ]);
    expect(marks).toHaveLength(2);
  });
});

describe('spread', () => {
  it('leaves labels where they are when they do not touch', () => {
    expect(spread([10, 40, 70], 11)).toEqual([10, 40, 70]);
  });

  it('moves touching labels apart around their middle, and keeps their order', () => {
    expect(spread([50, 52], 12)).toEqual([45, 57]);
    expect(spread([52, 50, 90], 12)).toEqual([57, 45, 90]);
  });

  it('keeps them inside the frame', () => {
    expect(spread([1, 2], 10, 0, 100)).toEqual([0, 10]);
  });
});

describe('pairOf', () => {
  it('takes the levels a change was counted from, also where dust is left out', () => {
    const dustFree = fact('2016', 46, { variant: 'dust-excluded' });
    const after = fact('2017', 43);
    const facts = new Facts([
      fact('2016', 47),
      dustFree,
      after,
      change('2017-vs-2016', -6.5, { inputs: [dustFree.id, after.id] }),
    ]);
    expect(pairOf(facts, PM25, 2016, 2017)?.before.value).toBe(46);
  });

  it('never sets a published figure beside a computed one', () => {
    const computed = { origin: 'computed' as const };
    const [before, after] = [fact('2017', 44, computed), fact('2018', 39.4, computed)];
    const facts = new Facts([
      fact('2018', 39),
      before,
      after,
      change('2018-vs-2017', -10.5, { ...computed, inputs: [before.id, after.id] }),
    ]);
    expect(pairOf(facts, PM25, 2017, 2018)).toMatchObject({ before: { origin: 'computed' }, after: { value: 39.4 } });
    expect(pairOf(facts, PM25, 2016, 2018)).toBeNull();
  });
});

describe('words', () => {
  it('follow the change as it is printed', () => {
    expect(changed(change('2018-vs-2017', -9.3))).toEqual({ en: 'fell by 9.3%', zh: '下降9.3%' });
    expect(changed(change('2018-vs-2017', 0.04))).toEqual({ en: 'was unchanged', zh: '持平' });
    expect(course(fact('2017', 43.2), fact('2018', 42.9)).en).toContain('stood at');
    expect(course(fact('2017', 43), fact('2018', 39)).zh).toBe('由2017年的43微克/立方米降至2018年的39微克/立方米');
  });

  it('list names as each language does', () => {
    const names = ['a', 'b', 'c'].map((name) => ({ en: name, zh: name }));
    expect(listed(names)).toEqual({ en: 'a, b and c', zh: 'a、b、c' });
  });
});

describe('noteOn', () => {
  it('tells of the rule on sand dust only when official figures stand on both sides of it', () => {
    expect(noteOn([fact('2016', 47), fact('2017', 43)]).en).toContain('sand-dust');
    expect(noteOn([fact('2016', 46, { variant: 'dust-excluded' }), fact('2017', 43)]).en).toBe('');
  });

  it('tells from which archives computed values come when they differ', () => {
    const daily = fact('2015', 50, { origin: 'computed', method: 'city-daily' });
    const monthly = fact('2017', 44, { origin: 'computed', method: 'city-monthly' });
    expect(noteOn([daily, monthly]).zh).toContain('城市日均值（2015年）、城市月均值（2017年）');
    expect(noteOn([daily]).zh).toBe('');
  });
});

describe('binLabels', () => {
  it('takes names in place of ranges', () => {
    const names = { en: ['good', 'bad'], zh: ['好', '坏'] };
    expect(binLabels({ breaks: [5], colours: [], names }, 'zh')).toEqual(['好', '坏']);
  });
});
