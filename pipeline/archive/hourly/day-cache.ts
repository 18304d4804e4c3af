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

/** Lists that only grow: numbers in days are places in them. */
type Lists = Readonly<{ names: readonly string[]; codes: readonly string[] }>;
type FlatFile = Omit<KeptFile, 'facts'> & { facts: Omit<FileFacts, 'faults'> & { faults: unknown } };
type Kept<T> = Readonly<{ rules: string; lists: Lists; entries: ReadonlyMap<string, T> }>;

/**
 * The days of one year that were read before: a file for what is known of the raw files, and one for the days of each month,
 * so that only a month is in memory at a time. A day is used again when the files it is made from (its own and its
 * neighbours'), the dust events that run into it, the rules and the program are the same; so the result of a run never
 * depends on what was kept.
 */
export class DayCache {
  readonly lists: Lists;
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #stem: string | null;
  /** Everything besides the files that decides a result, the program among it. */
  readonly rules: string;
  readonly #counts = new Map<string, number>();
  #month: { name: string; before: ReadonlyMap<string, KeptDay>; now: Map<string, KeptDay>; changed: boolean } | null =
    null;

  /** @param rules everything besides the files that decides a result; another text, and nothing is used again */
  constructor(dir: string | null, name: string, rules: string) {
    this.#stem = dir === null ? null : path.join(dir, name);
    this.rules = `${rules} ${programChecksum()}`;
    const kept = this.#read<FlatFile>('files');
    this.lists = kept?.lists ?? { names: [], codes: [] };
    this.#files = new Map(
      [...(kept?.entries ?? [])].map(([date, { facts, ...rest }]) => {
        const faults = new FaultLog(facts.faults as ReturnType<FaultLog['toJSON']>);
        return [date, { ...rest, facts: { ...facts, faults } }];
      }),
    );
  }

  file(date: string): KeptFile | undefined {
    return this.#files.get(date);
  }

  /** The day of an earlier run, if it was made from the same; days must be asked for in their order. */
  day(date: string, from: string, lists: Lists): KeptDay | undefined {
    this.#turnTo(date.slice(0, 7), lists);
    const kept = this.#month?.before.get(date);
    return kept?.from === from ? kept : undefined;
  }

  /** The day as an earlier run made it, from whatever: asked for after `day`. */
  before(date: string): KeptDay | undefined {
    return this.#month?.before.get(date);
  }

  /** How many days an earlier run had of a month (YYYY-MM) that was asked for. */
  daysBefore(month: string): number {
    return this.#counts.get(month) ?? 0;
  }

  keepDay(date: string, day: KeptDay): void {
    if (!this.#month) return;
    if (this.#month.before.get(date) !== day) this.#month.changed = true;
    this.#month.now.set(date, day);
  }

  /** Writes what is not written yet; each file beside, and renamed. */
  save(files: Iterable<[string, KeptFile]>, lists: Lists): void {
    this.#endMonth(lists);
    const now = new Map(files);
    const same = now.size === this.#files.size && [...now].every(([date, file]) => this.#files.get(date) === file);
    if (same) return;
    const entries = new Map(
      [...now].map(([date, { facts, ...rest }]): [string, FlatFile] => [
        date,
        { ...rest, facts: { ...facts, faults: facts.faults.toJSON() } },
      ]),
    );
    this.#write('files', lists, entries);
  }

  #turnTo(name: string, lists: Lists): void {
    if (this.#month?.name === name) return;
    this.#endMonth(lists);
    const kept = this.#read<KeptDay>(name);
    const fits =
      kept !== null && startsWith(lists.names, kept.lists.names) && startsWith(lists.codes, kept.lists.codes);
    this.#counts.set(name, fits ? kept.entries.size : 0);
    this.#month = { name, before: fits ? kept.entries : new Map(), now: new Map(), changed: false };
  }

  #endMonth(lists: Lists): void {
    const month = this.#month;
    if (month && (month.changed || month.now.size !== month.before.size)) this.#write(month.name, lists, month.now);
    this.#month = null;
  }

  /** What an earlier run kept; null where there is nothing, or nothing that can be used: it is only a cache. */
  #read<T>(part: string): Kept<T> | null {
    if (this.#stem === null) return null;
    try {
      const kept = deserialize(readFileSync(`${this.#stem}-${part}.bin`)) as Kept<T>;
      return kept.rules === this.rules ? kept : null;
    } catch {
      return null;
    }
  }

  #write<T>(part: string, lists: Lists, entries: ReadonlyMap<string, T>): void {
    if (this.#stem === null) return;
    const file = `${this.#stem}-${part}.bin`;
    const kept: Kept<T> = { rules: this.rules, lists, entries };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}.new`, serialize(kept));
    renameSync(`${file}.${process.pid}.new`, file);
  }
}

/** Whether the list of now begins with the kept one: places in that then mean the same. */
function startsWith(now: readonly string[], kept: readonly string[]): boolean {
  return kept.every((each, i) => each === now[i]);
}

/** A checksum of the program that makes a day: another program, another result. */
function programChecksum(): number {
  const { filename, dirname: here } = import.meta;
  // As one file (scripts/lean.mjs) the program is that file.
  if (!filename.endsWith('.ts')) return crc32(readFileSync(filename));
  const folders = [here, path.join(here, '..'), path.join(here, '..', '..', 'standards')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );
  return files.sort().reduce((sum, file) => crc32(readFileSync(file), sum), 0);
}
