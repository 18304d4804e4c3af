import { cpSync } from 'node:fs';
import path from 'node:path';
import { silent } from '../../../pipeline/log.ts';
import type { Options } from '../../../pipeline/options.ts';
import { narrateStage } from '../../../pipeline/stages.ts';
import type { ChapterRef, Fact, Figure, Finding, TargetProgress } from '../../../pipeline/types.ts';
import { Workspace } from '../../../pipeline/workspace.ts';
import { city, data, edition, folder, policy, scope, target } from '../../build.ts';
import { pm25 } from '../context.ts';

/** A fault put into an edition on purpose, and how the build must tell it. */
export type Fault = Readonly<{
  /** What somebody did wrong: "a fact is misspelt". */
  what: string;
  /** The chapter’s English text; the line at fault ends in `⟵`. */
  en?: string;
  /** Its Chinese text, where that is not as the English one; null: there is none. */
  zh?: string | null;
  /** More files of the edition, by their path in its folder; a line at fault ends in `⟵`. */
  files?: Readonly<Record<string, string>>;
  /** A folder that edition.json names for the chapter, where it is not the one that is there. */
  named?: string;
  /** Whether only a final edition refuses it. */
  final?: true;
  rule: string;
  /** File at fault in the edition’s folder, NN for the chapter’s own, where it is not the English chapter. */
  at?: string;
  message: RegExp;
  remedy: RegExp;
}>;

const NAME = 'special';
const MARK = /\s*⟵/g;

/** The number of the line that ends in the mark; null where none does. */
const lineOf = (text: string): number | null => {
  const line = text.split('\n').findIndex((each) => each.includes('⟵'));
  return line < 0 ? null : line + 1;
};

const figure = (id: string): Figure => ({
  ...{ id, title: { en: 'A', zh: '甲' }, svg: { en: '<svg></svg>', zh: '<svg></svg>' }, alt: { en: '', zh: '' } },
  ...{ rows: [], facts: [], sources: [], note: { en: '', zh: '' } },
});

export const ID = 'published.CN-338.pm25.annual-mean';
const FACTS: readonly Fact[] = [
  pm25('2018', 39),
  pm25('2017', 43),
  pm25('2019', 40),
  pm25('2018-vs-2017', -9.3),
  pm25('2016', null),
  pm25('2015-vs-2014', 4.1),
];
const line = (id: string, verdict: TargetProgress['verdict']): TargetProgress => ({
  ...{ target: target(id), goal: `${ID}.2018`, result: null, progress: null, path: null, base: 2015, verdict },
  rule: 'published',
});
const TARGETS = [line('t-late', 'behind'), line('t-done', 'met')];
const DATA = data({
  cities: [city('130600')],
  scopes: [scope('CN-338', [], { name: { en: 'all cities', zh: '全部城市' } })],
  policies: [policy('cn-plan')],
});

type Written = Readonly<{ chapter: string; fault: Fault; files: Readonly<Record<string, string>> }>;

/** The files of a fault: its chapter in both languages, and what it adds; by their path in the edition’s folder. */
function written(fault: Fault, number: number): Written {
  const chapter = `${String(number).padStart(2, '0')}-case`;
  const { en = '<h1>A</h1>', zh = en.replace('<h1>A</h1>', '<h1>甲</h1>').replace(/[A-Za-z ]+(?=<\/p>)/, '') } = fault;
  const files = { [`chapters/${chapter}/en.hbs`]: en, ...(zh === null ? {} : { [`chapters/${chapter}/zh.hbs`]: zh }) };
  const more = Object.entries(fault.files ?? {}).map(([file, text]) => [file.replace('NN', chapter), text]);
  return { chapter, fault, files: { ...files, ...Object.fromEntries(more) } };
}

/** The run of the narrate stage on an edition with these faults: everything it notices. */
export async function findingsOf(faults: readonly Fault[]): Promise<readonly Finding[]> {
  const cases = faults.map((fault, i) => written(fault, i + 1));
  const own = cases.flatMap(({ files }) =>
    Object.entries(files).map(([file, text]) => [path.join(NAME, file), text.replace(MARK, '')]),
  );
  const chapters = cases.map(({ chapter, fault }): ChapterRef => {
    return { folder: fault.named ?? chapter, kind: 'chapter', landscape: false };
  });
  const spec = JSON.stringify({ languages: ['en', 'zh'], chapters }, null, 1);
  const templatesDir = folder({ ...Object.fromEntries(own), [`${NAME}/edition.json`]: spec });
  for (const shared of ['partials', 'strings', 'glossary.json']) {
    cpSync(path.join('templates', shared), path.join(templatesDir, shared), { recursive: true });
  }
  const options: Options = {
    ...{ edition: NAME, year: 2018, languages: ['en', 'zh'], dataDir: 'data', standardsDir: null, rules: '' },
    ...{ outDir: templatesDir, templatesDir, htmlOnly: true, final: faults.some(({ final }) => final), help: false },
  };
  const { findings } = await narrateStage(
    { options, workspace: new Workspace(folder({}), NAME, ''), log: silent },
    { data: DATA, edition: edition({ id: NAME, folder: NAME, chapters, cover: { plate: 'cover' } }), findings: [] },
    { facts: FACTS, rankings: [], reconciliation: [], targets: TARGETS, robustness: [], twins: [] },
    ['nation-series', 'good-days'].map(figure),
  );
  return findings;
}

/** How a fault must be told: rule, file and line. `number` is its place among the faults of the run. */
export function expected(fault: Fault, number = 1): Readonly<{ rule: string; file: string; row: number | null }> {
  const { chapter, files } = written(fault, number);
  const at = (fault.at ?? 'chapters/NN/en.hbs').replace('NN', chapter);
  return { rule: fault.rule, file: path.join(NAME, at), row: lineOf(files[at] ?? '') };
}

/** The finding that tells a fault as it must be told, among all of a run. */
export function told(fault: Fault, findings: readonly Finding[], number = 1): Finding | undefined {
  const { rule, file, row } = expected(fault, number);
  const { message, remedy } = fault;
  return findings.find(
    (found) =>
      found.severity === 'error' &&
      found.rule === rule &&
      found.file === file &&
      (row === null ? found.row !== null || rule === 'template-missing' : found.row === row) &&
      message.test(found.message) &&
      remedy.test(found.remedy),
  );
}
