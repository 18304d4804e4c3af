import type { CityMonth, CityYear } from '../types.ts';

/** Days of a class, or days on which a pollutant is the primary one, of which a share of the valid days is taken. */
const DAYS = /^(?:level-1|level-2|light|moderate|heavy-only|severe|heavy|primary)-days$/;
const DUST_FREE = '-dust-excluded';

type Row = Readonly<{ code: string; subject: string; statistic: string; value: number | null }>;

/**
 * A share in % for every count of days whose place and period have a count of valid days: `heavy-days` gives
 * `heavy-day-share`. Null where either is missing, or where no day is valid.
 */
function dayShares<T extends Row>(rows: readonly T[], periodOf: (row: T) => string): readonly Omit<T, 'at'>[] {
  const place = (row: T) => `${row.code}.${periodOf(row)}`;
  const valid = new Map(
    rows.filter(({ subject, statistic }) => subject === 'aqi' && statistic === 'valid-days').map((r) => [place(r), r]),
  );
  const shares = rows.filter(({ statistic }) => statistic.endsWith('-day-share'));
  const known = new Set(shares.map((row) => `${place(row)}.${row.subject}.${row.statistic}`));
  return rows.flatMap((row) => {
    if (!DAYS.test(row.statistic)) return [];
    const days = valid.get(place(row))?.value;
    const statistic = row.statistic.replace(/-days$/, '-day-share');
    if (days === undefined) return [];
    if (known.has(`${place(row)}.${row.subject}.${statistic}`)) return [];
    return [{ ...row, statistic, value: row.value === null || !days ? null : (row.value / days) * 100 }];
  });
}

/** The annual mean less the one without the hours taken for sand-dust, µg/m³: what these hours add. Null where one is missing. */
function dustParts(rows: readonly CityYear[]): readonly CityYear[] {
  const mean = (row: CityYear) => `${row.code}.${row.subject}.${row.year}`;
  const plain = new Map(rows.filter(({ statistic }) => statistic === 'annual-mean').map((row) => [mean(row), row]));
  return rows.flatMap((row) => {
    if (row.statistic !== `annual-mean${DUST_FREE}`) return [];
    const whole = plain.get(mean(row))?.value ?? null;
    const value = whole === null || row.value === null ? null : whole - row.value;
    return [{ ...row, statistic: 'dust-part' as const, value }];
  });
}

/** The rows as stored, and those that follow from them. */
export function withDerivedYears(rows: readonly CityYear[]): readonly CityYear[] {
  return [...rows, ...(dayShares(rows, ({ year }) => String(year)) as readonly CityYear[]), ...dustParts(rows)];
}

/** The same for months, which have days only; and the share of good days, which months do not store. */
export function withDerivedMonths(rows: readonly CityMonth[]): readonly CityMonth[] {
  const good = rows.filter(({ statistic }) => statistic === 'good-days');
  const days = new Map(
    rows.filter(({ statistic }) => statistic === 'valid-days').map((row) => [`${row.code}.${row.month}`, row.value]),
  );
  const shares = good.flatMap((row) => {
    const valid = days.get(`${row.code}.${row.month}`);
    if (!valid || row.value === null) return [];
    return [{ ...row, statistic: 'good-day-share', value: (row.value / valid) * 100 }];
  });
  return [...rows, ...dayShares(rows, ({ month }) => month), ...shares];
}
