import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { CityDay } from './city-day.ts';
import type { FileFacts } from './day-file.ts';
import { FaultLog } from './faults.ts';

/** What is kept of a file: told by size and time, and by checksum where those changed. */
export type KeptFile = Readonly<{ size: number; time: number; checksum: number; facts: FileFacts }>;

/** What is kept of a day: what it was made from, and what it gave. Dust events are kept by column name. */
export type KeptDay = Readonly<{
  from: string;
  day: CityDay;
  dust: readonly (readonly [name: string, pm10: number, fineShare: number])[];
}>;

type Kept = Readonly<{
  rules: string;
  names: readonly string[];
  codes: readonly string[];
  files: ReadonlyMap<string, Omit<KeptFile, 'facts'> & { facts: Omit<FileFacts, 'faults'> & { faults: unknown } }>;
  days: ReadonlyMap<string, KeptDay>;
}>;

/**
 * The days of one year that were read before, in one file. A day is used again when the files it is made from (its own and
 * its neighbours'), the dust events that run into it, the rules and the program are the same; so the result of a run never
 * depends on what was kept.
 */
export class DayCache {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly #files: Map<string, KeptFile>;
  readonly #days: ReadonlyMap<string, KeptDay>;
  readonly #keptDays = new Map<string, KeptDay>();
  readonly #keptFiles = new Map<string, KeptFile>();
  readonly #file: string | null;
  readonly #rules: string;
  #changed = false;

  /** @param rules everything besides the files that decides a result; another text, and nothing is used again */
  constructor(dir: string | null, name: string, rules: string) {
    this.#file = dir === null ? null : path.join(dir, `${name}.bin`);
    this.#rules = `${rules} ${programChecksum()}`;
    const kept = this.#read();
    const usable = kept?.rules === this.#rules ? kept : null;
    this.names = usable?.names ?? [];
    this.codes = usable?.codes ?? [];
    this.#days = usable?.days ?? new Map();
    this.#files = new Map(
      [...(usable?.files ?? [])].map(([date, { facts, ...rest }]) => {
        const faults = new FaultLog(facts.faults as ReturnType<FaultLog['toJSON']>);
        return [date, { ...rest, facts: { ...facts, faults } }];
      }),
    );
  }

  file(date: string): KeptFile | undefined {
    return this.#files.get(date);
  }

  day(date: string, from: string): KeptDay | undefined {
    const kept = this.#days.get(date);
    return kept?.from === from ? kept : undefined;
  }

  keepFile(date: string, file: KeptFile): void {
    if (this.#files.get(date) !== file) this.#changed = true;
    this.#keptFiles.set(date, file);
  }

  keepDay(date: string, day: KeptDay): void {
    if (this.#days.get(date) !== day) this.#changed = true;
    this.#keptDays.set(date, day);
  }

  /** Writes beside and renames; nothing when nothing changed. */
  save(names: readonly string[], codes: readonly string[]): void {
    if (this.#file === null || !this.#changed) return;
    const files = new Map(
      [...this.#keptFiles].map(([date, { facts, ...rest }]) => [
        date,
        { ...rest, facts: { ...facts, faults: facts.faults.toJSON() } },
      ]),
    );
    const kept: Kept = { rules: this.#rules, names, codes, files, days: this.#keptDays };
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const beside = `${this.#file}.${process.pid}.new`;
    writeFileSync(beside, serialize(kept));
    renameSync(beside, this.#file);
  }

  /** What an earlier run kept; null where there is nothing, or nothing that can be read: it is only a cache. */
  #read(): Kept | null {
    if (this.#file === null) return null;
    try {
      return deserialize(readFileSync(this.#file)) as Kept;
    } catch {
      return null;
    }
  }
}

/** A checksum of the program that makes a day: another program, another result. */
function programChecksum(): number {
  const here = import.meta.dirname;
  const standards = path.join(here, '..', '..', 'standards');
  const files = [
    ...readdirSync(here).map((name) => path.join(here, name)),
    ...['daily-mean.ts', 'mda8.ts', 'dust.ts'].map((name) => path.join(standards, name)),
    path.join(here, '..', 'plausibility.ts'),
  ];
  return files.sort().reduce((sum, file) => crc32(readFileSync(file), sum), 0);
}
