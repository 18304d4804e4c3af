import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cityHourly, stationHourly } from '../../../pipeline/archive/hourly/adapter.ts';
import { CONTROL_RULES } from '../../../pipeline/archive/rules.ts';
import { SITE_RULES } from '../../../pipeline/standards/valid-sites.ts';
import { DAMAGE_NAMES, damaged } from './damage.ts';
import { type Kind, makeArchive } from './make-files.ts';
import { randomOf } from './random.ts';
import { differences, plainOf, type Rules, scanned } from './world.ts';

const ADAPTERS = { sites: stationHourly, cities: cityHourly } as const;
/** Every rule meets every other; archives take turns. */
const RULES: readonly Rules[] = CONTROL_RULES.flatMap((control) => SITE_RULES.map((sites) => ({ control, sites })));
const seeds = (count: number, from = 1) => Array.from({ length: count }, (_, i) => from + i);

/** Differences between the two implementations over many archives, each with the seed that makes it again. */
async function disagreements(kind: Kind, numbers: readonly number[], share: number): Promise<string[]> {
  const all: string[] = [];
  for (const seed of numbers) {
    const { files: whole, stations } = makeArchive(kind, seed);
    const { files, damages } = damaged(whole, share, randomOf(seed + 5000));
    const rules = RULES[seed % RULES.length];
    const { days } = await scanned(ADAPTERS[kind], files, stations, rules);
    const found = differences(days, plainOf(kind, files, stations, rules)).slice(0, 3);
    const about = `seed ${seed} ${JSON.stringify([rules, ...damages])}`;
    all.push(...found.map((difference) => `${about}: ${difference}`));
  }
  return all;
}

test('sites: the scanner and the plain rules give the same city-days', async () => {
  expect(await disagreements('sites', seeds(16), 0)).toEqual([]);
});

test('sites: they do so on damaged files too', async () => {
  expect(await disagreements('sites', seeds(28, 101), 0.4)).toEqual([]);
});

test('sites: every damage by itself is understood the same way', async () => {
  for (const name of DAMAGE_NAMES) {
    const { files: whole, stations } = makeArchive('sites', 7, { days: 6 });
    const { files } = damaged(whole, 0.5, randomOf(11), [name]);
    const { days } = await scanned(stationHourly, files, stations);
    expect(differences(days, plainOf('sites', files, stations)), name).toEqual([]);
  }
});

test('cities: the scanner and the plain rules give the same city-days, damaged or not', async () => {
  expect(await disagreements('cities', seeds(6), 0)).toEqual([]);
  expect(await disagreements('cities', seeds(10, 101), 0.4)).toEqual([]);
});

test('the order in which paths are given does not matter', async () => {
  for (const seed of seeds(6, 201)) {
    const { files: whole, stations } = makeArchive('sites', seed);
    const { files } = damaged(whole, 0.3, randomOf(seed));
    const inOrder = await scanned(stationHourly, files, stations);
    const order = (paths: string[]) => randomOf(seed).shuffled(paths);
    expect(await scanned(stationHourly, files, stations, undefined, { order })).toEqual(inOrder);
  }
});

test('what an earlier run kept changes nothing: not when files change, nor when rules do', async () => {
  const cacheDir = mkdtempSync(path.join(tmpdir(), 'china-air-cache-'));
  for (const seed of seeds(6, 301)) {
    const { files: whole, stations } = makeArchive('sites', seed);
    const { files } = damaged(whole, 0.3, randomOf(seed));
    const [rules, others] = [RULES[seed % 4], RULES[(seed + 1) % 4]];
    await scanned(stationHourly, whole, stations, rules, { cacheDir });
    for (const each of [rules, rules, others]) {
      const fresh = await scanned(stationHourly, files, stations, each);
      const kept = await scanned(stationHourly, files, stations, each, { cacheDir });
      expect(differences(kept.days, fresh.days)).toEqual([]);
      expect(kept.findings).toEqual(fresh.findings);
    }
  }
  rmSync(cacheDir, { recursive: true });
});
