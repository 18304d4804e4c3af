import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { groupByForm, readWhole } from '../../pipeline/archive/files.ts';
import { folder, utf8 } from './world.ts';

const HOURS = 'date,hour,type,1001A\n20190101,1,PM2.5,10\n';
const names = async (dir: string) => {
  const { groups, skipped } = await groupByForm([dir]);
  return {
    groups: [...groups].map(([adapter, files]) => [adapter.id, files.map((file) => path.basename(file))]),
    skipped: skipped.map(({ rule, file }) => `${rule} ${file}`),
  };
};

test('files are told apart by what is in them: sites and cities have one layout', async () => {
  const dir = folder({
    'a/china_sites_20190101.csv': HOURS,
    'b/china_cities_20190101.csv': HOURS.replace('1001A', '北京'),
  });
  expect((await names(dir)).groups).toEqual([
    ['station-hourly', ['china_sites_20190101.csv']],
    ['city-hourly', ['china_cities_20190101.csv']],
  ]);
});

test('a .gz is read as what is in it', async () => {
  const dir = folder({ 'china_sites_20190101.csv.gz': gzipSync(HOURS) });
  expect((await names(dir)).groups).toEqual([['station-hourly', ['china_sites_20190101.csv.gz']]]);
  const text = new TextDecoder().decode(await readWhole(path.join(dir, 'china_sites_20190101.csv.gz')));
  expect(text).toBe(HOURS);
});

test('a packed file is an error that says how to unpack it', async () => {
  const dir = folder({ '2019-01.tar.xz': Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00) });
  await expect(groupByForm([dir])).rejects.toMatchObject({ code: 'packed', remedy: expect.stringMatching(/tar -xJf/) });
});

test('beside files of a known form a stray is left out, and a broken day goes to those who can tell', async () => {
  const dir = folder({
    'china_sites_20190101.csv': HOURS,
    'china_sites_20190102.csv': utf8('\u0000\u0001'),
    'readme.md': 'about',
  });
  const found = await names(dir);
  expect(found.groups).toEqual([['station-hourly', ['china_sites_20190101.csv', 'china_sites_20190102.csv']]]);
  expect(found.skipped).toEqual(['unknown-form archive-hourly/readme.md']);
});

test('a file of unknown form that stands alone is an error with its first line and the known forms', async () => {
  const dir = folder({ 'x.csv': 'a,b,c\n1,2,3\n' });
  await expect(groupByForm([dir])).rejects.toMatchObject({
    code: 'unknown-form',
    message: expect.stringMatching(/a,b,c/),
    remedy: expect.stringMatching(/station-hourly: .*\n.*city-hourly: /),
  });
});
