import { describe, expect, test } from 'vitest';
import { targetCounts, tierOf } from '../../pipeline/assess/target-counts.ts';
import { targetProgress, targetsOf } from '../../pipeline/assess/target-progress.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact, Target } from '../../pipeline/types.ts';
import { policy, target } from '../build.ts';

const figure = (statistic: string, period: string, value: number, parts: Partial<Fact> = {}): Fact =>
  makeFact({
    ...{ origin: 'published', scope: 'CN-338', subject: statistic.includes('day') ? 'aqi' : 'pm25', statistic, period },
    ...{ value, unit: statistic.endsWith('share') || period.includes('vs') ? '%' : 'µg/m³', decimals: 1 },
    ...{ method: 'published', basis: 'standard-273K' as const, sources: ['release'] },
    ...parts,
  });

function judged(parts: Partial<Target>, year: number, ...facts: Fact[]) {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const { progress, facts: made } = targetProgress(target('t01', parts), year, (id) => byId.get(id));
  return { verdict: `${progress.verdict}: ${progress.rule}`, progress, made };
}

const result = (value: number, year: number, baseYear: number | null = null) => ({
  officialResult: { value, decimals: 1, year, baseYear, sources: ['assessment'], note: '' },
});

describe('a reduction', () => {
  const goal = { value: -18, baselineYear: 2015, deadlineYear: 2020 };

  test('is judged by the change published on its own base year, and by no other', () => {
    expect(judged(goal, 2020, figure('annual-mean', '2020-vs-2015', -18)).verdict).toBe('met: goal-reached');
    expect(judged(goal, 2020, figure('annual-mean', '2020-vs-2015', -17.9)).verdict).toBe('not-met: goal-missed');
    expect(judged(goal, 2020, figure('annual-mean', '2020-vs-2013', -40)).verdict).toBe('not-assessable: neither');
  });

  test('is compared after rounding to one decimal', () => {
    expect(judged(goal, 2020, figure('annual-mean', '2020-vs-2015', -17.96)).verdict).toBe('met: goal-reached');
    expect(judged(goal, 2020, figure('annual-mean', '2020-vs-2015', -17.94)).verdict).toBe('not-met: goal-missed');
  });

  test('is on track when as much of it is done as of the time has passed', () => {
    // Three of five years: 10.8 of 18 %.
    expect(judged(goal, 2018, figure('annual-mean', '2018-vs-2015', -10.8)).verdict).toBe('on-track: path');
    expect(judged(goal, 2018, figure('annual-mean', '2018-vs-2015', -10.7)).verdict).toBe('behind: path');
    expect(judged(goal, 2018, figure('annual-mean', '2018-vs-2015', -22)).verdict).toBe('on-track: reached-early');
    expect(judged(goal, 2015).verdict).toBe('not-assessable: neither');
  });

  test('of a share is counted from the two published shares when no release states it', () => {
    const heavy = { indicator: 'heavy_day_share', value: -25, baselineYear: 2015, deadlineYear: 2020 };
    const shares = [figure('heavy-day-share', '2015', 3.2), figure('heavy-day-share', '2018', 2.2)];
    const { verdict, progress, made } = judged(heavy, 2018, ...shares);
    expect(verdict).toBe('on-track: reached-early');
    const change = made.find(({ id }) => id === progress.result);
    expect(change).toMatchObject({ value: -31.25, method: 'published-derived', inputs: shares.map(({ id }) => id) });
    const other = figure('heavy-day-share', '2018', 2.2, { basis: 'actual-298K' });
    expect(judged(heavy, 2018, ...shares.slice(0, 1), other).verdict).toBe('not-assessable: other-state');
  });
});

