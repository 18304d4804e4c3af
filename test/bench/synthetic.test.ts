import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../pipeline/archive/recognise.ts';
import { TYPES } from '../../scripts/bench/synthetic/derived.ts';
import { faultsOf } from '../../scripts/bench/synthetic/faults.ts';
import { columnsIn, makeNetwork, REAL_SIZES } from '../../scripts/bench/synthetic/network.ts';
import { fileOf, NETWORK, rowOf, smallYear } from './small-year.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const year = smallYear(7);
const linesOf = (text: string) => text.split('\r\n');
/** The first days without a fault, one after the other. */
const whole = [...year].filter(([, text]) => linesOf(text).length === 361);

describe('a synthetic year', () => {
  test('is the same each time, and another with another seed', () => {
    const [first, again, other] = [smallYear(7, 3), smallYear(7, 3), smallYear(8, 3)];
    expect([...again].map(([name, text]) => [name, hash(text)])).toEqual(
      [...first].map(([name, text]) => [name, hash(text)]),
    );
    expect(fileOf(other, '20190102')).not.toBe(fileOf(first, '20190102'));
  });

  test('begins the same, whether all of it is asked for or a few days', () => {
    expect(fileOf(smallYear(7, 3), '20190102')).toBe(fileOf(year, '20190102'));
  });

  test('has the layout of the network’s files', () => {
    const [name = '', text = ''] = whole[0] ?? [];
    expect(recognise({ path: name, head: Buffer.from(text.slice(0, 4096), 'latin1') }).id).toBe('station-hourly');
    const [header = '', ...rows] = linesOf(text);
    expect(header).toMatch(/^date,hour,type,1001A,1002A,/);
    const date = name.slice(12, 20);
    expect(rows.map((row) => row.split(',').slice(0, 3).join())).toEqual(
      Array.from({ length: 24 }, (_, label) => TYPES.map((type) => `${date},${label},${type}`)).flat(),
    );
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([63]));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has whole numbers, and CO with at most one decimal', () => {
    const cells = (co: boolean) =>
      whole
        .slice(0, 20)
        .flatMap(([, text]) => linesOf(text).slice(1))
        .filter((row) => (row.split(',')[2] ?? '').startsWith('CO') === co)
        .flatMap((row) => row.split(',').slice(3))
        .filter((cell) => cell !== '');
    expect(cells(false).filter((cell) => !/^[1-9]\d{0,3}$/.test(cell))).toEqual([]);
    expect(cells(true).filter((cell) => !/^\d\d?(\.[1-9])?$/.test(cell))).toEqual([]);
  });

  test('misses one to four values in a hundred', () => {
    const cells = whole.flatMap(([, text]) => [1, 12, 18].flatMap((label) => rowOf(text, label, 'PM2.5')));
    const missing = cells.filter((value) => value === null).length / cells.length;
    expect(missing).toBeGreaterThan(0.01);
    expect(missing).toBeLessThan(0.04);
  });

  test('has more ozone in summer afternoons, and more particles in winter and in spring’s dust', () => {
    const mean = (months: string, label: number, type: string) => {
      const values = whole
        .filter(([name]) => months.includes(name.slice(16, 18)))
        .flatMap(([, text]) => rowOf(text, label, type))
        .filter((value) => value !== null);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean('07', 15, 'O3')).toBeGreaterThan(1.5 * mean('01', 15, 'O3'));
    expect(mean('07', 15, 'O3')).toBeGreaterThan(1.5 * mean('07', 3, 'O3'));
    expect(mean('12 01', 3, 'PM2.5')).toBeGreaterThan(1.5 * mean('07', 3, 'PM2.5'));
  });

  test('labels hours by their end: a day’s 24-hour mean stands at label 0 of the next file, its maxima begin at label 1', () => {
    const at = whole.findIndex(
      ([name], i) => Number(whole[i + 1]?.[0].slice(12, 20)) === Number(name.slice(12, 20)) + 1,
    );
    const [today = '', next = ''] = [whole[at]?.[1], whole[at + 1]?.[1]];
    const hours = [...Array.from({ length: 23 }, (_, i) => rowOf(today, i + 1, 'PM2.5')), rowOf(next, 0, 'PM2.5')];
    const means = NETWORK.sites.slice(0, 60).map((_, site) => {
      const values = hours.map((row) => row[site]).filter((value) => typeof value === 'number');
      return values.length < 20 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
    });
    expect(rowOf(next, 0, 'PM2.5_24h')).toEqual(means);
    expect(rowOf(today, 1, 'O3_24h')).toEqual(rowOf(today, 1, 'O3'));
  });

  test('has new columns from June on, one of them twice with the same values', () => {
    const header = (date: string) => linesOf(fileOf(year, date))[0]?.split(',').slice(3) ?? [];
    expect(header('20190531')).toHaveLength(60);
    expect(header('20190601').slice(60)).toEqual(['3207A', '3207A', '3208A']);
    const [, text = ''] = whole.find(([name]) => name > 'china_sites_201907') ?? [];
    const row = rowOf(text, 12, 'NO2');
    expect(row[60]).toBe(row[61]);
  });
});

describe('the faults of a synthetic year', () => {
  test('are one day without a file, a header alone, a last line cut off, and 52 files that lack hours', () => {
    const faults = [...faultsOf(2019, 7).values()];
    const missing = faults.flatMap((fault) => (fault.kind === 'hours' ? [fault.missing.length] : []));
    expect(faults.filter(({ kind }) => kind !== 'hours').map(({ kind }) => kind)).toEqual([
      'no-file',
      'header-only',
      'cut',
    ]);
    expect(missing).toHaveLength(52);
    expect(missing.filter((hours) => hours === 1)).toHaveLength(22);
    expect(missing.filter((hours) => hours === 23)).toHaveLength(3);
  });

  test('stand in the files', () => {
    const rows = [...year.values()].map((text) => linesOf(text).length - 1);
    expect(rows).toHaveLength(364);
    expect(rows.filter((count) => count === 0)).toHaveLength(1);
    expect(rows.filter((count) => count === 15)).toHaveLength(3);
    expect(rows.filter((count) => count < 360 && count % 15 === 0 && count > 0)).toHaveLength(52);
    const cut = [...year.values()].filter((text) => {
      const [header = '', ...lines] = linesOf(text);
      return lines.length > 0 && (lines.at(-1) ?? '').split(',').length < header.split(',').length;
    });
    expect(cut).toHaveLength(1);
  });

  test('fall on other days in other years', () => {
    expect([...faultsOf(2020, 7).keys()]).not.toEqual([...faultsOf(2019, 7).keys()]);
  });
});

describe('the network', () => {
  test('has as many columns as the real one, more each June', () => {
    const places = NETWORK.cities;
    const network = makeNetwork(places, REAL_SIZES, 1);
    expect([5, 6].map((month) => columnsIn(network, 2019, month))).toEqual([1605, 1640]);
    expect(columnsIn(network, 2023, 12)).toBe(network.sites.length);
    expect(new Set(network.sites.map(({ code }) => code)).size).toBe(network.sites.length);
  });

  test('has a site that counts in every city', () => {
    const cities = NETWORK.sites.filter(({ control }) => control === 'no').map(({ city }) => city);
    expect(new Set(cities)).toEqual(new Set([0, 1, 2, -1]));
  });
});
