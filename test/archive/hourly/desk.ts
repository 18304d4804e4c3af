import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeTables } from '../../../pipeline/archive/air-tables.ts';
import { archive } from '../../../pipeline/archive/archive.ts';
import { runArchives } from '../../../pipeline/archive/run.ts';
import { monthLine, yearLine } from '../../../pipeline/archive/table-line.ts';
import type { SiteRule } from '../../../pipeline/standards/valid-sites.ts';
import { makeArchive } from './make-files.ts';
import { withDataDir, withFolder } from './world.ts';

/** The tables that a run leaves in air/. */
export const TABLES = ['city-year.csv', 'city-month.csv', 'archive-findings.csv'];
export const bytes = (dataDir: string) => TABLES.map((name) => readFileSync(path.join(dataDir, 'air', name), 'utf8'));

/** A folder of files, a data folder with a cache, and another in which every run is the first. */
export class Desk {
  readonly folder: string;
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly #sites: SiteRule;
  readonly #at: string;
  #minutes = 0;

  constructor(folder: string, dataDir: string, sites: SiteRule = 'any') {
    this.folder = folder;
    this.dataDir = dataDir;
    this.#sites = sites;
    this.#at = mkdtempSync(path.join(tmpdir(), 'china-air-desk-'));
    this.cacheDir = path.join(this.#at, 'cache');
    // Another archive gave some lines: one of a city and month of these, where it wins, and one of a city of which these have nothing.
    const origin = { basis: 'actual-298K', method: 'city-monthly', source: 'archive-city-monthly' } as const;
    const month = { subject: 'pm25', statistic: 'mean', value: 77, validDays: null, month: '2019-02' } as const;
    const year = { subject: 'pm25', statistic: 'annual-mean', value: 77, validDays: null, year: 2019 } as const;
    const codes = ['110000', '120000', '130100', '140100', '150200', '410700', '620100', '650100', '659099'];
    writeTables(path.join(dataDir, 'air'), {
      years: codes.map((code) => yearLine({ ...year, code, capture: 'unknown' }, origin)),
      months: codes.map((code) => monthLine({ ...month, code }, origin)),
      findings: [],
    });
    cpSync(dataDir, path.join(this.#at, 'first'), { recursive: true });
  }

  run() {
    return archive({ ...this.#options(), dataDir: this.dataDir, cacheDir: this.cacheDir }, 'keep');
  }

  /** The tables of a first run on the files as they are now. */
  async first(): Promise<string[]> {
    const dataDir = mkdtempSync(path.join(this.#at, 'data-'));
    cpSync(path.join(this.#at, 'first'), dataDir, { recursive: true });
    await runArchives({ ...this.#options(), dataDir });
    return bytes(dataDir);
  }

  /** Another content of a file; null takes it away. Its time is another too, as if a minute had passed. */
  write(name: string, text: string | null): void {
    const file = path.join(this.folder, name);
    if (text === null) {
      rmSync(file);
      return;
    }
    writeFileSync(file, text);
    this.#minutes += 1;
    utimesSync(file, new Date(), new Date(Date.UTC(2030, 0, 1, 0, this.#minutes)));
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  end(): void {
    rmSync(this.#at, { recursive: true });
  }

  #options() {
    return { paths: [this.folder], years: { from: 2019, to: 2019 }, sites: this.#sites };
  }
}
export async function withDesk(seed: number, use: (desk: Desk, names: string[]) => Promise<void>, sites?: SiteRule) {
  const { files, stations } = makeArchive('sites', seed, { days: 45, start: '2019-01-20', cities: 6 });
  await withDataDir(stations, (dataDir) =>
    withFolder(files, async (folder) => {
      const desk = new Desk(folder, dataDir, sites);
      try {
        await use(
          desk,
          files.map(({ name }) => name),
        );
      } finally {
        desk.end();
      }
    }),
  );
}
