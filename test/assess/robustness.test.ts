import { describe, expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { stillHolds } from '../../pipeline/assess/robustness.ts';
import { idsOf, standingOf } from '../../pipeline/assess/robustness-counts.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Assessment, CityYear, Data, RobustnessLine } from '../../pipeline/types.ts';
import { city, cityYear, data, edition, policy, published, scope, target } from '../build.ts';
import { annual, shipped } from '../shipped.ts';

const number = (value: number, decimals: number) => ({
  ...makeFact({
    origin: 'computed',
    scope: 'X',
    subject: 'pm25',
    statistic: 'annual-mean',
    period: '2018',
    value,
    unit: '',
    decimals,
    method: 'test',
  }),
  value,
});
const one = (value: number, decimals = 0, against: number | null = null) => ({
  fact: number(value, decimals),
  against,
});

describe('a statement still holds', () => {
  test('when a change goes the same way as printed', () => {
    expect(stillHolds('direction', one(-9.3, 1), one(-0.1, 1))).toBe(true);
    // −0.04 prints as 0.0: unchanged.
    expect(stillHolds('direction', one(-9.3, 1), one(-0.04, 1))).toBe(false);
    expect(stillHolds('direction', one(0, 1), one(-0.04, 1))).toBe(true);
  });

  test('when a number differs by no more than one unit of its last printed digit', () => {
    expect(stillHolds('number', one(121), one(122))).toBe(true);
    expect(stillHolds('number', one(121), one(123))).toBe(false);
    expect(stillHolds('number', one(79.3, 1), one(79.4, 1))).toBe(true);
    expect(stillHolds('number', one(79.3, 1), one(79.5, 1))).toBe(false);
  });

  test('when it lies on the same side of the limit, both as printed', () => {
    // 35.4 prints as 35, which is not above 35; 35.6 prints as 36.
    expect(stillHolds('side', one(34, 0, 35), one(35.4))).toBe(true);
    expect(stillHolds('side', one(34, 0, 35), one(35.6))).toBe(false);
    // 12 fell and 8 rose; under the choice 5 fell and 6 rose.
    expect(stillHolds('side', one(12, 0, 8), one(5, 0, 6))).toBe(false);
  });
});

test('a statement is robust when it holds under all choices that could be made', () => {
  const lines = (...holds: (boolean | null)[]) => holds.map((each) => ({ holds: each }));
  expect(standingOf(lines(true, null, true))).toBe('robust');
  expect(standingOf(lines(true, false))).toBe('dependent');
  expect(standingOf(lines(null, null))).toBe('untested');
});

const CODES = ['a', 'b', 'c', 'd'];
const rows = (year: number, values: readonly number[], parts: Partial<CityYear> = {}) =>
  values.map((value, i) => cityYear(CODES[i] ?? '', year, value, parts));

/** Four cities, of which d has nine in ten people; PM2.5 published as 43 in 2017 and 39 in 2018. */
const FOUR: Partial<Data> = {
  cities: CODES.map((code) => city(code, { population: code === 'd' ? 2700 : 100 })),
  scopes: [scope('CN-338', CODES, { kind: 'nation' }), scope('KEY74', ['a', 'd'])],
  published: [
    published({ period: '2017', value: 43 }),
    published({ period: '2018', value: 39 }),
    published({ period: '2018', subject: 'all', statistic: 'attaining-cities', value: 2, unit: 'count' }),
  ],
  cityYears: [...rows(2017, [50, 50, 50, 40]), ...rows(2018, [30, 30, 30, 50])],
};
const linesOf = (parts: Partial<Data>): ReadonlyMap<string, RobustnessLine> => {
  const { robustness } = assess(data({ ...FOUR, ...parts }), edition());
  return new Map(robustness.map((line) => [`${line.id} ${line.choice}`, line]));
};

describe('the published fall of PM2.5', () => {
  const lines = linesOf({});

  // (30 + 30 + 30 + 50) / 4 = 35 against (50 + 50 + 50 + 40) / 4 = 47.5: −26.3 %.
  test('holds by the computed means', () => {
    expect(lines.get('pm25-change source')).toMatchObject({
      printed: 'published.CN-338.pm25.annual-mean.2018-vs-2017',
      fact: 'computed.CN-338.pm25.annual-mean.2018-vs-2017',
      holds: true,
    });
  });

  // (3·100·30 + 2700·50) / 3000 = 48 against (3·100·50 + 2700·40) / 3000 = 41: a rise.
  test('does not hold where people count, most of whom live in d', () => {
    expect(lines.get('pm25-change people')).toMatchObject({ holds: false });
  });

  // a and d: (30 + 50) / 2 = 40 against (50 + 40) / 2 = 45: −11.1 %.
  test('holds in the key cities', () => {
    expect(lines.get('pm25-change panel')).toMatchObject({
      fact: 'computed.KEY74.pm25.annual-mean.2018-vs-2017.if-panel',
      holds: true,
    });
  });

  test('cannot be made without sand-dust, for want of hours, and is not touched by the rule of attainment', () => {
    expect(lines.get('pm25-change dust')).toMatchObject({ fact: null, holds: null, reason: 'no-dust-hours' });
    expect(lines.get('pm25-change strict')).toMatchObject({ holds: null, reason: 'not-concerned' });
  });
});

describe('the stricter rule of data capture', () => {
  const change = (parts: Partial<CityYear>) =>
    linesOf({ cityYears: [...rows(2017, [50, 50, 50, 40]), ...rows(2018, [30, 30, 30, 50], parts)] }).get(
      'pm25-change capture',
    );

  test('leaves all rows that meet it', () => expect(change({})).toMatchObject({ holds: true }));
  test('cannot be applied where no row meets it', () =>
    expect(change({ capture: 'short' })).toMatchObject({ holds: null, reason: 'capture-none' }));
  test('nor where the archive counts no days', () =>
    expect(change({ capture: 'unknown' })).toMatchObject({ holds: null, reason: 'capture-unknown' }));
  test('nor where it leaves fewer than nine in ten cities', () => {
    const one = rows(2018, [30, 30, 30, 50]).map((row) =>
      row.code === 'a' ? { ...row, capture: 'short' as const } : row,
    );
    const line = linesOf({ cityYears: [...rows(2017, [50, 50, 50, 40]), ...one] }).get('pm25-change capture');
    expect(line).toMatchObject({ holds: null, reason: 'coverage' });
  });
});

test('no choice makes a change across the change of state of 2018', () => {
  const after = rows(2018, [30, 30, 30, 50], { basis: 'actual-298K' });
  const lines = linesOf({ cityYears: [...rows(2017, [50, 50, 50, 40]), ...after] });
  for (const choice of ['source', 'dust', 'capture', 'people', 'panel']) {
    expect(lines.get(`pm25-change ${choice}`)).toMatchObject({ holds: null, reason: 'other-state' });
  }
});

describe('a first place', () => {
  test('is lost when another city leads without sand-dust', () => {
    // d leads with 50; without its dust it has 20, and the others keep 30.
    const dustFree = rows(2018, [30, 29, 28, 20], { statistic: 'annual-mean-dust-excluded' });
    const lines = linesOf({ cityYears: [...(FOUR.cityYears ?? []), ...dustFree.map((row) => ({ ...row, at: 2 }))] });
    expect(lines.get('highest-city dust')).toMatchObject({ holds: false });
    expect(lines.get('highest-city dust')?.fact).toContain('computed.a.');
  });

  test('is kept by whoever shares it', () => {
    const tie = rows(2018, [20.3, 30, 30, 20.4], { statistic: 'annual-mean-dust-excluded' });
    // As printed d and a have 20 each; a was the lowest.
    const plain = rows(2018, [29, 30, 30, 50]);
    const lines = linesOf({ cityYears: [...plain, ...tie].map((row) => ({ ...row, at: 2 })) });
    expect(lines.get('lowest-city dust')).toMatchObject({ holds: true });
    expect(lines.get('lowest-city dust')?.fact).toContain('computed.a.');
  });
});

describe('a verdict', () => {
  const goal = target('t', {
    scope: 'a',
    kind: 'level',
    value: 30,
    unit: 'µg/m³',
    baselineYear: null,
    deadlineYear: 2018,
  });
  const judged = (result: number, computed: number, parts: Partial<Parameters<typeof target>[1]> = {}) =>
    linesOf({
      policies: [policy('cn-plan')],
      targets: [
        {
          ...goal,
          ...parts,
          officialResult: { value: result, decimals: 0, year: 2018, sources: ['release'], note: '' },
        },
      ],
      cityYears: rows(2018, [computed, 30, 30, 50]),
    });

  test('that is met as published and as computed is robust', () => {
    expect(judged(29, 30.4).get('t source')).toMatchObject({ kind: 'verdict', holds: true });
  });

  test('falls where the cities’ own data miss the goal', () => {
    // 31.2 is above 30.
    expect(judged(29, 31.2).get('t source')).toMatchObject({ holds: false });
  });

  test('on what the air cannot tell stands as published', () => {
    const line = judged(29, 30, { indicator: 'coal_share' }).get('t source');
    expect(line).toMatchObject({ holds: null, fact: null, reason: 'only-published' });
  });
});

describe('the shipped data of 2019', () => {
  const assessment: Assessment = assess(shipped().data, annual(2019));
  const facts = new Map(assessment.facts.map((fact) => [fact.id, fact.value]));
  const line = (id: string, choice: string) =>
    assessment.robustness.find((each) => each.id === id && each.choice === choice);
  const valueUnder = (id: string, choice: string) => facts.get(line(id, choice)?.fact ?? '');

  test('give the counts that the other parts of the assessment give', () => {
    expect(valueUnder('attaining', 'strict')).toBe(facts.get('computed.CN-337.all.attaining-strict-cities.2019'));
    expect(valueUnder('attaining', 'dust')).toBe(facts.get('computed.CN-337.all.attaining-dust-excluded-cities.2019'));
    expect(valueUnder('attaining', 'source')).toBe(facts.get('computed.CN-337.all.attaining-cities.2019'));
    expect(valueUnder('pm25-limit', 'people')).toBe(facts.get('computed.CN-337.pm25.population-weighted-mean.2019'));
  });

  // The ministry's list of 2019 has Anyang as the last of 168, Xingtai before it.
  test('name another last key city than the published ranking does', () => {
    expect(line('worst-key-city', 'source')).toMatchObject({
      fact: 'published.410500.all.rank-key168.2019',
      holds: false,
    });
    expect(line('best-key-city', 'source')).toMatchObject({ holds: true });
  });

  test('leave no city that meets the rule of data capture in full', () => {
    const capture = assessment.robustness.filter(({ kind, choice }) => kind === 'headline' && choice === 'capture');
    expect(capture.every(({ holds }) => holds === null)).toBe(true);
    expect(line('pm25-limit', 'capture')?.reason).toBe('capture-none');
  });

  test('have a line for every verdict and choice, each with a fact or a reason', () => {
    const verdicts = assessment.targets.filter(({ verdict }) => verdict !== 'not-assessable');
    expect(assessment.robustness.filter(({ kind }) => kind === 'verdict')).toHaveLength(verdicts.length * 6);
    expect(assessment.robustness.filter(({ fact, reason }) => (fact === null) === (reason === null))).toEqual([]);
  });

  test('count each statement once', () => {
    const count = (statistic: string) => facts.get(`computed.headlines.robustness.${statistic}.2019`) ?? 0;
    expect(count('robust') + count('dependent') + count('untested')).toBe(count('all'));
    expect(idsOf(assessment.robustness, 'headline', 'dependent')).toContain('attaining');
  });
});
