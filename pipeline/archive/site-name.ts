import { isDate } from '../dates.ts';

/** What the name of a site says of it, most of it in brackets. Dates YYYY-MM-DD; null is not said. */
export type SiteName = Readonly<{
  /** The name calls it a control site (对照点). */
  control: boolean;
  /** 启用 */
  opened: string | null;
  /** 停运 or 停用; null also where the name says that it is closed, but not when (已停运). */
  closed: string | null;
  /** Last day as a control site: the one before it became an evaluation site (更为评价点). */
  controlUntil: string | null;
  /** Brackets with a number that looks like a date and is not understood. */
  unread: readonly string[];
}>;

/**
 * Reads names such as 供销社(停运200110), 水科所（20181128停用）, 济民医院(对照点190815启用): brackets of half or full width, the
 * day before or after the word, with or without the century.
 */
export function readSiteName(name: string): SiteName {
  const said = { opened: null, closed: null, controlUntil: null } as Record<
    'opened' | 'closed' | 'controlUntil',
    string | null
  >;
  const unread: string[] = [];
  for (const [, inside = ''] of name.matchAll(/[(（]([^()（）]*)[)）]/g)) {
    const digits = /(?<!\d)(?:20)?\d{6}(?!\d)/.exec(inside)?.[0];
    if (digits === undefined) continue;
    const day = dayOf(digits);
    if (day !== null && inside.includes('启用')) said.opened = day;
    else if (day !== null && /停[运用]/.test(inside)) said.closed = day;
    else if (day !== null && inside.includes('更为评价点')) said.controlUntil = dayBefore(day);
    else unread.push(inside);
  }
  return { control: name.includes('对照点'), ...said, unread };
}

/** `2020-01-10` for 200110 and 20200110; null for a day that does not exist. */
function dayOf(digits: string): string | null {
  const day = digits.padStart(8, '20').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isDate(day) ? day : null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