describe('a published result', () => {
  const goal = { value: -25, baselineYear: 2012, deadlineYear: 2017 };

  test('on another base year keeps the verdict of the release, and says so', () => {
    expect(judged({ ...goal, ...result(-39.6, 2017, 2013) }, 2018).verdict).toBe('met: published-other-base');
    expect(judged({ ...goal, ...result(-20, 2017, 2013) }, 2018).verdict).toBe('not-met: published-other-base');
    expect(judged({ ...goal, ...result(-39.6, 2017, 2012) }, 2018).verdict).toBe('met: goal-reached');
  });

  test('is not known before its year', () => {
    expect(judged({ ...goal, ...result(-39.6, 2017, 2013) }, 2016).verdict).toBe('not-assessable: neither');
  });

  test('of an earlier year is interim: it decides nothing once the deadline has passed', () => {
    const coal = { ...goal, indicator: 'coal_consumption', unit: 'Mt', value: -20, ...result(7.06, 2016, 2012) };
    expect(judged(coal, 2017).verdict).toBe('not-assessable: interim-result');
    expect(judged(coal, 2016).verdict).toBe('behind: path');
    expect(judged({ ...goal, ...result(-30, 2016, 2013) }, 2016).verdict).toBe('not-assessable: other-base');
  });
});

describe('a level', () => {
  test('of pollution is met from below, one of clean days or clean energy from above', () => {
    const level = { kind: 'level' as const, baselineYear: null, deadlineYear: 2017 };
    expect(judged({ ...level, value: 60, ...result(58, 2017) }, 2018).verdict).toBe('met: goal-reached');
    expect(judged({ ...level, value: 60, ...result(61, 2017) }, 2018).verdict).toBe('not-met: goal-missed');
    const heating = {
      ...level,
      indicator: 'clean_heating_share',
      value: 50,
      deadlineYear: 2019,
      ...result(50.7, 2018),
    };
    expect(judged(heating, 2018).verdict).toBe('on-track: reached-early');
  });

  test('that is not reached yet is left open', () => {
    const share = { kind: 'share' as const, indicator: 'good_day_share', value: 80, baselineYear: null };
    expect(judged(share, 2018, figure('good-day-share', '2018', 79.3)).verdict).toBe('not-assessable: deadline-ahead');
    expect(judged(share, 2018, figure('good-day-share', '2018', 80)).verdict).toBe('on-track: reached-early');
  });

  test('that is a gain over a base year is measured by the gain', () => {
    const gain = {
      kind: 'at-least' as const,
      indicator: 'good_days',
      unit: 'days',
      value: 40,
      baselineYear: 2013,
      deadlineYear: 2017,
    };
    const days = figure('good-days', '2017', 303, { unit: 'days' });
    expect(judged(gain, 2017, days).verdict).toBe('not-assessable: no-base');
    const more = figure('good-days', '2017-minus-2013', 97, { unit: 'days' });
    expect(judged(gain, 2017, days, more).verdict).toBe('met: goal-reached');
  });
});

test('a target of an autumn and winter is measured by its own result, never by a calendar year', () => {
  const winter = {
    indicator: 'heavy_day_count',
    statistic: 'October 2017 - March 2018',
    value: -15,
    baselineYear: 2016,
    deadlineYear: 2018,
  };
  const year = figure('heavy-days', '2017-vs-2016', -50);
  expect(judged(winter, 2017, year).verdict).toBe('not-assessable: season-running');
  expect(judged(winter, 2018, year).verdict).toBe('not-assessable: no-result');
  expect(judged({ ...winter, ...result(-55.4, 2018) }, 2018).verdict).toBe('met: goal-reached');
});

test('the PM2.5 of an autumn and winter is measured by the months of the city data where no result was published', () => {
  const winter = { indicator: 'pm25_winter', scope: '110000', value: -25, baselineYear: 2016, deadlineYear: 2018 };
  const season = figure('mean', '2017-10..2018-03-vs-2016-10..2017-03', -43.1, { origin: 'computed', scope: '110000' });
  expect(judged(winter, 2018, season).verdict).toBe('met: by-city-data');
  expect(judged(winter, 2017, season).verdict).toBe('not-assessable: season-running');
});

test('a target of a cause without a result cannot be judged by the air', () => {
  expect(judged({ indicator: 'coal_share', kind: 'at-most', value: 65 }, 2018).verdict).toBe(
    'not-assessable: no-air-quality-indicator',
  );
});

