import { roundHalfEven } from '../standards/rounding.ts';
import type { Fact, Language } from '../types.ts';
import { largeUnit, printedUnit } from './unit-words.ts';

export { type Direction, direction } from '../assess/direction.ts';

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

const MYRIADS: readonly (readonly [power: number, word: string])[] = [
  [12, '万亿'],
  [8, '亿'],
  [4, '万'],
];

/** Chinese counts large numbers by 万 and 亿: 20 million vehicles are 2000万, 11.2 billion yuan 112亿元, 82,700 billion yuan 82.7万亿元. */
function inMyriads(
  value: number,
  decimals: number,
  { zeros, counted }: Readonly<{ zeros: number; counted: string }>,
): string {
  const [power, word] = MYRIADS.find(([from]) => Math.abs(value) * 10 ** zeros >= 10 ** from) ?? [4, '万'];
  const digits = formatNumber(value * 10 ** (zeros - power), Math.max(0, power - zeros + decimals));
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits.replace(',', '');
  return `${short}${word}${counted}`;
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
