import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeTables } from '../../../pipeline/archive/air-tables.ts';
import { runArchives } from '../../../pipeline/archive/run.ts';
import { bytes, TABLES, withDesk } from './desk.ts';

/** Numbers of the PM2.5 and ozone rows of some hours raised by 7, as a correction would. */
const corrected = (text: string) =>
  text.replaceAll(/^(\d{8},(?:0|9|20),(?:PM2\.5|O3)),(.*)$/gm, (_, lead: string, values: string) =>
    [lead, values.replaceAll(/\d+/g, (value) => String(Number(value) + 7))].join(),
  );

test.each([
  [1],
  [2],
  [3],
])('a changed, restored, removed or added day gives the tables of a first run (%i)', async (seed) => {
  await withDesk(seed, async (desk, names) => {
    await desk.run();
    const before = await desk.first();
    expect(bytes(desk.dataDir)).toEqual(before);
    const [first = '', middle = '', last = ''] = [names[12], names[25], names.at(-1)];
    const [own, end] = [desk.read(middle), desk.read(last)];
    const steps: (() => void)[] = [
      () => desk.write(middle, corrected(own)),
      () => desk.write(first, desk.read(first).split('\n').slice(0, 200).join('\n')),
      () => desk.write(middle, own),
      () => desk.write(last, null),
      () => desk.write(last, end),
      () => desk.write(middle, null),
      () => desk.write(first, null),
      () => desk.write(middle, own),
      () => desk.write('china_sites_20190601.csv', own.replaceAll(/^\d{8}/gm, '20190601')),
    ];
    let tables = before;
    for (const [i, change] of steps.entries()) {
      change();
      const { unchanged } = await desk.run();
      const expected = await desk.first();
      expect(unchanged, `step ${i}`).toBe(false);
      expect(bytes(desk.dataDir), `step ${i}`).toEqual(expected);
      expect(expected, `step ${i} changes something`).not.toEqual(tables);
      tables = expected;
    }
  });
});

test('so it does where the rule for valid sites looks at whole months', async () => {
  await withDesk(
    4,
    async (desk, names) => {
      await desk.run();
      const name = names[20] ?? '';
      desk.write(name, corrected(desk.read(name)));
      await desk.run();
      expect(bytes(desk.dataDir)).toEqual(await desk.first());
      desk.write(name, null);
      await desk.run();
      expect(bytes(desk.dataDir)).toEqual(await desk.first());
    },
    'standard',
  );
});

test('a run that finds everything as it was writes nothing, and tells the same', async () => {
  await withDesk(5, async (desk, names) => {
    const { summary } = await desk.run();
    const air = path.join(desk.dataDir, 'air');
    for (const name of TABLES) utimesSync(path.join(air, name), new Date(0), new Date(0));
    expect(await desk.run()).toEqual({ written: true, summary, unchanged: true });
    // Touched, but the same bytes: read again, and nothing is another.
    const before = bytes(desk.dataDir);
    desk.write(names[3] ?? '', desk.read(names[3] ?? ''));
    expect((await desk.run()).unchanged).toBe(false);
    expect(bytes(desk.dataDir)).toEqual(before);
    expect((await desk.run()).unchanged).toBe(true);
  });
});

test.each(TABLES)('%s edited by hand or taken away is made again', async (table) => {
  await withDesk(6, async (desk, names) => {
    await desk.run();
    const file = path.join(desk.dataDir, 'air', table);
    const text = readFileSync(file, 'utf8');
    const row = text.split('\n').find((line) => line.includes('archive-hourly') && !line.includes('"')) ?? '';
    const wrong = row.split(',').with(4, 'by hand').join();
    const edits = [text.replace(row, wrong), text.replace(`${row}\n`, ''), null];
    for (const edit of edits) {
      if (edit === null) rmSync(file);
      else writeFileSync(file, edit);
      // A file has changed besides, so that there would be something to mend.
      const name = names[9] ?? '';
      desk.write(name, corrected(desk.read(name)));
      expect((await desk.run()).unchanged).toBe(false);
      if (edit === null && table !== 'archive-findings.csv') break;
      expect(bytes(desk.dataDir)).toEqual(await desk.first());
    }
    expect(existsSync(file)).toBe(true);
  });
});

test('a run that was interrupted, before or while it wrote, leaves nothing that the next one would believe', async () => {
  await withDesk(7, async (desk, names) => {
    await desk.run();
    const before = bytes(desk.dataDir);
    const [name = '', other = ''] = [names[15], names[30]];
    const options = { paths: [desk.folder], years: { from: 2019, to: 2019 }, dataDir: desk.dataDir };
    desk.write(name, corrected(desk.read(name)));
    const write = () => {
      throw new Error('interrupted');
    };
    const interrupted = runArchives({ ...options, cacheDir: desk.cacheDir }, { write });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(bytes(desk.dataDir)).toEqual(before);
    // The days of the interrupted run are kept, and the tables are still those of the run before it.
    expect((await desk.run()).unchanged).toBe(false);
    expect(bytes(desk.dataDir)).toEqual(await desk.first());

    desk.write(other, corrected(desk.read(other)));
    const half = runArchives(
      { ...options, cacheDir: desk.cacheDir },
      {
        write: (dir, output) => {
          const rows = writeTables(dir, output);
          const [, months = ''] = before;
          writeFileSync(path.join(dir, 'city-month.csv'), months);
          return rows;
        },
      },
    );
    await half;
    expect((await desk.run()).unchanged).toBe(false);
    expect(bytes(desk.dataDir)).toEqual(await desk.first());
  });
});

test('a cache whose files are cut off or taken away is as good as none', async () => {
  await withDesk(8, async (desk, names) => {
    await desk.run();
    for (const [i, kept] of readdirSync(desk.cacheDir).entries()) {
      const file = path.join(desk.cacheDir, kept);
      if (i % 2 === 0) writeFileSync(file, readFileSync(file).subarray(0, 300));
      else rmSync(file);
      const name = names[5 + i] ?? '';
      desk.write(name, corrected(desk.read(name)));
      await desk.run();
      expect(bytes(desk.dataDir), kept).toEqual(await desk.first());
    }
  });
});

test('another table of sites, and another file beside the folder, are noticed', async () => {
  await withDesk(9, async (desk) => {
    await desk.run();
    const sites = path.join(desk.dataDir, 'stations.csv');
    const text = readFileSync(sites, 'utf8');
    const line = text.split('\n').find((each) => each.includes(',no,')) ?? '';
    writeFileSync(sites, text.replace(line, line.replace(',no,', ',named,')));
    const { unchanged } = await desk.run();
    expect(unchanged).toBe(false);
    writeFileSync(path.join(desk.folder, 'notes.txt'), 'about');
    expect((await desk.run()).unchanged).toBe(false);
    const [, , findings = ''] = bytes(desk.dataDir);
    expect(findings).toContain('notes.txt');
  });
});
