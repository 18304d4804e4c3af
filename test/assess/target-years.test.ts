import { describe, expect, test } from 'vitest';
import { targetProgress, targetsOf } from '../../pipeline/assess/target-progress.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import { scopeNames } from '../../pipeline/facts/table.ts';
import type { Fact, TargetProgress } from '../../pipeline/types.ts';
import { VERDICTS } from '../../pipeline/types.ts';
import { shipped } from '../shipped.ts';

/** Programmes of the years after 2020. */
const LATER = /^(?:cn-202[1-9]|xian-2021|chengdu-2021|neimenggu-2024)/;

/** A published figure of a year after the change of state. */
const published = (scope: string, rest: string, value: number, unit = 'µg/m³'): Fact => {
  const [subject = '', statistic = '', period = ''] = rest.split(' ');
  return makeFact({
    ...{ origin: 'published', scope, subject, statistic, period, value, unit, decimals: 1 },
    ...{ method: 'published', basis: 'actual-298K' as const, sources: ['release'] },
  });
};

/** Verdict and rule of each shipped target that an edition of the year knows, measured by these figures alone. */
function judgedIn(year: number, ...facts: Fact[]): ReadonlyMap<string, TargetProgress> {
  const { data } = shipped();
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return new Map(
    targetsOf(data.targets, data.policies, year).map((target) => [
      target.id,
      targetProgress(target, year, (id) => byId.get(id)).progress,
    ]),
  );
}

const said = (judged: ReadonlyMap<string, TargetProgress>, id: string): string => {
  const line = judged.get(id);
  return line ? `${line.verdict}: ${line.rule}` : 'not known';
};

describe('targets of 2021 to 2025, of the plan of 2023 and of later campaigns', () => {
  test('are unknown to an edition of 2019 or before, and known to that of their own year', () => {
    for (const year of [2013, 2017, 2019])
      expect([...judgedIn(year).keys()].filter((id) => LATER.test(id))).toEqual([]);
    const known = (year: number) => [...judgedIn(year).keys()];
    expect(known(2021)).toContain('cn-2021-winter-t01');
    expect(known(2022)).not.toContain('cn-2023-air-plan-t01');
    expect(known(2023)).toContain('cn-2023-air-plan-t01');
    // Only read in summaries of others: never spoken of.
    expect(known(2025)).not.toContain('cn-2021-14fyp-t01');
  });

  test('are judged on the way by the straight path from 2020', () => {
    // −10 % in five years is −6 % by 2023; −20 % is −12 %.
    const change = (scope: string, value: number) => published(scope, 'pm25 annual-mean 2023-vs-2020', value, '%');
    const good = judgedIn(2023, change('CN-338', -6), change('BTHS38_2023', -11.9));
    expect(said(good, 'cn-2023-air-plan-t01')).toBe('on-track: path');
    expect(said(good, 'cn-2023-air-plan-t05')).toBe('behind: path');
    expect(said(judgedIn(2023, change('CN-338', -10)), 'cn-2023-air-plan-t01')).toBe('on-track: reached-early');
    expect(said(judgedIn(2023, change('CN-338', 1)), 'cn-2023-air-plan-t01')).toBe('behind: path');
  });

  test('that are levels wait for their year unless they are reached, and are judged in it', () => {
    const beijing = (value: number, year: number) => published('110000', `pm25 annual-mean ${year}`, value);
    const of = (value: number, year: number) => said(judgedIn(year, beijing(value, year)), 'cn-2023-air-plan-t08');
    expect(of(33, 2024)).toBe('not-assessable: deadline-ahead');
    expect(of(32, 2024)).toBe('on-track: reached-early');
    expect(of(30.5, 2025)).toBe('met: goal-reached');
    expect(of(33, 2025)).toBe('not-met: goal-missed');
    const xian = published('610100', 'pm25 annual-mean 2021', 41);
    expect(said(judgedIn(2021, xian), 'xian-2021-work-plan-t01')).toBe('met: goal-reached');
  });

  test('take the published result of 2025 in 2025, and not before', () => {
    // −20 % against a goal of −10 %.
    expect(said(judgedIn(2025), 'cn-2023-air-plan-t01')).toBe('met: goal-reached');
    expect(said(judgedIn(2024), 'cn-2023-air-plan-t01')).toBe('not-assessable: neither');
    // 28 µg/m³ in 2025, two years before the goal of 28.
    expect(said(judgedIn(2025), 'cn-2024-beautiful-china-t01')).toBe('on-track: reached-early');
  });

  test('never take a figure on the old state for the base: 2020 lies wholly on the new one', () => {
    const old = published('CN-338', 'pm25 annual-mean 2023-vs-2015', -30, '%');
    expect(said(judgedIn(2023, old), 'cn-2023-air-plan-t01')).toBe('not-assessable: neither');
  });
});

test('every target that was read has a verdict or a reason in every year from that of its policy on', () => {
  const { data } = shipped();
  const readOnes = data.targets.filter(({ evidence }) => evidence === 'seen');
  const judged = judgedIn(2036);
  expect(readOnes.map(({ id }) => id).filter((id) => !judged.has(id))).toEqual([]);
  expect(judged.size).toBe(165);
  for (const year of [2014, 2017, 2019, 2025, 2036]) {
    for (const { verdict, rule, target } of judgedIn(year).values()) {
      expect(VERDICTS).toContain(verdict);
      expect([target.id, rule.length > 3]).toEqual([target.id, true]);
    }
  }
});

test('every place of a target has its name in both languages', () => {
  const { data } = shipped();
  const names = scopeNames(data);
  const missing = data.targets.filter(({ scope }) => !names.get(scope)?.en || !names.get(scope)?.zh);
  expect(missing.map(({ id }) => id)).toEqual([]);
});
