import { expect, test } from 'vitest';
import { runArchives } from '../../../pipeline/archive/run.ts';
import { type Kind, makeArchive } from './make-files.ts';
import { plainMonths, plainYears } from './plain-year.ts';
import { plainOf, tableDifferences, withDataDir, withFolder } from './world.ts';

const KINDS: readonly Kind[] = ['sites', 'cities'];

test.each(KINDS)('%s: a leap year of files gives the years and months of the plain rules', async (kind) => {
  // From the last day of 2019, whose only hour in these files is none of 2020's, to the first of 2021.
  const { files, stations } = makeArchive(kind, 3, { start: '2019-12-31', days: 368, cities: 3 });
  const days = plainOf(kind, files, stations);
  await withDataDir(stations, (dataDir) =>
    withFolder(files, async (folder) => {
      const { written } = await runArchives({ paths: [folder], years: { from: 2014, to: 2030 }, dataDir });
      expect(written).toBe(true);
      const year = plainYears(days);
      expect([...year].filter(([key, { value }]) => key.includes(' 2020 ') && value !== null).length).toBeGreaterThan(
        60,
      );
      expect(tableDifferences(dataDir, 'city-year', year)).toEqual([]);
      expect(tableDifferences(dataDir, 'city-month', plainMonths(days))).toEqual([]);
    }),
  );
});