test('only targets that were read, of policies that were seen at least in part and issued by then, are spoken of', () => {
  const policies = [
    policy('p2018', { issued: '2018-06-27' }),
    policy('effective', { issued: null, effective: '2017-01-01' }),
    policy('in-part', { issued: '2018-09', evidence: 'partly-seen' }),
    policy('unread', { issued: '2014', evidence: 'unconfirmed' }),
    policy('undated', { issued: null }),
  ];
  const targets = ['p2018', 'effective', 'in-part', 'unread', 'undated', 'nowhere'].map((id) =>
    target(`${id}-t01`, { policy: id }),
  );
  const ids = (year: number) => targetsOf(targets, policies, year).map(({ id }) => id);
  expect(ids(2017)).toEqual(['effective-t01']);
  expect(ids(2018)).toEqual(['p2018-t01', 'effective-t01', 'in-part-t01']);
  expect(targetsOf([target('t', { policy: 'p2018', evidence: 'unconfirmed' })], policies, 2018)).toEqual([]);
});

test('targets are counted by tier and verdict', () => {
  expect(['CN-338', 'BTH13', '110000', '130100', 'BEIJING-HUAIROU'].map(tierOf)).toEqual([
    'nation',
    'nation',
    'province',
    'city',
    'city',
  ]);
  const lines = [
    judged({ scope: 'CN-338', ...result(-20, 2020, 2015) }, 2020).progress,
    judged({ scope: '130100' }, 2020).progress,
    judged({ scope: '130000', indicator: 'coal_share', kind: 'at-most' }, 2020).progress,
  ];
  const counts = new Map(targetCounts(lines, 2020).map(({ id, value }) => [id, value]));
  expect(counts.get('register.targets-all.air.targets.2020')).toBe(2);
  expect(counts.get('register.targets-all.measures.targets.2020')).toBe(1);
  expect(counts.get('register.targets-nation.air.met.2020')).toBe(1);
  expect(counts.get('register.targets-city.air.not-assessable.2020')).toBe(1);
  expect(counts.get('register.targets-province.air.targets.2020')).toBe(0);
});

