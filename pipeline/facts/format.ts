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
  },
  zh: {
    'µg/m³': '微克/立方米',
    'mg/m³': '毫克/立方米',
    '%': '%',
    pp: '个百分点',
    'µg/m³/a': '微克/立方米',
    'mg/m³/a': '毫克/立方米',
    '%/a': '%',
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

/** The number of a fact with its unit, as it stands in running text. */
export function printed(
  fact: Pick<Fact, 'value' | 'decimals' | 'unit'>,
  language: Language,
  decimals = fact.decimals,
): string {
  return fact.value === null ? MISSING : printedNumber(fact, decimals) + printedUnit(fact.unit, language);
}
