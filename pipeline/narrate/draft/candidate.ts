import type { Facts } from '../../facts/fact.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import type { Assessment, Bilingual, Data, Edition, Fact, Language, Pollutant } from '../../types.ts';
import { settle } from '../context.ts';
import type { Strings } from '../strings.ts';

/** What a draft is made from; texts of both languages, since a statement is proposed in both or in neither. */
export type DraftParts = Readonly<{
  edition: Edition;
  data: Data;
  facts: Facts;
  assessment: Assessment;
  strings: Readonly<Record<Language, Strings>>;
}>;

/** A statement that an editor may take over: a sentence as a template in both languages, with its claims. */
export type Candidate = Readonly<{
  id: string;
  /** How much it is worth saying; see {@link scored}. */
  score: number;
  text: Bilingual;
}>;

/** The level of a year by which each pollutant is known, as a sentence begins with it. */
export const LEVELS: readonly Readonly<{ subject: Pollutant; statistic: string; name: Bilingual }>[] = [
  { subject: 'pm25', statistic: 'annual-mean', name: { en: 'PM2.5', zh: 'PM2.5年均浓度' } },
  { subject: 'pm10', statistic: 'annual-mean', name: { en: 'PM10', zh: 'PM10年均浓度' } },
  { subject: 'so2', statistic: 'annual-mean', name: { en: 'SO2', zh: 'SO2年均浓度' } },
  { subject: 'no2', statistic: 'annual-mean', name: { en: 'NO2', zh: 'NO2年均浓度' } },
  { subject: 'co', statistic: 'p95-daily', name: { en: 'The 95th percentile of CO', zh: 'CO日均值第95百分位数' } },
  {
    subject: 'o3',
    statistic: 'p90-mda8',
    name: { en: 'The 90th percentile of ozone', zh: '臭氧日最大8小时平均第90百分位数' },
  },
];

/** What counts for a reader: the first is the pollutant, or the count, by which years are told apart. */
export const IMPORTANCE = { pm25: 3, goodDays: 3, attaining: 3, o3: 2, pm10: 2, so2: 1, no2: 1, co: 1 } as const;

/** A change of a verdict, of a side of a limit, of who stands first: it has no size, and counts as one of sixty-three printed units. */
const EVENT = 6;

export const scoredEvent = (importance: number): number => importance * EVENT;

/** Importance times the size of a change in units of its last printed digit, as a logarithm: twice the change is one step more. */
export function scored(importance: number, change: number, decimals: number): number {
  const units = Math.abs(roundedNumber(change, decimals)) * 10 ** decimals;
  return importance * Math.log2(1 + units);
}

/**
 * The first of these facts that has a number, as the pattern by which a text names it. A change from the old state of the air into the mixed
 * year 2018 is passed over: the draft has no room to say so.
 */
export function firstOf(
  patterns: readonly string[],
  { facts, edition }: DraftParts,
): { id: string; fact: Fact } | null {
  for (const id of patterns) {
    const fact = facts.find(settle(id, edition));
    if (fact && fact.value !== null && !fact.notes.includes('mixed-basis')) return { id, fact };
  }
  return null;
}

/** Whether two facts can stand side by side in one sentence: on one state of the air. */
export const alike = (a: Fact, b: Fact): boolean => a.basis === b.basis;

/** Words in a claim of this kind on these facts. */
export const claim = (kind: string, ids: readonly string[], words: string, settings = ''): string =>
  `{{#claim "${kind}" ${ids.map((id) => `"${id}"`).join(' ')}${settings && ` ${settings}`}}}${words}{{/claim}}`;
