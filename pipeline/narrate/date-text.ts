import type { Context } from './context.ts';

/** A date in words: 1 September 2018, September 2018, 2018; 2018年9月1日. */
export function dateText(date: string, context: Pick<Context, 'language' | 'strings'>): string {
  const [year = '', month, day] = date.split('-');
  if (context.language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  const name = month ? context.strings.get(`month.${Number(month)}`) : '';
  return [day ? String(Number(day)) : '', name, year].filter(Boolean).join('\u00a0');
}
