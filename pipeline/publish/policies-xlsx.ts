import type { CellHyperlinkValue, Row, Worksheet } from 'exceljs';
import type { Facts } from '../facts/fact.ts';
import type { Strings } from '../narrate/strings.ts';
import { type Bilingual, type Edition, EVIDENCE, type Source } from '../types.ts';
import { hasLink } from './policies-csv.ts';
import * as words from './policies-words.ts';
import type { PolicyRecord, TargetRecord } from './register-records.ts';
import { withZipDates } from './zip-dates.ts';

type Cell = string | number | null | CellHyperlinkValue;
type Line = Readonly<{ cells: Readonly<Record<string, Cell>>; doubtful: boolean }>;

/** What the workbook is made of; `date` is written into it, since that of the run would make every run's bytes others. */
export type Register = Readonly<{
  edition: Pick<Edition, 'year' | 'title'>;
  policies: readonly PolicyRecord[];
  targets: readonly TargetRecord[];
  facts: Facts;
  strings: Readonly<{ en: Strings; zh: Strings }>;
  date: Date;
}>;

/** Both languages in one cell, the second on a line of its own; once where they are the same. */
const both = ({ en, zh }: Bilingual): string => (en === zh ? en : `${en}\n${zh}`);
const said = (list: Readonly<Record<string, Bilingual>>, id: string | null): string | null => {
  const word = id === null ? undefined : list[id];
  return word ? both(word) : id;
};

/** The first source with its link, where its address may be printed, and the titles of the others. */
function sourceCells(sources: readonly Source[]): Readonly<{ source: Cell; more: string | null }> {
  const [first, ...others] = sources.toSorted((a, b) => Number(hasLink(b)) - Number(hasLink(a)));
  const titled = ({ title, publisher }: Source) => `${title.zh} (${publisher.zh})`;
  if (!first) return { source: null, more: null };
  return {
    source: hasLink(first) ? { text: titled(first), hyperlink: first.where } : titled(first),
    more: others.map(titled).join('\n') || null,
  };
}

type Words = (key: string) => string;

const policyLine = (text: Words, record: PolicyRecord): Line => {
  const { policy, place, ends, status, supersededBy, family, relation, sources } = record;
  return {
    doubtful: policy.evidence === 'partly-seen',
    cells: {
      ...{ id: policy.id, family, relation: said(words.RELATION, relation) },
      ...{ title_en: policy.title.en, title_zh: policy.title.zh, issuer_en: policy.issuer.en },
      ...{ issuer_zh: policy.issuer.zh, level: text(`level.${policy.level}`), place: both(place) },
      ...{ issued: policy.issued, effective: policy.effective, ends, status: both(words.STATUS[status]) },
      ...{ superseded_by: supersededBy, document_number: policy.documentNumber || null },
      sectors: policy.sectors.map((sector) => text(`sector.${sector}`)).join('\n'),
      ...{ summary_en: policy.summary.en, summary_zh: policy.summary.zh },
      evidence: said(words.EVIDENCE_WORDS, policy.evidence),
      ...sourceCells(sources),
    },
  };
};

const targetLine = (text: Words, record: TargetRecord): Line => {
  const { target, policy, place, verdict, result, sources } = record;
  return {
    doubtful: target.evidence === 'partly-seen',
    cells: {
      ...{ id: target.id, policy_en: policy.title.en, policy_zh: policy.title.zh, place: both(place) },
      ...{ indicator: text(`indicator.${target.indicator}`), kind: said(words.KIND, target.kind) },
      ...{ value: target.value, unit: target.unit, base: target.baselineYear, deadline: target.deadlineYear },
      verdict: verdict === null ? null : text(`verdict.${verdict}`),
      ...{ result: result?.value ?? null, result_year: result?.year ?? null },
      evidence: said(words.EVIDENCE_WORDS, target.evidence),
      ...sourceCells(sources),
    },
  };
};

const FONT = { name: 'Calibri', size: 10 };
const GREY = 'FF707070';

function styleHeader(row: Row): void {
  row.height = 30;
  row.eachCell((cell) => {
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E5F' } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
}

function fill(sheet: Worksheet, columns: readonly words.Column[], lines: readonly Line[]): void {
  sheet.columns = columns.map(({ key, head, width }) => ({ key, header: both(head), width }));
  styleHeader(sheet.getRow(1));
  for (const { cells, doubtful } of lines) {
    const row = sheet.addRow(columns.map(({ key }) => cells[key] ?? null));
    row.eachCell((cell) => {
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.font = { ...FONT, ...(doubtful ? { italic: true, color: { argb: GREY } } : {}) };
      if (cell.hyperlink) cell.font = { ...FONT, underline: true, color: { argb: 'FF0563C1' } };
    });
  }
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lines.length + 1, column: columns.length } };
}

function fillReadMe(sheet: Worksheet, { edition, facts }: Register): void {
  sheet.columns = [{ width: 90 }, { width: 70 }, { width: 10 }];
  const heading = sheet.addRow([`${edition.title.en} ${edition.year}`, `${edition.title.zh}${edition.year}`]);
  heading.font = { ...FONT, size: 14, bold: true };
  for (const { en, zh } of words.READ_ME) sheet.addRow([en, zh]);
  const count = (en: string, zh: string, statistic: string) =>
    sheet.addRow([en, zh, facts.get(`register.CN.all.${statistic}.${edition.year}`).value]);
  count('Records held', '登记总数', 'held-to-date');
  for (const evidence of EVIDENCE) {
    const { en, zh } = words.EVIDENCE_WORDS[evidence];
    count(`– ${en}`, `– ${zh}`, `${evidence}-to-date`);
  }
  sheet.eachRow((row, at) => {
    row.alignment = { vertical: 'top', wrapText: true };
    if (at > 1) row.font = FONT;
  });
}

/**
 * The register as a workbook: policies, their targets, and what the columns mean, in both languages; headers stay in view and
 * have filters. The same input gives the same bytes.
 */
export async function policiesXlsx(register: Register): Promise<Uint8Array> {
  // Loaded here, so that only who writes a workbook waits for the library.
  const { default: ExcelJS } = await import('exceljs');
  const { strings, policies, targets, date, edition } = register;
  const text: Words = (key) => both({ en: strings.en.get(key), zh: strings.zh.get(key) });
  const book = new ExcelJS.Workbook();
  Object.assign(book, { creator: edition.title.en, lastModifiedBy: edition.title.en, created: date, modified: date });
  const sheet = ({ en, zh }: Bilingual) => book.addWorksheet(`${en} ${zh}`);
  fill(
    sheet(words.SHEETS.policies),
    words.POLICY_COLUMNS,
    policies.map((record) => policyLine(text, record)),
  );
  fill(
    sheet(words.SHEETS.targets),
    words.TARGET_COLUMNS,
    targets.map((record) => targetLine(text, record)),
  );
  fillReadMe(sheet(words.SHEETS.readMe), register);
  return withZipDates(new Uint8Array(await book.xlsx.writeBuffer()), date);
}
