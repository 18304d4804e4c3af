import { attainment } from '../standards/attainment.ts';
import { limitOn } from '../standards/limits.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { type Asked, enough, type Made, source } from './asked.ts';
import type { AssessContext } from './context.ts';
import { exposed, shareOf } from './exposure.ts';
import { covers, factUnder, type Lens, type Refused, readAs, refused, seen } from './lens.ts';
import type { Present } from './values.ts';

const AVERAGING = { pm25: 'annual', pm10: 'annual', so2: 'annual', no2: 'annual', co: '24h', o3: 'mda8' } as const;
const isPollutant = (subject: string): subject is Pollutant => (POLLUTANTS as readonly string[]).includes(subject);

/** Cities within the limits of one pollutant by the bulletins' statistic, or of all six; their number, or their share. */
export function attaining(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const { panel, subject, statistic, period } = asked;
  const judged =
    isPollutant(subject) && lens.attainment === 'bulletin' ? alone(asked, lens, context) : six(asked, lens, context);
  if (refused(judged)) return judged;
  const { rows, attains, inputs } = judged;
  const people = lens.populations && exposed(panel, lens.populations, rows);
  const cities = rows.filter(({ code }) => attains.has(code)).length;
  const share = people ? shareOf(people, ({ code }) => attains.has(code)) : (cities / rows.length) * 100;
  const measure = statistic.endsWith('-share')
    ? { value: share, unit: '%', decimals: 1 }
    : { value: cities, unit: 'cities', decimals: 0 };
  return { fact: factUnder(lens, panel, rows, { subject, statistic, period, ...measure, inputs }) };
}

type Judged = Readonly<{ rows: readonly Present[]; attains: ReadonlySet<string>; inputs: readonly string[] }>;

function alone(asked: Asked, lens: Lens, context: AssessContext): Judged | Refused {
  const pollutant = asked.subject as Pollutant;
  const statistic = BULLETIN_STATISTIC[pollutant];
  const found = enough({ ...asked, statistic }, lens, context);
  if (refused(found)) return found;
  const limit = limitOn(context.data.limits, `${asked.period}-12-31`, pollutant, AVERAGING[pollutant]);
  if (limit === null) return { reason: 'no-figure' };
  const within = found.rows.filter(({ value }) => roundedNumber(value, concentrationDecimals(pollutant)) <= limit);
  return {
    rows: found.rows,
    attains: new Set(within.map(({ code }) => code)),
    inputs: [source(asked, lens, statistic, asked.period), 'standards/limits.csv'],
  };
}

/** All six by the lens's rule; of a pollutant with a percentile, its own two clauses. */
function six(asked: Asked, lens: Lens, { values, data }: AssessContext): Judged | Refused {
  const { panel, subject, period } = asked;
  const [date, year] = [`${period}-12-31`, Number(period)];
  const kept = (code: string, pollutant: string, statistic: string) => {
    const row = values.get(code, pollutant, readAs(lens, pollutant, statistic), year);
    return row && (!lens.validOnly || row.capture === 'valid') ? row : undefined;
  };
  for (const pollutant of POLLUTANTS) {
    const found = seen(values, lens, panel, pollutant, BULLETIN_STATISTIC[pollutant], year);
    if (refused(found)) return found;
  }
  const judged = panel.codes.flatMap((code) => {
    const city = attainment(lens.attainment, (p, s) => kept(code, p, s)?.value ?? null, data.limits, date);
    const first = kept(code, 'pm25', 'annual-mean');
    return city.attains === null || !first || first.value === null
      ? []
      : [{ city, row: { ...first, value: first.value } }];
  });
  const rows = judged.map(({ row }) => row);
  const [first] = judged;
  if (!first) return { reason: lens.attainment === 'strict' ? 'no-percentiles' : 'not-in-archive' };
  if (!covers(lens, panel, rows)) return { reason: 'coverage' };
  const meets = judged.filter(({ city }) =>
    subject === 'all' ? city.attains : !city.exceeding.includes(subject as Pollutant),
  );
  return {
    rows,
    attains: new Set(meets.map(({ row }) => row.code)),
    inputs: [
      ...first.city.items
        .filter(({ pollutant }) => subject === 'all' || pollutant === subject)
        .map((item) => source({ ...asked, subject: item.pollutant }, lens, item.statistic, period)),
      'standards/limits.csv',
    ],
  };
}
