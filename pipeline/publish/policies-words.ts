import type { Bilingual, Evidence, RegisterStatus } from '../types.ts';

/** Heads of the columns of policies.xlsx, and how wide they are, in characters. */
export type Column = Readonly<{ key: string; head: Bilingual; width: number }>;

const column = (key: string, en: string, zh: string, width: number): Column => ({ key, head: { en, zh }, width });

export const POLICY_COLUMNS: readonly Column[] = [
  column('title_en', 'Title', '英文名称', 44),
  column('title_zh', 'Title in Chinese', '文件名称', 40),
  column('issuer_en', 'Issued by', '英文发布单位', 26),
  column('issuer_zh', 'Issuer in Chinese', '发布单位', 22),
  column('level', 'Level', '层级', 12),
  column('place', 'Area', '适用地区', 18),
  column('issued', 'Issued', '发布', 12),
  column('effective', 'In force from', '施行', 13),
  column('ends', 'Ends', '截止', 12),
  column('status', 'At the end of the year', '年底状态', 16),
  column('superseded_by', 'Superseded by', '被替代于', 24),
  column('sectors', 'Sectors', '领域', 26),
  column('document_number', 'Document number', '文号', 22),
  column('summary_en', 'What it provides', '英文摘要', 60),
  column('summary_zh', 'Summary in Chinese', '内容摘要', 50),
  column('evidence', 'Evidence', '核实程度', 16),
  column('source', 'Source', '来源', 40),
  column('more', 'Other sources', '其他来源', 30),
  column('family', 'Family', '上位文件', 26),
  column('relation', 'Relation', '关系', 14),
  column('id', 'Record', '编号', 28),
];

export const TARGET_COLUMNS: readonly Column[] = [
  column('policy_en', 'Policy', '英文名称', 44),
  column('policy_zh', 'Policy in Chinese', '文件名称', 40),
  column('place', 'Area', '适用地区', 20),
  column('indicator', 'Indicator', '指标', 30),
  column('kind', 'Kind', '目标类型', 18),
  column('value', 'Target', '目标值', 10),
  column('unit', 'Unit', '单位', 10),
  column('base', 'Base year', '基准年', 10),
  column('deadline', 'By the end of', '目标年', 12),
  column('verdict', 'Verdict', '评估结果', 16),
  column('result', 'Published result', '公布结果', 12),
  column('result_year', 'Year of the result', '结果年份', 12),
  column('evidence', 'Evidence', '核实程度', 16),
  column('source', 'Source', '来源', 40),
  column('more', 'Other sources', '其他来源', 30),
  column('id', 'Target', '编号', 30),
];

export const STATUS: Readonly<Record<RegisterStatus, Bilingual>> = {
  'in-force': { en: 'in force', zh: '有效' },
  'not-yet-in-force': { en: 'not yet in force', zh: '尚未施行' },
  ended: { en: 'ended', zh: '已到期' },
  superseded: { en: 'superseded', zh: '已被替代' },
  unknown: { en: 'not known', zh: '不详' },
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, Bilingual>> = {
  seen: { en: 'seen', zh: '已查阅' },
  derived: { en: 'derived', zh: '可推得' },
  'partly-seen': { en: 'partly seen †', zh: '部分查阅 †' },
  unconfirmed: { en: 'not confirmed, not listed', zh: '未核实，未列入' },
};

export const RELATION: Readonly<Record<string, Bilingual>> = {
  implements: { en: 'implements', zh: '落实' },
  amends: { en: 'amends', zh: '修订' },
  supersedes: { en: 'supersedes', zh: '替代' },
};

export const KIND: Readonly<Record<string, Bilingual>> = {
  'relative-change': { en: 'change', zh: '变化幅度' },
  level: { en: 'level', zh: '水平' },
  share: { en: 'share', zh: '占比' },
  'at-most': { en: 'at most', zh: '不超过' },
  'at-least': { en: 'at least', zh: '不低于' },
};

export const SHEETS = {
  policies: { en: 'Policies', zh: '政策' },
  targets: { en: 'Targets', zh: '目标' },
  readMe: { en: 'Read me', zh: '说明' },
} as const;

/** The last sheet, a paragraph a row. */
export const READ_ME: readonly Bilingual[] = [
  {
    en: 'This is the register of policies behind the report of the same year: laws, standards, plans, notices and programmes on air quality, and the targets they set. It is a selection, not a census: what is not here may exist and not have been found.',
    zh: '本表为同年度报告所依据的政策登记库，收录空气质量方面的法律、标准、规划、通知和方案及其目标。登记库为选录，未收录的文件不等于不存在。',
  },
  {
    en: 'Only what was issued by the end of the year assessed is here, and each record’s status is that of the last day of that year, from its dates and from records that supersede it. Nothing later is used. A plan is in force to the last day it names. “Not known”: the record is over today, or its state is not known, and nothing says since when.',
    zh: '仅收录评估年度年底前发布的文件；状态按该年最后一天确定，依据文件日期和替代它的文件，不使用此后的信息。规划在其载明的最后一日仍为有效。“不详”指文件现已失效或状态不明，而失效时间无从确定。',
  },
  {
    en: 'Evidence. Seen: the document, or a faithful report of it, was read. Derived: it follows exactly from what was read. Partly seen, marked † and set in grey: only the title or a part was read; such records are no facts, and the report lists them with the same mark but neither counts them nor tells of them. Records that nobody could confirm are not here; findings.csv lists them.',
    zh: '核实程度。已查阅：读到文件本身或其可靠转述。可推得：可由已读内容准确推出。部分查阅（以†标注，灰色字体）：仅读到标题或部分内容，不作为事实，报告以同一符号列出，不计数，也不写入正文。未能核实的文件不在本表，见findings.csv。',
  },
  {
    en: 'Dates are as exact as they are known: a day, a month or a year. English titles and summaries are ours.',
    zh: '日期按已知的精确程度给出，可为日、月或年。英文名称和摘要由本报告翻译编写。',
  },
  {
    en: 'Targets: a change is negative for a fall, and counts from the base year. The verdict is that of the report; the published result is given where it is not later than the year assessed, and may count from another year than the target.',
    zh: '目标：变化幅度为负表示下降，以基准年为起点。评估结果与报告一致；公布结果仅列评估年度及以前的，其起算年份可能与目标不同。',
  },
];
