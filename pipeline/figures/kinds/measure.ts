import { ChinaAirError } from '../../errors.ts';
import { unitOf } from '../../facts/unit-words.ts';
import { type Bilingual, type Fact, POLLUTANTS } from '../../types.ts';
import type { Measure } from '../alt-text.ts';
import { POLLUTANT } from '../parts/words.ts';
import { Text } from './kind.ts';

/** What is measured, in words, where the figure's own are wanted. */
export const MeasureText = Text.optional();

const STATISTICS: Readonly<Record<string, Bilingual>> = {
  'annual-mean': { en: 'annual mean', zh: '年均浓度' },
  mean: { en: 'mean', zh: '平均浓度' },
  'p90-mda8': { en: '90th percentile of daily 8-hour maxima', zh: '日最大8小时平均第90百分位数' },
  'p95-daily': { en: '95th percentile of daily means', zh: '日均值第95百分位数' },
  'p98-daily': { en: '98th percentile of daily means', zh: '日均值第98百分位数' },
  'good-day-share': { en: 'share of good days', zh: '优良天数比例' },
  'heavy-day-share': { en: 'share of heavily polluted days', zh: '重度及以上污染天数比例' },
  'good-days': { en: 'good days', zh: '优良天数' },
  'heavy-days': { en: 'heavily polluted days', zh: '重度及以上污染天数' },
  'composite-index': { en: 'composite index', zh: '综合指数' },
  'attaining-share': { en: 'share of cities that attain', zh: '达标城市比例' },
  'attaining-cities': { en: 'cities that attain', zh: '达标城市数' },
};

const nameOf = (subject: string): string => {
  const pollutant = POLLUTANTS.find((known) => known === subject);
  return pollutant ? POLLUTANT[pollutant] : '';
};

/**
 * Name and unit of what facts measure, from the first of them, and the decimals most of them are printed with; `own` is the figure's name for it. Errors: no-measure
 * (exit 1) for a statistic that has no name here.
 */
export function measureOf(facts: readonly Fact[], own?: Bilingual): Measure {
  const [first] = facts;
  if (!first) return { name: own ?? { en: '', zh: '' }, unit: { en: '', zh: '' }, decimals: 0 };
  const parts = { unit: unitOf(first.unit), decimals: usual(facts.map(({ decimals }) => decimals)) };
  if (own) return { name: own, ...parts };
  const statistic = STATISTICS[first.statistic.replace(/-since-base$/, '')];
  if (!statistic) {
    throw new ChinaAirError({
      code: 'no-measure',
      exit: 1,
      message: `The statistic ${first.statistic} has no name for figures.`,
      remedy: 'Say what is measured: "measure": { "en": …, "zh": … }.',
    });
  }
  const subject = nameOf(first.subject);
  const changed = /-(vs|minus)-/.test(first.period);
  return {
    name: {
      en: `${changed ? 'change of ' : ''}${[subject, statistic.en].filter(Boolean).join(', ')}`,
      zh: `${subject}${statistic.zh}${changed ? '变化' : ''}`,
    },
    ...parts,
  };
}

/** The number that stands there most often. */
function usual(numbers: readonly number[]): number {
  const count = (wanted: number): number => numbers.filter((one) => one === wanted).length;
  return numbers.reduce((most, one) => (count(one) > count(most) ? one : most), numbers[0] ?? 0);
}

/** "PM2.5, annual mean, µg/m³", over an axis. */
export const titled = ({ name, unit }: Measure): Bilingual => ({
  en: unit.en ? `${capital(name.en)}, ${unit.en}` : capital(name.en),
  zh: unit.zh ? `${name.zh}（${unit.zh}）` : name.zh,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
