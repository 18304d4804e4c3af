import { describe, expect, test } from 'vitest';
import { regionOf, regionPlans } from '../../pipeline/assess/key-regions.ts';
import { familyOf } from '../../pipeline/assess/policy-families.ts';
import { policy } from '../build.ts';
import { annual, shipped } from '../shipped.ts';

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);

describe('the family of a policy', () => {
  const records = [
    policy('head', { issued: '2013-09' }),
    policy('province', { issued: '2014', family: 'head', relation: 'implements' }),
    policy('city', { issued: '2015', family: 'province', relation: 'implements' }),
    policy('successor', { issued: '2018', family: 'head', relation: 'supersedes' }),
    policy('later', { issued: '2019', family: 'head', relation: 'implements' }),
    policy('unread', { issued: '2014', family: 'head', relation: 'implements', evidence: 'unconfirmed' }),
  ];

  test('has what carries it out at first hand and through others, not what takes its place', () => {
    expect(ids(familyOf('head', records, 2018))).toEqual(['province', 'city']);
    expect(ids(familyOf('province', records, 2018))).toEqual(['city']);
  });

  test('knows nothing later than the year and nothing unread', () => {
    expect(ids(familyOf('head', records, 2014))).toEqual(['province']);
    expect(ids(familyOf('head', records, 2019))).toEqual(['province', 'city', 'later']);
  });

  test('ends where two records name each other', () => {
    const circle = [
      policy('a', { family: 'b', relation: 'implements' }),
      policy('b', { family: 'a', relation: 'implements' }),
    ];
    expect(ids(familyOf('a', circle, 2018))).toEqual(['b']);
  });
});

describe('the key regions', () => {
  const { data } = shipped();

  test('have the provinces of their cities: the 2+26 lie in six, the delta of 25 cities in three', () => {
    // Beijing, Tianjin, Hebei, Shanxi, Shandong, Henan; Shanghai, Jiangsu, Zhejiang.
    expect(regionOf('bth', data, annual(2018))?.provinces).toEqual([
      ...['110000', '120000', '130000', '140000', '370000', '410000'],
    ]);
    expect(regionOf('bth', data, annual(2016))?.provinces).toEqual(['110000', '120000', '130000']);
    expect(regionOf('yrd', data, annual(2016))?.provinces).toEqual(['310000', '320000', '330000']);
    expect(regionOf('fenwei', data, annual(2016))).toBeNull();
  });

  test('have the records in force for themselves and the plans of their provinces', () => {
    const region = regionOf('prd', data, annual(2018));
    if (!region) throw new Error('no region');
    const plan = { level: 'provincial', jurisdiction: '440000' } as const;
    const records = [
      policy('own', { level: 'regional', jurisdiction: 'PRD9', issued: '2016' }),
      policy('other', { level: 'regional', jurisdiction: 'TWO26', issued: '2016' }),
      policy('plan', { ...plan, issued: '2018-12' }),
      policy('ended', { ...plan, issued: '2014', ends: '2017-12-31' }),
      policy('summer', { ...plan, issued: '2013', ends: '2018-06-30' }),
      policy('ends', { ...plan, issued: '2013', ends: '2018-12-31' }),
      policy('fuel', { ...plan, issued: '2013', sectors: ['vehicles-fuels'] }),
    ];
    const { regional, provincial } = regionPlans(region, records, 2018);
    expect(ids(regional)).toEqual(['own']);
    expect(ids(provincial)).toEqual(['ends', 'plan']);
  });
});

test('every record on freight that is printed has a theme, and a theme only such records', () => {
  const { policies } = shipped().data;
  const bare = policies.filter(({ sectors, themes }) => sectors[0] === 'freight-ships-ports' && themes.length === 0);
  expect(ids(bare)).toEqual([]);
  expect(policies.find(({ id }) => id === 'cn-2018-diesel-trucks')?.themes).toEqual([
    ...['diesel-trucks', 'fuel-quality', 'scrappage', 'rail-and-water'],
  ]);
});
