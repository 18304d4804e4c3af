import type { Bilingual, Verdict } from '../../types.ts';

/** What a target is about, in figures. */
export const INDICATOR: Readonly<Record<string, Bilingual>> = {
  pm25_annual: { en: 'PM2.5', zh: 'PM2.5' },
  pm10_annual: { en: 'PM10', zh: 'PM10' },
  pm25_winter: { en: 'PM2.5 in winter', zh: '秋冬季PM2.5' },
  heavy_day_count: { en: 'heavy days in winter', zh: '秋冬季重污染天数' },
  heavy_day_share: { en: 'heavy-day share', zh: '重污染天数比例' },
  good_day_share: { en: 'good-day share', zh: '优良天数比例' },
};

/** Whether a target is met or on its way; null where that is not yet said. */
export const metOf = (verdict: Verdict): boolean | null =>
  verdict === 'met' || verdict === 'on-track' ? true : verdict === 'not-met' || verdict === 'behind' ? false : null;

/** The verdict in a word. */
export const VERDICT: Readonly<Record<Verdict, Bilingual>> = {
  met: { en: 'met', zh: '完成' },
  'not-met': { en: 'missed', zh: '未完成' },
  'on-track': { en: 'on track', zh: '达到进度' },
  behind: { en: 'behind', zh: '滞后' },
  'not-assessable': { en: 'not reached yet', zh: '尚未达到' },
};
