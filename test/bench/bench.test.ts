import { linkSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupByHeader } from '../../scripts/bench/duckdb/header-groups.ts';
import { columns, verdictOf } from '../../scripts/bench/goals.ts';
import { best } from '../../scripts/bench/measure.ts';
import { parseBench } from '../../scripts/bench/options.ts';
import { changeOneDay } from '../../scripts/bench/workbench.ts';
import { smallYear } from './small-year.ts';

function folder(files: Iterable<readonly [string, string]>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'china-air-bench-'));
  for (const [name, text] of files) writeFileSync(path.join(dir, name), text, 'latin1');
  return dir;
}

test('a goal is met at its target, at the edge up to a tenth above it, and else not met', () => {
  const verdict = (value: number) => verdictOf({ what: '', value, target: 20, unit: '%', decimals: 0 });
  expect([19.9, 20, 22, 22.1].map(verdict)).toEqual(['met', 'met', 'at the edge', 'not met']);
});

test('of several runs the least time counts, and the greatest memory', () => {
  const runs = [
    { wall: 3, cpu: 2.5, peak: 90 },
    { wall: 2, cpu: 2.6, peak: 95 },
  ];
  expect(best(runs)).toEqual({ wall: 2, cpu: 2.5, peak: 95 });
});

test('tables have numbers to the right, and names that begin with one to the left', () => {
  expect(
    columns([
      ['run', 'peak'],
      ['cold', '95 MB'],
      ['5 years', '≤ 120 MB'],
    ]),
  ).toEqual(['run      peak', 'cold        95 MB', '5 years  ≤ 120 MB']);
});

describe('options', () => {
  test('are a year and three runs by default, and a month with --quick', () => {
    expect(parseBench([])).toEqual({ years: 1, days: null, runs: 3, keep: false, help: false });
    expect(parseBench(['--quick', '--years', '2']).days).toBe(31);
  });

  test.each([[['--years', '6']], [['--years', 'two']], [['--runs', '0']], [['--fast']]])('refuse %j', (args) => {
    expect(() => parseBench(args)).toThrow(expect.objectContaining({ code: 'usage', exit: 2 }));
  });
});

test('a changed day is another file, and the one it was linked to stays as it was', () => {
  const cache = folder(smallYear(7, 12));
  const work = folder([]);
  const names = readdirSync(cache);
  for (const name of names) linkSync(path.join(cache, name), path.join(work, name));
  const bytes = (dir: string) => names.map((name) => readFileSync(path.join(dir, name), 'latin1'));
  const before = bytes(cache);
  changeOneDay(work, 0);
  changeOneDay(work, 1);
  expect(bytes(cache)).toEqual(before);
  expect(bytes(work).filter((text, i) => text !== before[i])).toHaveLength(2);
});

test('files are grouped by their columns, and a day whose last hour has other columns is found', () => {
  const dir = folder([
    ['china_sites_20190530.csv', 'date,hour,type,1001A\r\n'],
    ['china_sites_20190531.csv', 'date,hour,type,1001A\r\n'],
    ['china_sites_20190601.csv', 'date,hour,type,1001A,1002A'],
  ]);
  const { groups, strays } = groupByHeader([dir]);
  expect(groups.map(({ sites, files }) => [sites.join(), files.length])).toEqual([
    ['1001A', 2],
    ['1001A,1002A', 1],
  ]);
  expect(strays).toEqual([{ day: '2019-05-31', own: 0, next: 1 }]);
});
