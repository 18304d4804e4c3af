import type { Context } from './context.ts';

/** A date in words: 1 September 2018, September 2018, 2018; 2018年9月1日. */
export function dateText(date: string, context: Pick<Context, 'language' | 'strings'>): string {
  const [year = '', month, day] = date.split('-');
  if (context.language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  const name = month ? context.strings.get(`month.${Number(month)}`) : '';
  return [day ? String(Number(day)) : '', name, year].filter(Boolean).join('\u00a0');
}

/**
 * A period in words: January–June 2018, October 2017–March 2018, 2018 on 2017 for a change; 2018年1—6月, 2018年比2017年. Whatever is
 * no year, month or span of months stays as it is.
 */
export function periodText(period: string, context: Pick<Context, 'language' | 'strings'>): string {
  const zh = context.language === 'zh';
  const [later = '', earlier] = period.split(/-(?:vs|minus)-/);
  if (earlier) return [later, earlier].map((one) => periodText(one, context)).join(zh ? '比' : ' on ');
  const [, from, year, to] = /^(\d{4}-\d{2})\.\.(?:(\d{4})-)?(\d{2})$/.exec(period) ?? [];
  if (!from || !to) return /^\d{4}(-\d{2})?$/.test(period) ? dateText(period, context) : period;
  const own = from.slice(0, 4);
  if (year) return [from, `${year}-${to}`].map((one) => dateText(one, context)).join(zh ? '—' : '–');
  if (zh) return `${own}年${Number(from.slice(5))}—${Number(to)}月`;
  const [first, last] = [from.slice(5), to].map((month) => context.strings.get(`month.${Number(month)}`));
  return `${first}–${last}\u00a0${own}`;
}
