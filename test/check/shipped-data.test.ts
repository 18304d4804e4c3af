import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import { officialOutlier } from '../../pipeline/check/rules/official-outlier.ts';
import { annual, shipped } from '../shipped.ts';

const PACKAGE = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as { resources: { path: string }[] };
const files = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(csv|json)$/.test(file) && file !== 'datapackage.json');

describe('the shipped tables', () => {
  test('are read without an error', () => {
    expect(shipped().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('are all described in datapackage.json, and nothing is described that is not there', () => {
    expect(PACKAGE.resources.map((resource) => resource.path).sort()).toEqual(files.sort());
  });

  test('are all explained in data/README.md', () => {
    const readme = readFileSync('data/README.md', 'utf8');
    const folders = new Set(
      files.map((file) => `${path.dirname(file)}/`).filter((dir) => readme.includes(`| ${dir} |`)),
    );
    expect(files.filter((file) => !readme.includes(file) && !folders.has(`${path.dirname(file)}/`))).toEqual([]);
  });

  test.each([2014, 2015, 2016, 2017, 2018])('break no rule when %i is assessed', (year) => {
    const { data } = shipped();
    expect(check(data, annual(year)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('say what 2018 lacks: ozone of the cities, and one basis', () => {
    const messages = check(shipped().data, annual(2018)).map(({ rule, message }) => `${rule}: ${message}`);
    expect(messages.some((message) => message.startsWith('coverage: 2018: no city has o3 p90-mda8'))).toBe(true);
    expect(messages.some((message) => message.startsWith('basis-mixed:'))).toBe(true);
  });

  // The compilation prints 930 for Yan'an's PM10 in 2012; corrections.csv makes it 93.
  test('would be found out if Yan’an’s PM10 of 2012 were not corrected', () => {
    const { data } = shipped();
    const slips = (value: number) => {
      const published = data.published.map((row) =>
        row.scope === '610600' && row.period === '2012' && row.subject === 'pm10' ? { ...row, value } : row,
      );
      return officialOutlier({ ...data, published }, annual(2018)).map(({ message }) => message);
    };
    expect(slips(930)).toEqual([expect.stringContaining("Yan'an pm10 2012: 930")]);
    expect(slips(93)).toEqual([]);
  });
});

describe('the annual edition', () => {
  test('has the regions of its year', () => {
    expect(annual(2018).scopes).toEqual({
      nation: 'CN-338',
      key: 'KEY74',
      regions: ['TWO26', 'BTH13', 'YRD41', 'PRD9', 'FENWEI11'],
    });
    expect(annual(2017).scopes.regions).toEqual(['TWO26', 'BTH13', 'YRD25', 'PRD9']);
    expect(annual(2014).scopes.nation).toBe('CN-161');
  });
});
