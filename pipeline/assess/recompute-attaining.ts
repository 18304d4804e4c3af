import { attainment, attainsAlone } from '../standards/attainment.ts';
import { clausesOn, lastDay } from '../standards/rules.ts';
import { POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { type Asked, enough, type Made, source } from './asked.ts';
import type { AssessContext } from './context.ts';
import { exposed, shareOf } from './exposure.ts';
import { covers, factUnder, type Lens, type Refused, readAs, refused, seen } from './lens.ts';
import type { Present } from './values.ts';

const isPollutant = (subject: string): subject is Pollutant => (POLLUTANTS as readonly string[]).includes(subject);

/** Cities within the limits of one pollutant by the bulletins' statistic, or of all six; their number, or their share. */
export function attaining(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const { panel, subject, statistic, period } = asked;
  const judged = isPollutant(subject) ? alone(asked, lens, context) : six(asked, lens, context);
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

/** The row of a city as the lens reads it; undefined where it is not let through. */
const keptBy =
  (lens: Lens, { values }: AssessContext, year: number) =>
  (code: string, subject: string, statistic: string) => {
    const row = values.get(code, subject, readAs(lens, subject, statistic), year);
    return row && (!lens.validOnly || row.capture === 'valid') ? row : undefined;
  };

/** One pollutant by its own clauses, over the cities that have it. */
function alone(asked: Asked, lens: Lens, context: AssessContext): Judged | Refused {
  const pollutant = asked.subject as Pollutant;
  const found = enough({ ...asked, statistic: BULLETIN_STATISTIC[pollutant] }, lens, context);
  if (refused(found)) return found;
  const year = Number(asked.period);
  const clauses = clausesOn(context.data, lastDay(year), lens.attainment).filter(
    (each) => each.pollutant === pollutant,
  );
  const kept = keptBy(lens, context, year);
  const judged = found.rows.map((row) => {
    const value = (p: Pollutant, statistic: string) => kept(row.code, p, statistic)?.value ?? null;
    return { row, attains: attainsAlone(attainment(lens.attainment, value, context.data, lastDay(year)), pollutant) };
  });
  const known = judged.filter(({ attains }) => attains !== null);
  if (known.length === 0) return { reason: lens.attainment === 'strict' ? 'no-percentiles' : 'no-figure' };
  const rows = known.map(({ row }) => row);
  if (!covers(lens, asked.panel, rows)) return { reason: 'coverage' };
  return {
    rows,
    attains: new Set(known.filter(({ attains }) => attains).map(({ row }) => row.code)),
    inputs: [
      ...clauses.map(({ statistic }) => source(asked, lens, statistic, asked.period)),
      'standards/limits.csv',
      'standards/assessment-rules.csv',
    ],
  };
}

/** All six by the lens's rule, over the cities that have them all. */
function six(asked: Asked, lens: Lens, context: AssessContext): Judged | Refused {
  const { panel, period } = asked;
  const year = Number(period);
  const kept = keptBy(lens, context, year);
  for (const pollutant of POLLUTANTS) {
    const found = seen(context.values, lens, panel, pollutant, BULLETIN_STATISTIC[pollutant], year);
    if (refused(found)) return found;
  }
  const judged = panel.codes.flatMap((code) => {
    const city = attainment(lens.attainment, (p, s) => kept(code, p, s)?.value ?? null, context.data, lastDay(year));
    const first = kept(code, 'pm25', 'annual-mean');
    return city.attains === null || !first || first.value === null
      ? []
      : [{ city, row: { ...first, value: first.value } }];
  });
  const rows = judged.map(({ row }) => row);
  const [first] = judged;
  if (!first) return { reason: lens.attainment === 'strict' ? 'no-percentiles' : 'not-in-archive' };
  if (!covers(lens, panel, rows)) return { reason: 'coverage' };
  return {
    rows,
    attains: new Set(judged.filter(({ city }) => city.attains).map(({ row }) => row.code)),
    inputs: [
      ...first.city.items.map((item) => source({ ...asked, subject: item.pollutant }, lens, item.statistic, period)),
      'standards/limits.csv',
      'standards/assessment-rules.csv',
    ],
  };
}