describe('where nothing was published', () => {
  const city = { scope: '130100', value: -33, baselineYear: 2012, deadlineYear: 2017 };
  const own = (period: string, value: number | null, parts: Partial<Fact> = {}): Fact =>
    figure('annual-mean', period, value ?? 0, {
      ...{ origin: 'computed', scope: '130100', method: 'city-monthly', value, id: '' },
      ...parts,
    });
  /** A fact under the id of a change since a base year. */
  const since = (period: string, value: number | null, pair: string, parts: Partial<Fact> = {}): Fact => {
    const subject = parts.subject ?? 'pm25';
    const scope = parts.scope ?? '130100';
    const id = `computed.${scope}.${subject}.annual-mean-since-base.${period}.${pair}`;
    return { ...own(period, value, parts), unit: '%', statistic: 'annual-mean-since-base', id };
  };
  const level = (year: number, value: number, parts: Partial<Fact> = {}): Fact => ({
    ...own(String(year), value, { decimals: 0, ...parts }),
    id: `computed.${parts.scope ?? '130100'}.pm25.annual-mean.${year}`,
  });

  test('a reduction on 2012 is counted from 2013, the whole way, and its rule says so', () => {
    const { verdict, progress, made } = judged(city, 2017, since('2017-vs-2013', -34.4, 'official-computed'));
    expect(verdict).toBe('met: computed-other-base');
    expect(progress.base).toBe(2013);
    // Half the way of 2013 to 2017 is done by 2015: −33 · 2/4 = −16.5.
    const path = made.filter(({ statistic }) => statistic === 'path');
    expect(path.map(({ period, value }) => [period, value])).toEqual([
      ['2014', -8.25],
      ['2015', -16.5],
      ['2016', -24.75],
      ['2017', -33],
    ]);
    // −34.4 of −33 is 104.24 %.
    expect(made.find(({ statistic }) => statistic === 'progress')?.value).toBeCloseTo((34.4 / 33) * 100, 9);
    expect(judged(city, 2015, since('2015-vs-2013', -16.5, 'official-computed')).verdict).toBe(
      'on-track: path-other-base',
    );
    expect(judged(city, 2015, since('2015-vs-2013', -16.4, 'official-computed')).verdict).toBe(
      'behind: path-other-base',
    );
  });

  test('a change from 2012 itself is shown without a verdict: it crosses the change of sites', () => {
    const pm10 = { ...city, indicator: 'pm10_annual', value: -15 };
    const change = since('2017-vs-2012', 27.4, 'official-computed', { subject: 'pm10' });
    const { verdict, progress } = judged(pm10, 2017, change);
    expect(verdict).toBe('not-assessable: network-break');
    expect(progress).toMatchObject({ result: change.id, progress: null, base: 2012 });
    // With a mean of 2013 the way is counted from there.
    const better = since('2017-vs-2013', -20, 'official-computed', { subject: 'pm10' });
    expect(judged(pm10, 2017, change, better).verdict).toBe('met: computed-other-base');
  });

  test('two published means of 2013 and later are a published result', () => {
    expect(judged(city, 2017, since('2017-vs-2013', -35, 'official-official')).verdict).toBe(
      'met: published-other-base',
    );
  });

  test('too few cities, one year only, or another reference state: no verdict, and the reason names which', () => {
    const few = since('2017-vs-2013', null, 'official-computed', { reason: 'coverage' });
    expect(judged(city, 2017, few).verdict).toBe('not-assessable: coverage');
    expect(judged(city, 2017, level(2017, 60)).verdict).toBe('not-assessable: no-base');
    const fyp = { ...city, value: -25, baselineYear: 2015, deadlineYear: 2020 };
    expect(judged(fyp, 2019, level(2015, 60)).verdict).toBe('not-assessable: no-end');
    const now = level(2019, 50, { basis: 'actual-298K' });
    expect(judged(fyp, 2019, level(2015, 60), now).verdict).toBe('not-assessable: other-state');
  });

  test('a target for other places than the cities of its area is not measured by them', () => {
    const some = { ...city, statistic: 'mean of non-attaining cities' };
    expect(judged(some, 2017, since('2017-vs-2013', -40, 'official-computed')).verdict).toBe(
      'not-assessable: other-panel',
    );
  });

  test('in the mixed year 2018 a verdict is given only where both ends of the range agree', () => {
    const fyp = { ...city, value: -25, baselineYear: 2015, deadlineYear: 2020 };
    const mixed = (value: number): Fact => ({
      ...own('2018-vs-2015', value, { notes: ['mixed-basis'] }),
      id: 'computed.130100.pm25.annual-mean.2018-vs-2015',
    });
    // −40 % may be 0.6/0.9 − 1 = −33.3 % on the old state: past −25 either way.
    expect(judged(fyp, 2018, mixed(-40)).verdict).toBe('on-track: reached-early');
    // Due by 2018: −25 · 3/5 = −15. −20 % may be 0.8/0.9 − 1 = −11.1 %: short of it; −5 % may be +5.6 %: behind either way.
    expect(judged(fyp, 2018, mixed(-20)).verdict).toBe('not-assessable: mixed-year');
    expect(judged(fyp, 2018, mixed(-5)).verdict).toBe('behind: path');
    // At 1,500 m the factor is far below 0.9, and no range can be given.
    const lanzhou = { ...mixed(-40), id: 'computed.620100.pm25.annual-mean.2018-vs-2015' };
    expect(judged({ ...fyp, scope: '620100' }, 2018, lanzhou).verdict).toBe('not-assessable: mixed-year');
  });

  test('a level is judged by the mean of its year, rounded as the goal is', () => {
    const goal = { scope: '130100', kind: 'at-most' as const, value: 49, baselineYear: null, deadlineYear: 2017 };
    expect(judged(goal, 2017, level(2017, 49.4)).verdict).toBe('met: by-city-data');
    expect(judged(goal, 2017, level(2017, 49.6)).verdict).toBe('not-met: by-city-data');
    // 49.4 in 2018 lies between 49.4 and 49.4/0.9 = 54.9 on the old state.
    const mixed = level(2018, 49.4, { basis: 'mixed-2018' });
    expect(judged({ ...goal, deadlineYear: 2018 }, 2018, mixed).verdict).toBe('not-assessable: mixed-year');
    expect(judged({ ...goal, deadlineYear: 2018 }, 2018, level(2018, 44, { basis: 'mixed-2018' })).verdict).toBe(
      'met: by-city-data',
    );
  });

  test('a level from before the change of state has no verdict by a value on the new one, which is still shown', () => {
    // Hebei's goal of 55 for 2020, issued on 23 August 2018. 50.9 in 2019 is between 50.9/0.97 = 52.5 and 50.9/0.90 = 56.6 on the old
    // state: it cannot be said to be below 55.
    const hebei = { scope: '130100', kind: 'level' as const, value: 55, baselineYear: null, deadlineYear: 2020 };
    const now = level(2019, 50.9, { basis: 'actual-298K' });
    const before = judged({ ...hebei, issued: '2018-08-23' }, 2019, now);
    expect(before.verdict).toBe('not-assessable: goal-state');
    expect(before.progress.result).toBe(now.id);
    // The figures of the whole of 2018 were published on the old state, and goals of that year, its last months too, were written by them.
    expect(judged({ ...hebei, issued: '2018-12-24' }, 2019, now).verdict).toBe('not-assessable: goal-state');
    expect(judged({ ...hebei, issued: '2018' }, 2019, now).verdict).toBe('not-assessable: goal-state');
    // Nor is it called missed by the same comparison; 60 on the new state is more than 55 on either, but the rule is one.
    const late = level(2020, 60, { basis: 'actual-298K' });
    expect(judged({ ...hebei, issued: '2018-08-23' }, 2020, late).verdict).toBe('not-assessable: goal-state');
    expect(judged({ ...hebei, issued: '2019-03-13' }, 2019, now).verdict).toBe('on-track: reached-early');
    // In 2018 both may still stand on the old state: 50.9 as published, or a mixed mean of 46, at most 46/0.9 = 51.1.
    const published = { ...figure('annual-mean', '2018', 50.9), id: 'published.130100.pm25.annual-mean.2018' };
    expect(judged({ ...hebei, issued: '2018-08-23' }, 2018, published).verdict).toBe('on-track: reached-early');
    const mixed = level(2018, 46, { basis: 'mixed-2018' });
    expect(judged({ ...hebei, issued: '2018-08-23' }, 2018, mixed).verdict).toBe('on-track: reached-early');
  });

  test('a share of good days follows the same rule, published or computed: no factor leads from state to state', () => {
    const share = {
      kind: 'share' as const,
      indicator: 'good_day_share',
      value: 80,
      baselineYear: null,
      issued: '2018-06-27',
    };
    const now = figure('good-day-share', '2019', 82, { basis: 'actual-298K' });
    expect(judged(share, 2019, now).verdict).toBe('not-assessable: goal-state');
    expect(judged({ ...share, issued: '2019-01' }, 2019, now).verdict).toBe('on-track: reached-early');
    // A release's own result keeps its verdict.
    expect(judged({ ...share, ...result(87, 2020) }, 2020, now).verdict).toBe('met: goal-reached');
  });

  test('a published figure goes before one of ours', () => {
    const goal = { scope: '130100', kind: 'at-most' as const, value: 49, baselineYear: null, deadlineYear: 2017 };
    const stated = figure('annual-mean', '2017', 50, { scope: '130100' });
    const ids = { ...stated, id: 'published.130100.pm25.annual-mean.2017' };
    expect(judged(goal, 2017, ids, level(2017, 48)).verdict).toBe('not-met: goal-missed');
  });
});
