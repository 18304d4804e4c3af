import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError } from './errors.ts';

/** The stages, in order; each reads what the one before it left. */
export const STAGES = ['ingest', 'check', 'assess', 'figures', 'narrate', 'print'] as const;
export type Stage = (typeof STAGES)[number];

/** What each stage leaves behind for the next, as JSON, in `<out>/.stages/<edition>/`. */
export class Workspace {
  readonly dir: string;
  readonly command: string;

  constructor(outDir: string, edition: string, command: string) {
    this.dir = path.join(outDir, '.stages', edition);
    this.command = command;
  }

  #file(stage: Stage): string {
    return path.join(this.dir, `${stage}.json`);
  }

  write(stage: Stage, value: unknown): void {
    this.writeText(path.basename(this.#file(stage)), JSON.stringify(value));
  }

  /** Writes beside and renames; gives the path back. */
  writeText(name: string, text: string): string {
    mkdirSync(this.dir, { recursive: true });
    const file = path.join(this.dir, name);
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    return file;
  }

  /** Errors: stage-missing (exit 2): the stage before has not run. */
  read<T>(stage: Stage): T {
    if (!existsSync(this.#file(stage))) {
      throw new ChinaAirError({
        code: 'stage-missing',
        exit: 2,
        message: `The stage ${stage} has left nothing for this edition.`,
        remedy: `Run npm run ${stage} -- ${this.command} first, or the whole run with npm run report.`,
      });
    }
    return JSON.parse(readFileSync(this.#file(stage), 'utf8')) as T;
  }
}

/** For a run whose stages nobody reads later: it keeps nothing, and leaves what other runs kept. */
export class NoWorkspace extends Workspace {
  override write(): void {}
}

/** Writes a file beside its place and renames it there: until then the previous one stays as it was. */
export function replaceFile(target: string, content: string | Uint8Array): void {
  const beside = `${target}.new-${process.pid}`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Writes a folder beside its place and swaps it in whole: until then the previous one stays as it was. `fill` gets the
 * folder to write into; when it throws, nothing has changed.
 */
export async function replaceFolder(target: string, fill: (dir: string) => Promise<void>): Promise<void> {
  const beside = `${target}.new-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  try {
    await fill(beside);
    if (existsSync(target)) renameSync(target, old);
    renameSync(beside, target);
  } catch (error) {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
