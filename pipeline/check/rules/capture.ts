import type { At, CityYear } from '../../types.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('capture', 'air/city-year.csv');

const measure = ({ subject, statistic }: CityYear) => `${subject} ${statistic}`;

/** Statistics that a city lacks while most cities have them; what nearly all cities lack is a matter of the archive (coverage). */
function usual(rows: readonly CityYear[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; held: number }>();
  for (const row of rows) {
    const count = counts.get(measure(row)) ?? { all: 0, held: 0 };
    counts.set(measure(row), { all: count.all + 1, held: count.held + (row.value === null ? 0 : 1) });
  }
  return new Set([...counts].filter(([, { all, held }]) => held * 2 > all).map(([key]) => key));
}

/** "pm10 annual-mean, pm10 p95-daily (335 to 344 days)". */
function listed(rows: readonly CityYear[]): string {
  const days = rows.flatMap(({ validDays }) => validDays ?? []);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const span = days.length === 0 ? '' : least === most ? ` (${least} days)` : ` (${least} to ${most} days)`;
  const named = rows.length > 4 ? `${rows.length} statistics` : rows.map(measure).join(', ');
  return named + span;
}

/**
 * Cities below the data-capture rule of GB 3095 in the year assessed: one summary, and one line a city. `short` values are
 * printed with a mark (warn), `insufficient` ones are not printed (note). Where the archive gives no days, none can be judged.
 * Where most cities are short, the archive lacks days and not the cities: that is said once, and lines are left to those that
 * lack a value.
 */
export const capture: Rule = (data, { year }) => {
  const name = placeNames(data);
  const rows = data.cityYears.filter((row) => row.year === year);
  const judged = usual(rows);
  const cities = new Map<string, At<CityYear>[]>();
  for (const row of rows) {
    if (row.capture !== 'short' && row.capture !== 'insufficient') continue;
    if (judged.has(measure(row))) cities.set(row.code, [...(cities.get(row.code) ?? []), row]);
  }
  const unknown = new Set(rows.filter((row) => row.capture === 'unknown').map(({ code }) => code)).size;
  if (cities.size === 0 && unknown === 0) return [];
  const summary = report(
    'note',
    null,
    `${year}: ${cities.size} cities are below the data-capture rule in some statistic; for ${unknown} the archive does not say how many days were valid.`,
    'Short values are printed with a mark, insufficient ones are left out; the chapter on methods says so.',
  );
  const shortCities = [...cities.values()].filter((below) => below.some((row) => row.capture === 'short'));
  const everywhere = shortCities.length * 2 > new Set(rows.map(({ code }) => code)).size;
  const archive = report(
    'warn',
    null,
    `${year}: ${shortCities.length} cities are short of days (${listed(shortCities.flat())}): the archive lacks days, or months with 27 valid ones.`,
    'Nothing to do, unless a fuller archive is at hand: npm run archive.',
  );
  const lines = [...cities].flatMap(([code, below]) => {
    const short = everywhere ? [] : below.filter((row) => row.capture === 'short');
    const gone = below.filter((row) => row.capture === 'insufficient');
    const first = below.find((row) => short.includes(row) || gone.includes(row));
    if (!first) return [];
    const parts = [short.length && `short: ${listed(short)}`, gone.length && `insufficient: ${listed(gone)}`].filter(
      Boolean,
    );
    return [
      report(
        short.length ? 'warn' : 'note',
        first.at,
        `${name(code)} ${year}: ${parts.join('; ')}.`,
        'Nothing to do, unless a fuller archive is at hand: npm run archive.',
      ),
    ];
  });
  return everywhere ? [summary, archive, ...lines] : [summary, ...lines];
};
