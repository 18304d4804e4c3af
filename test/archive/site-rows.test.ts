import { describe, expect, test } from 'vitest';
import { siteRows } from '../../pipeline/archive/site-rows.ts';
import { JINAN, LAIWU, listing, ZHANGQIU } from './listings.ts';

const rowsOf = (...listings: Parameters<typeof siteRows>[0]) => siteRows(listings).rows;

describe('a site is', () => {
  test('a named control site when it is flagged and a list’s name for it says 对照点', () => {
    expect(rowsOf(listing(2020, '上兰(对照点)'), listing(2022, '上兰', { flag: 'Y' }))).toMatchObject([
      { control: 'named' },
    ]);
    expect(rowsOf(listing(2018, '定陵'), listing(2022, '定陵(对照点)', { flag: 'Y' }))).toMatchObject([
      { control: 'named' },
    ]);
  });

  test('a named control site when only its name says so and no list with flags has it', () => {
    expect(rowsOf(listing(2018, '团泊洼'), listing(2020, '团泊洼(对照点)'))).toMatchObject([{ control: 'named' }]);
  });

  test('flagged when only the flag says so', () => {
    const [row] = rowsOf(listing(2020, '供销社'), listing(2022, '供销社(停运200110)', { flag: 'Y' }));
    expect(row).toMatchObject({ control: 'flagged', closed: '2020-01-10', name: '供销社(停运200110)' });
  });

  test('none when neither does, and keeps the last day on which it was one', () => {
    const [row] = rowsOf(listing(2020, '安庆大学(191227更为评价点)'), listing(2022, '安庆大学', { flag: 'N' }));
    expect(row).toMatchObject({ control: 'no', controlUntil: '2019-12-26', validTo: null });
  });

  test('a control site no longer when a list with flags denies what the list before said', () => {
    const lists = [listing(2018, '东湖'), listing(2020, '东湖(对照点)'), listing(2022, '东湖', { flag: 'N' })];
    expect(rowsOf(...lists)).toMatchObject([
      { control: 'named', validFrom: null, validTo: '2020-12-31', firstList: 2018, lastList: 2020 },
      { control: 'no', validFrom: '2021-01-01', validTo: null, firstList: 2022, lastList: 2022 },
    ]);
  });
});

describe('a site that changes its city', () => {
  test('belongs to Laiwu to the end of 2018, when Laiwu was dissolved, and to Jinan from 2019', () => {
    const lists = [
      listing(2016, '植物油厂', { place: LAIWU }),
      listing(2020, '植物油厂', { place: JINAN }),
      listing(2022, '植物油厂(停运170603)', { place: JINAN, flag: 'Y' }),
    ];
    const shared = { control: 'flagged', closed: '2017-06-03' };
    expect(rowsOf(...lists)).toMatchObject([
      {
        ...shared,
        city: '371200',
        unit: '莱芜',
        validFrom: null,
        validTo: '2018-12-31',
        firstList: 2016,
        lastList: 2016,
      },
      {
        ...shared,
        city: '370100',
        unit: '济南',
        validFrom: '2019-01-01',
        validTo: null,
        firstList: 2020,
        lastList: 2022,
      },
    ]);
  });

  test('has a row for its county-level unit to the year of the last list that says so, and one for the city after', () => {
    const lists = [2018, 2020].map((year) => listing(year, '环境监测站', { place: ZHANGQIU }));
    expect(rowsOf(...lists, listing(2022, '东山小学', { flag: 'N' }))).toMatchObject([
      { name: '环境监测站', city: null, unit: '章丘', validTo: '2020-12-31' },
      { name: '东山小学', city: '370100', unit: '济南', validFrom: '2021-01-01' },
    ]);
  });

  test('has one row when only the name of the city changes, with the name of the latest list', () => {
    const renamed = { ...JINAN, unit: '济南市' };
    expect(rowsOf(listing(2018, '甲'), listing(2022, '甲', { place: renamed }))).toMatchObject([
      { unit: '济南市', firstList: 2018, lastList: 2022 },
    ]);
  });
});

test('days and positions come from the latest list that has them, and days that differ are told', () => {
  const { rows, findings } = siteRows([
    listing(2018, '供排水公司', { position: { lon: 113.1, lat: 40.1 } }),
    listing(2020, '供排水公司(停运160601)', { position: { lon: 113.28, lat: 40.11 } }),
    listing(2022, '供排水公司(停运200102)'),
    listing(2024, '供排水公司'),
  ]);
  expect(rows).toMatchObject([{ closed: '2020-01-02', position: { lon: 113.28, lat: 40.11 } }]);
  expect(findings).toMatchObject([{ severity: 'warn', rule: 'dates-differ' }]);
  expect(findings[0]?.message).toContain('1001A was closed on 2016-06-01 and on 2020-01-02');
});
