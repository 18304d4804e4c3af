import { readCities } from '../../pipeline/ingest/cities.ts';
import type { City } from '../../pipeline/types.ts';

/** Numbers from 0 to 1 in an order that a seed fixes (mulberry32), so that the table is the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const COLUMNS = {
  编号: 'id',
  上位文件: 'family',
  关系: 'relation',
  英文名称: 'title_en',
  文件名称: 'title_zh',
  'Issued by': 'issuer_en',
  发布单位: 'issuer_zh',
  层级: 'level',
  地区: 'jurisdiction',
  发布日期: 'issued',
  实施日期: 'effective',
  截止日期: 'ends',
  文号: 'document_number',
  领域: 'sectors',
  Summary: 'summary_en',
  摘要: 'summary_zh',
  状态: 'status',
  来源: 'sources',
  核实: 'evidence',
} as const;
export type Column = keyof typeof COLUMNS;
export type Cell = string | number | Date | null | Readonly<{ error: string }>;
export type Line = Record<Column, Cell>;

export const MAP = {
  columns: COLUMNS,
  values: { level: { 国办: 'national' }, evidence: { 已核: 'seen' } },
  dates: ['D.M.YYYY'],
};

const TOPICS = [
  ['秋冬季攻坚行动方案', 'autumn and winter action plan'],
  ['散煤治理实施方案', 'plan on loose coal'],
  ['施工扬尘管理办法', 'rules on construction dust'],
  ['重污染天气应急预案', 'plan for heavy pollution alerts'],
] as const;
const SECTORS = ['coal', '扬尘', '货运、船舶与港口；煤炭与能源', 'Freight, ships and ports | Dust', 'vocs|industry'];

/** One day, in each of the forms in which spreadsheets hold days. */
function written(day: string, form: number): Cell {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const utc = Date.UTC(year, month - 1, date);
  const forms = [day, `${year}年${month}月${date}日`, new Date(utc), utc / 86_400_000 + 25569];
  return [...forms, `${year}/${month}/${date}`, `${date}.${month}.${year}`][form % 6] ?? day;
}

function line(i: number, next: () => number, cities: readonly City[]): Line {
  const city = cities[Math.floor(next() * cities.length)] as City;
  const [topicZh, topicEn] = TOPICS[i % TOPICS.length] as (typeof TOPICS)[number];
  const day = `${2014 + Math.floor(next() * 6)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 9)}`;
  return {
    编号: `city-${i}`,
    上位文件: i % 3 === 0 ? 'cn-2013-action-plan' : null,
    关系: i % 3 === 0 ? '落实' : null,
    英文名称: `${city.short.en} ${topicEn}, no. ${i}`,
    文件名称: `${city.name.zh}${topicZh}（第${i}号）`,
    'Issued by': `${city.short.en} People's Government`,
    发布单位: `${city.name.zh}人民政府`,
    层级: '市级',
    地区: [city.code, city.name.zh, city.short.en][i % 3] ?? city.code,
    发布日期: written(day, i),
    实施日期: i % 4 === 0 ? written(`${day.slice(0, 8)}28`, i + 1) : null,
    截止日期: i % 5 === 0 ? '2020年' : null,
    文号: `市政办〔${day.slice(0, 4)}〕${i}号`,
    领域: SECTORS[i % SECTORS.length] ?? 'coal',
    Summary: 'Sets tasks for the season and says who carries them out.',
    摘要: '明确本地区的治理任务和责任单位。',
    状态: '现行',
    来源: 'caixin-2013-09-12',
    核实: '已核',
  };
}

/** What can be wrong with a row: the rule that must find it, and how the row is spoilt. `above` is the row before. */
export const FAULTS: readonly Readonly<{ rule: string; column: Column; spoil: (above: Line) => Partial<Line> }>[] = [
  { rule: 'cell', column: '文件名称', spoil: () => ({ 文件名称: ' ' }) },
  { rule: 'date', column: '发布日期', spoil: () => ({ 发布日期: '2017年2月30日' }) },
  { rule: 'jurisdiction', column: '地区', spoil: () => ({ 地区: '石家庄县' }) },
  { rule: 'sector', column: '领域', spoil: () => ({ 领域: 'coal；煤化工' }) },
  { rule: 'cell', column: '层级', spoil: () => ({ 层级: '乡镇' }) },
  { rule: 'policy-dates', column: '实施日期', spoil: () => ({ 发布日期: '2018-06-27', 实施日期: '2018-06-01' }) },
  { rule: 'policy-dates', column: '截止日期', spoil: () => ({ 发布日期: '2018', 实施日期: null, 截止日期: 2016 }) },
  { rule: 'duplicate-id', column: '编号', spoil: () => ({ 编号: 'cn-2013-action-plan' }) },
  { rule: 'duplicate-key', column: '编号', spoil: (above) => ({ 编号: above.编号 }) },
  {
    rule: 'policy-duplicate',
    column: '英文名称',
    spoil: ({ 英文名称, 文件名称, 发布单位, 地区, 发布日期 }) => ({
      ...{ 英文名称, 发布单位, 地区, 发布日期, 文号: null, 实施日期: null, 截止日期: null },
      文件名称: `关于印发《${文件名称}》的通知`,
    }),
  },
  { rule: 'policy-family', column: '上位文件', spoil: () => ({ 上位文件: 'cn-2013-action-plam', 关系: 'implements' }) },
  { rule: 'policy-family', column: '关系', spoil: () => ({ 上位文件: null, 关系: '修订' }) },
  { rule: 'policy-translation', column: '摘要', spoil: () => ({ 摘要: 'Sets tasks for the season.' }) },
  { rule: 'evidence-source', column: '来源', spoil: () => ({ 来源: null }) },
  { rule: 'source', column: '来源', spoil: () => ({ 来源: 'https://example.org/none.html' }) },
  { rule: 'policy-level', column: '层级', spoil: () => ({ 层级: '省级', 地区: '130100' }) },
  { rule: 'cell', column: '编号', spoil: () => ({ 编号: 'City 12' }) },
  { rule: 'cell', column: '核实', spoil: () => ({ 核实: '大概' }) },
];

export type Broken = Readonly<{ row: number; rule: string; column: string }>;

/** A thousand rows, fifty of them broken in known places; the first row of the file is the header. */
export function faultyTable(seed: number): Readonly<{ lines: readonly Line[]; broken: readonly Broken[] }> {
  const next = random(seed);
  const cities = readCities('data').index.cities.filter(({ level }) => level === 'prefecture');
  const lines = Array.from({ length: 1000 }, (_, i) => line(i, next, cities));
  const broken = Array.from({ length: 50 }, (_, k): Broken => {
    const at = k * 20 + 5 + Math.floor(next() * 10);
    const { rule, column, spoil } = FAULTS[k % FAULTS.length] as (typeof FAULTS)[number];
    lines[at] = { ...(lines[at] as Line), ...spoil(lines[at - 1] as Line) };
    return { row: at + 2, rule, column };
  });
  return { lines, broken };
}
