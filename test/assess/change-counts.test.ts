import { expect, test } from 'vitest';
import { attainmentCounts } from '../../pipeline/assess/attainment.ts';
import { panelChanges } from '../../pipeline/assess/change.ts';
import { changeCounts } from '../../pipeline/assess/change-counts.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { cityYear, STANDARDS } from '../build.ts';

const PANEL = { id: 'X', codes: ['c0', 'c1', 'c2', 'c3'] };

/** c0 falls by half, c1 rises, c2 rises by 0.04 % and so prints as unchanged, c3 has no value in the year before. */
const ROWS = [
  ...[100, 50, 100].map((value, i) => cityYear(`c${i}`, 2016, value)),
  ...[50, 60, 100.04, 20].map((value, i) => cityYear(`c${i}`, 2017, value, { method: 'city-monthly' })),
];

test('cities are counted by the way their change prints, with the notes of the comparison', () => {
  const values = new CityValues(ROWS);
  const changes = PANEL.codes.flatMap((code) => panelChanges(values, { id: code, codes: [code] }, 2016, 2017));
  const facts = changeCounts(changes, PANEL, 2016, 2017);
  expect(facts.map(({ statistic, value, n, of, notes }) => [statistic, value, n, of, notes])).toEqual([
    ['fallen-cities', 1, 3, 4, ['method-change']],
    ['level-cities', 1, 3, 4, ['method-change']],
    ['risen-cities', 1, 3, 4, ['method-change']],
  ]);
  expect(changeCounts(changes, { id: 'Y', codes: ['other'] }, 2016, 2017)).toEqual([]);
});

test('CO is judged by its 95th percentile, ozone by its 90th, each against its own limit', () => {
  const rows = [
    ...[4.04, 4.06].map((value, i) => cityYear(`c${i}`, 2016, value, { subject: 'co', statistic: 'p95-daily' })),
    ...[160.4, 161].map((value, i) => cityYear(`c${i}`, 2016, value, { subject: 'o3', statistic: 'p90-mda8' })),
    ...[1, 1].map((value, i) => cityYear(`c${i}`, 2016, value, { subject: 'co' })),
  ];
  const facts = attainmentCounts(new CityValues(rows), { id: 'X', codes: ['c0', 'c1'] }, 2016, STANDARDS);
  const counts = facts
    .filter(({ statistic }) => statistic === 'attaining-cities')
    .map(({ subject, value }) => [subject, value]);
  expect(counts).toEqual([
    ['co', 1],
    ['o3', 1],
  ]);
});
