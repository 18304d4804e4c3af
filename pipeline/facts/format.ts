import { roundHalfEven } from '../standards/rounding.ts';
import type { Fact, Language } from '../types.ts';

export { type Direction, direction } from '../assess/direction.ts';

/** Units that follow the number in running text; counts (cities, records, days) are said in the sentence. */
const PRINTED_UNITS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'µg/m³': '\u00a0µg/m³',
    'mg/m³': '\u00a0mg/m³',
    '%': '%',
    pp: '\u00a0percentage points',
    // Per year, which the sentence says.
    'µg/m³/a': '\u00a0µg/m³',
    'mg/m³/a': '\u00a0mg/m³',
    '%/a': '%',
    'million vehicles': '\u00a0million',
    'million households': '\u00a0million',
    'million weight cases': '\u00a0million weight cases',
    'billion yuan': '\u00a0billion yuan',
    Mt: '\u00a0million tonnes',
    Mtce: '\u00a0million tonnes of standard coal',
    GW: '\u00a0GW',
    'mg/kg': '\u00a0mg/kg',
    'yuan/kWh': '\u00a0yuan/kWh',
    ppb: '\u00a0ppb',
    'g/kWh': '\u00a0g/kWh',
  },
  zh: {
    'µg/m³': '微克/立方米',
    'mg/m³': '毫克/立方米',
    '%': '%',
    pp: '个百分点',
    'µg/m³/a': '微克/立方米',
    'mg/m³/a': '毫克/立方米',
    '%/a': '%',
    'mg/kg': '毫克/千克',
    'yuan/kWh': '元/千瓦时',
    ppb: '\u00a0ppb',
    'g/kWh': '克/千瓦时',
  },
};

/** Groups of three digits from 10,000 up; years and small counts stay whole. */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const spaced = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A number as printed: rounded once, half to even (GB/T 8170), with a true minus sign (U+2212). */
export function formatNumber(value: number, decimals: number): string {
  const rounded = roundHalfEven(value, decimals);
  return rounded.startsWith('-') ? `\u2212${grouped(rounded.slice(1))}` : grouped(rounded);
}

/** What stands for a missing value. */
export const MISSING = '–';

/** The number of a fact without its unit; an en dash when it is missing. */
export function printedNumber(fact: Pick<Fact, 'value' | 'decimals'>, decimals = fact.decimals): string {
  return fact.value === null ? MISSING : formatNumber(fact.value, decimals);
}

export function printedUnit(unit: string, language: Language): string {
  return PRINTED_UNITS[language][unit] ?? '';
}

/** Units of large numbers: how many zeros they stand for, and what is counted, as Chinese says it; '' where the sentence does. */
const LARGE_UNITS: Readonly<Record<string, Readonly<{ zeros: number; zh: string }>>> = {
  'million vehicles': { zeros: 6, zh: '' },
  'million households': { zeros: 6, zh: '' },
  'billion yuan': { zeros: 9, zh: '元' },
  'million weight cases': { zeros: 6, zh: '重量箱' },
  Mt: { zeros: 6, zh: '吨' },
  Mtce: { zeros: 6, zh: '吨标准煤' },
  GW: { zeros: 6, zh: '千瓦' },
};

/** Things counted one by one: in whole thousands from ten thousand up they were rounded by their source, and are said in 万. */
const COUNTED: ReadonlySet<string> = new Set(['boilers', 'cases', 'deaths', 'enterprises', 'households', 'permits']);

const MYRIADS: readonly (readonly [power: number, word: string])[] = [
  [12, '万亿'],
  [8, '亿'],
  [4, '万'],
];

/** Chinese counts large numbers by 万 and 亿: 20 million vehicles are 2000万, 11.2 billion yuan 112亿元, 82,700 billion yuan 82.7万亿元. */
function inMyriads(value: number, decimals: number, { zeros, zh }: Readonly<{ zeros: number; zh: string }>): string {
  const [power, word] = MYRIADS.find(([from]) => Math.abs(value) * 10 ** zeros >= 10 ** from) ?? [4, '万'];
  const digits = formatNumber(value * 10 ** (zeros - power), Math.max(0, power - zeros + decimals));
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits.replace(',', '');
  return `${short}${word}${zh}`;
}

/** A number in the unit that Chinese tables name: millions as 万 (31.1 million tonnes are 3110 in 万吨), billions of yuan as 亿元. */
export function inTableUnit<T extends Pick<Fact, 'value' | 'decimals' | 'unit'>>(fact: T): T {
  const large = LARGE_UNITS[fact.unit];
  if (fact.value === null || large === undefined) return fact;
  const power = large.zeros === 9 ? 1 : 2;
  return { ...fact, value: fact.value * 10 ** power, decimals: Math.max(0, fact.decimals - power) };
}

function largeUnit(unit: string, value: number): Readonly<{ zeros: number; zh: string }> | undefined {
  const rounded = COUNTED.has(unit) && Math.abs(value) >= 10_000 && value % 1000 === 0;
  return rounded ? { zeros: 0, zh: '' } : LARGE_UNITS[unit];
}

/** The number of a fact with its unit, as it stands in running text. */
export function printed(
  fact: Pick<Fact, 'value' | 'decimals' | 'unit'>,
  language: Language,
  decimals = fact.decimals,
): string {
  if (fact.value === null) return MISSING;
  const large = language === 'zh' ? largeUnit(fact.unit, fact.value) : undefined;
  return large
    ? inMyriads(fact.value, decimals, large)
    : printedNumber(fact, decimals) + printedUnit(fact.unit, language);
}
