import path from 'node:path';
import { inputsOf, isUnchanged, KeptRun, writtenIn } from './last-run.ts';
import type { DustRule } from './rules.ts';
import type { ArchiveEffects, ArchiveOptions } from './run.ts';

/** `summary`: for the eye. `unchanged`: everything was as the last run left it, and nothing had to be done. */
export type Done = Readonly<{ written: boolean; summary: string; unchanged: boolean }>;

/**
 * Archives to tables, with a summary. Where raw files, tables, rules and program are all as the last run of the same kind left
 * them, its summary stands, and nothing is read: the rest of the program is loaded only when there is something to do.
 *
 * Errors: no-archive (exit 2) and those of runArchives.
 */
export async function archive(
  options: ArchiveOptions,
  dust: DustRule,
  effects: Partial<Pick<ArchiveEffects, 'progress'>> = {},
): Promise<Done> {
  const { paths, dataDir, cacheDir = null, years, control, sites } = options;
  const inputs = inputsOf(paths, dataDir);
  const places = [path.resolve(dataDir), ...paths.map((each) => path.resolve(each))];
  const keeper = new KeptRun(cacheDir, [places, years, control, sites, dust]);
  const last = keeper.read();
  if (last !== null && isUnchanged(inputs, last)) return { written: true, summary: last.summary, unchanged: true };
  const { runArchives } = await import('./run.ts');
  const { runSummary } = await import('./summary.ts');
  const result = await runArchives(options, { ...effects, inputs, last });
  const { written, findings, rows, published, state } = result;
  const summary = runSummary(result, dataDir, dust, published);
  if (written) keeper.keep({ ...state, inputs: { ...inputs, written: writtenIn(dataDir) }, rows, findings, summary });
  return { written, summary, unchanged: false };
}
