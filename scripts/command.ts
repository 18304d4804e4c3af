import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError } from '../pipeline/errors.ts';
import { errorsIn, isError } from '../pipeline/findings.ts';
import { editionFolders } from '../pipeline/ingest/edition.ts';
import { createLog } from '../pipeline/log.ts';
import { type Options, parseOptions, USAGE } from '../pipeline/options.ts';
import { findingsCsv } from '../pipeline/publish/data-pack.ts';
import type { Run } from '../pipeline/stages.ts';
import { CHOICES_HELP } from '../pipeline/standards/options.ts';
import type { Finding } from '../pipeline/types.ts';
import { Workspace } from '../pipeline/workspace.ts';
import { ownWords } from './own-words.ts';

/** Years for which data/air/city-year.csv holds rows: what --year may be. */
function yearsWithData(argv: readonly string[]): number[] {
  const file = path.join(ownWords(argv, {}).values.data ?? 'data', 'air', 'city-year.csv');
  if (!existsSync(file)) {
    throw new ChinaAirError({
      code: 'no-data',
      exit: 1,
      message: `There is no ${file}.`,
      remedy: 'Point --data at a folder of tables, or make them with npm run archive.',
    });
  }
  const years = readFileSync(file, 'utf8').matchAll(/^[^,\n]+,(\d{4}),/gm);
  return [...new Set([...years].map(([, year]) => Number(year)))].sort((a, b) => a - b);
}

/** Lists findings for a person: errors first, at most `limit` of them; all are in findings.csv. */
function tellFindings(findings: readonly Finding[], limit = 40): void {
  const errors = errorsIn(findings);
  for (const { rule, file, row, message, remedy } of errors.slice(0, limit)) {
    console.error(`error  ${[file, row].filter(Boolean).join(':')}  ${rule}\n       ${message}\n       → ${remedy}`);
  }
  if (errors.length > limit) console.error(`… and ${errors.length - limit} more errors.`);
}

/** Carries the findings of a run that cannot go on; exit 1. */
class FindingsError extends ChinaAirError {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], what: string) {
    const errors = errorsIn(findings).length;
    super({
      code: 'findings',
      exit: 1,
      message: `${what}: ${errors} error${errors === 1 ? '' : 's'}.`,
      remedy: 'Mend what is listed above, and run again.',
    });
    this.findings = findings;
  }
}

/**
 * What every verb does around its work: options, log, and errors as a message, a remedy and the exit status
 * (0 done, 1 data or templates, 2 usage, 3 environment).
 */
export async function command(
  name: string,
  purpose: string,
  work: (run: Run) => Promise<void>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  let workspace: Workspace | null = null;
  try {
    const options: Options = parseOptions(argv, yearsWithData(argv), editionFolders('templates'));
    if (options.help) {
      console.log(`npm run ${name} -- [options]\n\n${purpose}\n\n${USAGE}\nRules that can be chosen:\n${CHOICES_HELP}`);
      return;
    }
    const { edition, year } = options;
    const id = year === null ? edition : edition === 'annual' ? String(year) : `${edition}-${year}`;
    workspace = new Workspace(options.outDir, id, argv.join(' '));
    await work({ options, workspace, log: createLog() });
  } catch (error) {
    if (!(error instanceof ChinaAirError)) throw error;
    if (error instanceof FindingsError) {
      tellFindings(error.findings);
      console.error(`All findings: ${workspace?.writeText('findings.csv', findingsCsv(error.findings))}`);
    }
    console.error(`${name}: ${error.message}\n→ ${error.remedy}`);
    process.exitCode = error.exit;
  }
}

/** Says where the edition is; a draft is written with its errors, to be looked at, but the run does not count as good. */
export function tellDone(target: string, findings: readonly Finding[]): void {
  tellFindings(findings);
  console.error(`\nDone: ${target}`);
  if (findings.some(isError)) process.exitCode = 1;
}

/** Stops the run when there are errors among the findings, listing all of them. */
export function stopOnErrors(findings: readonly Finding[], what: string): void {
  if (findings.some(isError)) throw new FindingsError(findings, what);
}
