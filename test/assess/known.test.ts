import { describe, expect, test } from 'vitest';
import { knownUntil, knowsPeriod } from '../../pipeline/assess/known.ts';

describe('an edition without a day of its own', () => {
  const annual = { year: 2017, asOf: null };

  test('knows to the last day of the year assessed', () => expect(knownUntil(annual)).toBe('2017-12-31'));

  test.each(['2013', '2017', '2017-12', '2017-10..12', '2016-10..2017-03'])('knows %s', (period) =>
    expect(knowsPeriod(period, annual)).toBe(true));

  test.each(['2018', '2018-01', '2018-01..06', '2017-10..2018-03'])('does not know %s', (period) =>
    expect(knowsPeriod(period, annual)).toBe(false));
});

describe('an edition written in July of the next year', () => {
  const later = { year: 2017, asOf: '2018-07' };

  test('knows the winter that ended in March', () => {
    for (const period of ['2017-10..2018-03', '2018-01', '2018-03', '2018-01..03']) {
      expect(knowsPeriod(period, later)).toBe(true);
    }
  });

  test('assesses nothing else of that year', () => {
    for (const period of ['2018', '2018-04', '2018-01..06', '2018-07']) expect(knowsPeriod(period, later)).toBe(false);
  });

  test('knows no winter that had not ended', () => {
    expect(knowsPeriod('2017-10..2018-03', { year: 2017, asOf: '2018-02' })).toBe(false);
  });
});
