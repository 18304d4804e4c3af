import { expect, test } from 'vitest';
import { stationHourly } from '../../../pipeline/archive/hourly/adapter.ts';
import { runArchives } from '../../../pipeline/archive/run.ts';
import { type DamageName, damaged } from './damage.ts';
import { makeArchive } from './make-files.ts';
import { dateOfName, dayNumber } from './plain-text.ts';
import { plainMonths } from './plain-year.ts';
import { randomOf } from './random.ts';
import { differences, plainOf, scanned, tableDifferences, withDataDir, withFolder } from './world.ts';

/** What happens to files on disks and on the way, each so much of it that it must be noticed. */
const WRECKS: readonly DamageName[] = [
  ...(['truncated', 'many bytes flipped', 'emptied', 'binary', 'header lost'] as const),
  ...(['lines doubled', 'another date', 'other dates'] as const),
];

test.each([1, 2, 3, 4, 5, 7, 8, 9])('a folder with one file in twenty broken is read to its end (%i)', async (seed) => {
  const { files: whole, stations } = makeArchive('sites', seed, { days: 60, cities: 3, start: '2019-02-20' });
  const { files, damages } = damaged(whole, 0.05, randomOf(seed + 300), WRECKS);
  expect(damages.size).toBeGreaterThan(0);

  await withDataDir(stations, (dataDir) =>
    withFolder(files, async (folder) => {
      const { written, findings } = await runArchives({ paths: [folder], years: { from: 2019, to: 2019 }, dataDir });
      expect(written).toBe(true);
      for (const [name, damage] of damages) {
        const found = findings.filter(({ file }) => file === `archive-hourly/${name}`);
        expect(found, `${name}: ${damage}`).not.toEqual([]);
      }
      expect(tableDifferences(dataDir, 'city-month', plainMonths(plainOf('sites', files, stations)))).toEqual([]);
    }),
  );

  const [before, after] = [
    await scanned(stationHourly, whole, stations),
    await scanned(stationHourly, files, stations),
  ];
  const broken = [...damages.keys()].map((name) => dayNumber(dateOfName(name)));
  const changed = differences(after.days, before.days);
  const elsewhere = changed.filter((difference) => {
    const [, series = '', date = ''] = difference.replace(/:.*/, '').split(' ');
    // An event of sand-dust that began on a broken day, or would have, can run on for some days.
    const reach = series.endsWith('dust-excluded') ? 5 : 0;
    return !broken.some((day) => dayNumber(date) >= day - 1 && dayNumber(date) <= day + reach);
  });
  expect(elsewhere).toEqual([]);
  expect(changed).not.toEqual([]);
});
