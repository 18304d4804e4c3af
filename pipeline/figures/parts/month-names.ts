import type { Language } from '../../types.ts';

/** The months of a year, 1 to 12. */
export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

const EN = 'January February March April May June July August September October November December'.split(' ');

export const monthName = (month: number, language: Language): string =>
  language === 'en' ? (EN[month - 1] ?? '') : `${month}月`;

/** `2019-03`, as it stands in the ids of facts. */
export const monthPeriod = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** The month of a fact's period, 1 to 12. */
export const monthOf = ({ period }: Readonly<{ period: string }>): number => Number(period.slice(5, 7));
