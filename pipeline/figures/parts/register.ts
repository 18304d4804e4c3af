import { printable } from '../../assess/published.ts';
import { issuedBy } from '../../assess/register-status.ts';
import type { Bilingual, Policy, Sector } from '../../types.ts';
import type { PlateContext } from '../figure.ts';

type Head = Readonly<{ name: Bilingual; en: readonly string[]; zh: readonly string[] }>;

/** Sectors in figures: the name, and the name as the head of a narrow column. */
export const SECTOR: Readonly<Record<Sector, Head>> = {
  planning: { name: { en: 'Plans and strategy', zh: '规划与战略' }, en: ['Plans'], zh: ['规划', '战略'] },
  coal: { name: { en: 'Coal and energy', zh: '煤炭与能源' }, en: ['Coal,', 'energy'], zh: ['煤炭', '能源'] },
  industry: { name: { en: 'Industry', zh: '工业' }, en: ['Industry'], zh: ['工业'] },
  vocs: { name: { en: 'VOCs', zh: '挥发性有机物' }, en: ['VOCs'], zh: ['VOCs'] },
  'vehicles-fuels': {
    name: { en: 'Vehicles and fuels', zh: '机动车与油品' },
    en: ['Vehi-', 'cles,', 'fuels'],
    zh: ['机动车', '油品'],
  },
  'freight-ships-ports': {
    name: { en: 'Freight, ships and ports', zh: '货运、船舶与港口' },
    en: ['Freight,', 'ships,', 'ports'],
    zh: ['货运', '船舶', '港口'],
  },
  dust: { name: { en: 'Dust', zh: '扬尘' }, en: ['Dust'], zh: ['扬尘'] },
  agriculture: {
    name: { en: 'Agriculture and open burning', zh: '农业与露天焚烧' },
    en: ['Straw,', 'burning'],
    zh: ['农业', '焚烧'],
  },
  'heavy-pollution-response': {
    name: { en: 'Heavy-pollution response', zh: '重污染天气应对' },
    en: ['Heavy', 'pollu-', 'tion'],
    zh: ['重污染', '应对'],
  },
  monitoring: { name: { en: 'Monitoring', zh: '监测' }, en: ['Moni-', 'toring'], zh: ['监测'] },
  enforcement: { name: { en: 'Enforcement', zh: '执法监管' }, en: ['En-', 'force-', 'ment'], zh: ['执法', '监管'] },
  'economic-policy': {
    name: { en: 'Economic policy', zh: '经济政策' },
    en: ['Eco-', 'nomic', 'policy'],
    zh: ['经济', '政策'],
  },
};

/** The records a figure may show: read or derived, and issued by the end of the year assessed. */
export const recordsOf = ({ data, edition }: PlateContext): Policy[] =>
  data.policies.filter((policy) => printable(policy) && issuedBy(policy, edition.year));

/** Sources of the records that a figure of the register counts. */
export const registerSources = (ctx: PlateContext): string[] => [
  ...new Set(recordsOf(ctx).flatMap(({ sources }) => sources)),
];
