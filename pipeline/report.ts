import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fullTitle } from './edition-files.ts';
import { errorsIn } from './findings.ts';
import { openBrowser } from './print/browser.ts';
import { printReport } from './print/print.ts';
import { styleSheet } from './print/styles.ts';
import { writeDataPack } from './publish/data-pack.ts';
import { writeKeyFindingsDraft } from './publish/key-findings-draft.ts';
import { manifest } from './publish/manifest.ts';
import { writeRegister } from './publish/register-files.ts';
import { webPage } from './publish/web.ts';
import {
  type Assessed,
  assessStage,
  type Checked,
  checkStage,
  factsOf,
  figuresStage,
  type Ingested,
  ingestStage,
  type Narrated,
  narrateStage,
  type Run,
} from './stages.ts';
import { parseChoices } from './standards/options.ts';
import type { Figure, Finding } from './types.ts';
import { replaceFolder } from './workspace.ts';

/** Called with the findings so far; throws when one of them forbids to go on. */
export type Gate = (findings: readonly Finding[], what: string) => void;
export type Reported = Readonly<{ target: string; findings: readonly Finding[] }>;

/**
 * A whole run:
 *
 *     data/ ─1 ingest─▶ 2 check ─▶ 3 assess ─▶ 4 figures ─▶ 5 narrate ─▶ 6 print ─▶ out/<edition>/
 *
 * Nothing is written to out/<edition>/ before the end, and then all at once.
 */
export async function report(run: Run, commit: string | null, gate: Gate): Promise<Reported> {
  const ingested = await ingestStage(run);
  const checked = await checkStage(run, ingested);
  gate(checked.findings, 'The data break rules');
  const assessment = await assessStage(run, ingested);
  const { figures, findings } = await figuresStage(run, ingested, assessment);
  const narrated = await narrateStage(run, ingested, assessment, figures);
  gate([...findings, ...narrated.findings], 'The templates have faults');
  return printStage(run, { ingested, checked, assessment, figures, narrated }, commit, gate);
}

export type Made = Readonly<{
  ingested: Ingested;
  checked: Checked;
  assessment: Assessed;
  figures: readonly Figure[];
  narrated: Narrated;
}>;

/** Prints each manuscript, and swaps the whole edition into out/. */
export async function printStage(
  { options, log }: Run,
  made: Made,
  commit: string | null,
  gate: Gate,
): Promise<Reported> {
  const { ingested, checked, assessment, figures, narrated } = made;
  const { data, edition } = ingested;
  const draft = !options.final;
  const target = path.join(options.outDir, edition.id);
  let findings: readonly Finding[] = [...checked.findings, ...assessment.findings, ...narrated.findings];

  await replaceFolder(target, async (dir) => {
    const browser = options.htmlOnly ? null : await openBrowser(log);
    try {
      for (const manuscript of narrated.manuscripts) {
        const { language } = manuscript;
        mkdirSync(path.join(dir, language), { recursive: true });
        const page = webPage(manuscript, { templatesDir: options.templatesDir, data, edition });
        writeFileSync(path.join(dir, language, 'report.html'), page);
        if (!browser) continue;
        const printed = await printReport(manuscript, {
          title: fullTitle(edition, language),
          subject: edition.subtitle[language],
          author: edition.title[language],
          keywords: edition.keywords[language],
          css: styleSheet('print', edition.folder, options.templatesDir),
          date: printDate(edition.year),
          draft,
          assets: null,
          log,
          browser,
        });
        findings = [...findings, ...printed.findings];
        writeFileSync(path.join(dir, language, 'report.pdf'), printed.pdf);
      }
    } finally {
      await browser?.close();
    }
    writeDataPack(dir, { data, edition, assessment, figures, findings, claims: narrated.claims });
    const { templatesDir } = options;
    const facts = factsOf(assessment);
    writeKeyFindingsDraft(dir, { data, edition, assessment, facts, templatesDir });
    await writeRegister(dir, { data, edition, assessment, facts, templatesDir, date: printDate(edition.year) });
    if (!draft) gate(findings, 'A final edition has no errors');
    const made = manifest(edition, {
      status: draft ? 'draft' : 'final',
      commit,
      tools: toolVersions(),
      dataDir: options.dataDir,
      standardsDir: options.standardsDir,
      rules: parseChoices(options.rules),
      templatesDir: options.templatesDir,
      outputDir: dir,
    });
    writeFileSync(path.join(dir, 'manifest.json'), `${JSON.stringify(made, null, 2)}\n`);
  });
  log.info({ out: target, errors: errorsIn(findings).length }, 'print');
  return { target, findings };
}

/**
 * The date written into the files: SOURCE_DATE_EPOCH when set, else New Year's Day after the year assessed. It never is the
 * time of the run, so that the same input gives the same bytes on any day and machine.
 */
function printDate(year: number): Date {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  return Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date(Date.UTC(year + 1, 0, 1));
}

/** Versions of what draws and prints, since they decide the bytes. */
function toolVersions(): Record<string, string> {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const version = (name: string): string => lock.packages?.[`node_modules/${name}`]?.version ?? 'unknown';
  const named = [
    'vega',
    'vega-lite',
    'handlebars',
    'puppeteer-core',
    '@sparticuz/chromium',
    'pdf-lib',
    'canvas',
    'exceljs',
  ];
  return Object.fromEntries([['node', process.versions.node], ...named.map((name) => [name, version(name)] as const)]);
}
