import { SECTORS } from '../types.ts';

/** Words for the values of closed lists, beside the ids themselves; those of sectors are the labels that reports print. */
export const LABELS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  level: {
    national: ['国家', '国家级', '全国', '中央'],
    regional: ['区域', '区域级'],
    provincial: ['省级', '省', '自治区', '直辖市', 'province'],
    municipal: ['市级', '市', '地市级', 'city'],
  },
  relation: {
    implements: ['落实', '实施', 'implement'],
    amends: ['修订', '修改', 'amend'],
    supersedes: ['替代', '代替', '取代', 'supersede', 'replaces'],
  },
  status: {
    'in-force': ['现行', '有效', '现行有效', 'in force'],
    completed: ['完成', '已完成', '到期'],
    superseded: ['被替代', '被代替', '已被替代'],
    repealed: ['废止', '已废止'],
    unknown: ['不详', '未知'],
  },
  evidence: {
    seen: ['已查阅', '已读'],
    derived: ['推得', '可推得'],
    'partly-seen': ['部分查阅', '部分读到', 'partly seen'],
    unconfirmed: ['未核实', '未查证'],
  },
  sectors: {
    planning: ['规划与战略', 'Plans and strategy'],
    coal: ['煤炭与能源', 'Coal and energy'],
    industry: ['工业'],
    vocs: ['挥发性有机物', 'VOCs'],
    'vehicles-fuels': ['机动车与油品', 'Vehicles and fuels'],
    'freight-ships-ports': ['货运、船舶与港口', 'Freight, ships and ports'],
    dust: ['扬尘'],
    agriculture: ['农业与露天焚烧', 'Agriculture and open burning'],
    'heavy-pollution-response': ['重污染天气应对', 'Heavy-pollution response'],
    monitoring: ['监测'],
    enforcement: ['执法监管'],
    'economic-policy': ['经济政策', 'Economic policy'],
  },
};

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** What a cell's words stand for in a closed list, by the map's own values first; the words themselves when they are not known. */
export function wordFor(field: string, text: string, own: Readonly<Record<string, string>> = {}): string {
  const mine = Object.entries(own).find(([word]) => plain(word) === plain(text));
  if (mine) return mine[1];
  const known = Object.entries(LABELS[field] ?? {}).find(
    ([id, words]) => plain(id) === plain(text) || words.some((word) => plain(word) === plain(text)),
  );
  return known ? known[0] : text.trim();
}

const BETWEEN = /^\s*[|;；、,，/\n]\s*/;

/**
 * The sectors of a cell: ids or labels, in either language, one after the other. Labels hold the marks that stand between
 * sectors (货运、船舶与港口), so the longest known label is taken first; what is not known comes back as it stands.
 */
export function sectorsOf(text: string, own: Readonly<Record<string, string>> = {}): string[] {
  const words = [...Object.keys(own), ...SECTORS, ...Object.values(LABELS.sectors ?? {}).flat()]
    .map(plain)
    .sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let rest = text.normalize('NFKC').trim();
  while (rest !== '') {
    const known = words.find((word) => {
      const after = rest.slice(word.length);
      return plain(rest.slice(0, word.length)) === word && (after.trim() === '' || BETWEEN.test(after));
    });
    const word = known === undefined ? (/^[^|;；、,，/\n]*/.exec(rest)?.[0] ?? rest) : rest.slice(0, known.length);
    if (word.trim() !== '') found.push(wordFor('sectors', word, own));
    rest = rest.slice(word.length).replace(BETWEEN, '');
  }
  return [...new Set(found)];
}
