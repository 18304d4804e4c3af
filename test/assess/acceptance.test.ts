import { describe, expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { annual, shipped } from '../shipped.ts';

const facts = new Facts(assess(shipped().data, annual(2018)).facts);
const value = (id: string) => facts.get(id).value;

describe('published figures of the shipped data', () => {
  // Ministry's release on 2018 (March 2019).
  test('338 cities in 2018: PM2.5 39, PM10 71 µg/m³, good days 79.3 %, 121 cities attaining', () => {
    expect(value('published.CN-338.pm25.annual-mean.2018')).toBe(39);
    expect(value('published.CN-338.pm10.annual-mean.2018')).toBe(71);
    expect(value('published.CN-338.aqi.good-day-share.2018')).toBe(79.3);
    expect(value('published.CN-338.all.attaining-cities.2018')).toBe(121);
  });

  // Ministry's release of 18 January 2018 (Xinhua); 99 cities: bulletin on 2017, 31 May 2018.
  test('338 cities in 2017: PM2.5 43, PM10 75 µg/m³, good days 78.0 %, 99 cities attaining', () => {
    expect(value('published.CN-338.pm25.annual-mean.2017')).toBe(43);
    expect(value('published.CN-338.pm10.annual-mean.2017')).toBe(75);
    expect(value('published.CN-338.aqi.good-day-share.2017')).toBe(78);
    expect(value('published.CN-338.all.attaining-cities.2017')).toBe(99);
  });

  // Bulletin on 2013, as quoted by the ministry's research academy.
  test('74 cities in 2013: PM2.5 72, PM10 118, SO2 40, NO2 44, CO 2.5, O3 139', () => {
    const six = [
      'pm25.annual-mean',
      'pm10.annual-mean',
      'so2.annual-mean',
      'no2.annual-mean',
      'co.p95-daily',
      'o3.p90-mda8',
    ];
    expect(six.map((statistic) => value(`published.KEY74.${statistic}.2013`))).toEqual([72, 118, 40, 44, 2.5, 139]);
  });

  // Release of 18 January 2018: "-6.5 %" for PM2.5 and "-5.1 %" for PM10; State Council report of April 2019: "-9.3 %", "+1.3 pp".
  test('changes stand as they were published', () => {
    expect(value('published.CN-338.pm25.annual-mean.2017-vs-2016')).toBe(-6.5);
    expect(value('published.CN-338.pm10.annual-mean.2017-vs-2016')).toBe(-5.1);
    expect(value('published.CN-338.pm25.annual-mean.2018-vs-2017')).toBe(-9.3);
    expect(value('published.CN-338.aqi.good-day-share.2018-minus-2017')).toBe(1.3);
  });

  test('what was not seen is no fact: the SO2 of 2015', () => {
    expect(facts.find('published.CN-338.so2.annual-mean.2015')).toBeUndefined();
  });

  // Releases of January 2019 to 2020 give 2018 on the new state of the air as 36 µg/m³.
  test('2018 recalculated to the new state stands apart, and no change crosses to it', () => {
    expect(value('published.CN-338.pm25.annual-mean.2018.rebased')).toBe(36);
    expect(facts.get('published.CN-338.pm25.annual-mean.2018').basis).toBe('standard-273K');
  });
});

describe('unweighted means of 338 cities, computed from the archives', () => {
  // PM2.5: ministry's releases of February 2016, January 2017 and January 2018 (46 and 43 leave sand-dust days out).
  // SO2, NO2: bulletins on 2015 and 2016; 2017 from the release on 2018 (14, -22.2 %; 29, -6.5 %).
  const PUBLISHED = { pm25: [50, 47, 43], so2: [25, 22, 18], no2: [30, 30, 31] } as const;

  for (const [subject, levels] of Object.entries(PUBLISHED)) {
    levels.forEach((level, i) => {
      const year = 2015 + i;
      test(`${subject} ${year} lies within 2 µg/m³ of the published ${level}`, () => {
        const fact = facts.get(`computed.CN-338.${subject}.annual-mean.${year}`);
        expect(fact.n).toBeGreaterThanOrEqual(304);
        expect(Math.abs((fact.value ?? Number.NaN) - level)).toBeLessThanOrEqual(2);
      });
    });
  }

  test('2018 mixes two bases, and a change from 2017 says so', () => {
    expect(facts.get('computed.CN-338.pm25.annual-mean.2018').basis).toBe('mixed-2018');
    expect(facts.get('computed.CN-338.pm25.annual-mean.2018-vs-2017').notes).toContain('mixed-basis');
  });
});

test('for the best figure the published one is taken, and ours where there is none', () => {
  expect(facts.get('best.CN-338.pm25.annual-mean.2018').origin).toBe('published');
  expect(facts.get('best.CN-338.so2.annual-mean.2015').origin).toBe('computed');
});

test('every value is a number or has its reason', () => {
  const bare = facts.all.filter((fact) => (fact.value === null ? fact.reason === null : !Number.isFinite(fact.value)));
  expect(bare.map(({ id }) => id).slice(0, 10)).toEqual([]);
});
