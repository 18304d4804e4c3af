import { describe, expect, test } from 'vitest';
import type { AssessContext, SoFar } from '../../pipeline/assess/context.ts';
import { peakSeasons } from '../../pipeline/assess/peak-seasons.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { whoDistance } from '../../pipeline/assess/who-distance.ts';
import { whoLevels } from '../../pipeline/assess/who-ladder.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { CityMonth, Evidence, Fact, Guideline, Pollutant } from '../../pipeline/types.ts';
import { city, data, edition } from '../build.ts';

const line = (
  pollutant: Pollutant,
  averaging: string,
  level: Guideline['level'],
  value: number,
  evidence: Evidence = 'seen',
) => ({
  ...{ edition: '2021' as const, pollutant, averaging, level, value, unit: 'µg/m³', evidence, source: 'who', at: 2 },
});
const GUIDELINES = [
  line('pm25', 'annual', 'IT-1', 35),
  line('pm25', 'annual', 'IT-2', 25),
  line('pm25', 'annual', 'AQG', 5),
  line('pm25', 'annual', 'IT-3', 15, 'unconfirmed'),
  line('pm25', '24h', 'IT-1', 75),
  line('o3', 'peak-season', 'IT-1', 100),
  line('o3', 'peak-season', 'AQG', 60),
  line('no2', 'annual', 'IT-1', 40),
  line('no2', 'annual', 'AQG', 10),
];

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ozone = (code: string, mean: number, days: readonly number[] = DAYS): CityMonth[] =>
  days.map((validDays, i) => ({
    ...{ code, month: `2019-${String(i + 1).padStart(2, '0')}`, subject: 'o3', statistic: 'mean-mda8' },
    ...{
      value: i >= 3 && i <= 8 ? mean : mean - 40,
      validDays,
      basis: 'actual-298K',
      method: 'station-hourly',
      source: 'archive',
    },
  }));

const contextOf = (months: readonly CityMonth[], panels: AssessContext['panels']): AssessContext => ({
  data: data({ cityMonths: months.map((month) => ({ ...month, at: 2 })), guidelines: GUIDELINES }),
  edition: edition({ year: 2019 }),
  year: 2019,
  values: new CityValues([]),
  panels,
  cities: [city('a'), city('b')],
});
const soFar = (facts: readonly Fact[]): SoFar => ({
  ...{ facts, rankings: [], reconciliation: [], targets: [], twins: [], robustness: [] },
  find: (id) => facts.find((fact) => fact.id === id),
});
const PANEL = { id: 'P', codes: ['a', 'b'] };
const values = (facts: readonly Fact[] | undefined): Record<string, number | null> =>
  Object.fromEntries((facts ?? []).map(({ id, value }) => [id, value]));

describe('the ozone season', () => {
  test('of cities and their panel is the mean of April to September, and its rungs are counted', () => {
    const made = values(peakSeasons(contextOf([...ozone('a', 120), ...ozone('b', 90)], [PANEL]), soFar([])).facts);
    expect(made['computed.a.o3.peak-season-mean.2019']).toBeCloseTo(120, 10);
    expect(made['computed.P.o3.peak-season-mean.2019']).toBeCloseTo(105, 10);
    expect(made['computed.P.o3.cities-above-IT-1.2019']).toBe(1);
    expect(made['computed.P.o3.cities-at-IT-1.2019']).toBe(1);
    expect(made['computed.P.o3.cities-at-AQG.2019']).toBe(0);
  });

  test('is none for a city with half a month, and so none for the panel of two', () => {
    // February with 13 of 28 days: less than half.
    const short = ozone(
      'b',
      90,
      DAYS.map((days, i) => (i === 1 ? 13 : days)),
    );
    const made = values(peakSeasons(contextOf([...ozone('a', 120), ...short], [PANEL]), soFar([])).facts);
    expect(Object.keys(made)).toEqual(['computed.a.o3.peak-season-mean.2019']);
  });
});

test('only levels that were read are used, for the statistic by which a year is judged', () => {
  expect(whoLevels(GUIDELINES, 'pm25').map(({ level }) => level)).toEqual(['AQG', 'IT-2', 'IT-1']);
});

describe('the way to a level', () => {
  const level = (scope: string, subject: Pollutant, value: number, origin: Fact['origin'] = 'computed') =>
    makeFact({
      ...{ origin, scope, subject, statistic: 'annual-mean', period: '2019', value },
      ...{ unit: 'µg/m³', decimals: 0, method: 'station-hourly', basis: 'actual-298K' as const, sources: ['archive'] },
    });
  const rung = (name: string, value: number) => ({
    ...level('P', 'pm25', value),
    id: `computed.P.pm25.cities-at-${name}.2019`,
    statistic: `cities-at-${name}`,
  });
  const known = [
    level('P', 'pm25', 50),
    level('P', 'pm25', 40, 'published'),
    level('a', 'pm25', 35.4),
    level('a', 'no2', 50),
    rung('AQG', 1),
    rung('IT-2', 4),
    rung('IT-1', 10),
  ];
  const made = whoDistance(contextOf([], [PANEL]), soFar(known)).facts ?? [];

  test('is the fall in per cent of today’s level', () => {
    // (50 - 35)/50 = 30 %, (50 - 5)/50 = 90 %; from 40 published: 12.5 %.
    const all = values(made);
    expect(all['computed.P.pm25.reduction-to-IT-1.2019']).toBeCloseTo(30, 10);
    expect(all['computed.P.pm25.reduction-to-AQG.2019']).toBeCloseTo(90, 10);
    expect(all['published.P.pm25.reduction-to-IT-1.2019']).toBeCloseTo(12.5, 10);
  });

  test('is nought for 35.4, which meets 35 as printed', () => {
    expect(values(made)['computed.a.pm25.reduction-to-IT-1.2019']).toBe(0);
  });

  test('is given of cities for all levels of PM2.5 and the guideline level of the others', () => {
    const own = made.filter(({ scope, subject }) => scope === 'a' && subject === 'no2');
    // (50 - 10)/50.
    expect(values(own)).toEqual({ 'computed.a.no2.reduction-to-AQG.2019': 80 });
    expect(own[0]?.sources).toEqual(['archive', 'who']);
  });

  test('is counted by the cities within each level: those on its rung and on stricter ones', () => {
    const all = values(made);
    expect(['AQG', 'IT-2', 'IT-1'].map((name) => all[`computed.P.pm25.cities-within-${name}.2019`])).toEqual([
      1, 5, 15,
    ]);
  });
});
