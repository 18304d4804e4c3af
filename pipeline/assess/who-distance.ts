import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Guideline } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import type { Step } from './context.ts';
import { distinct } from './values.ts';
import { WHO_STATISTIC, type WhoPollutant, whoLevels } from './who-ladder.ts';

const POLLUTANTS = Object.keys(WHO_STATISTIC) as WhoPollutant[];

/**
 * How far every panel and city stands from WHO's levels of 2021 in the year assessed: `reduction-to-IT-1` … `reduction-to-AQG`, the fall
 * in % of today's level that would take it there, (C - level)/C; 0 where the level, rounded to whole µg/m³, is met. Of cities all
 * levels of PM2.5, and the guideline level of the others. And for panels `cities-within-<level>`: the cities that
 * meet the level or a stricter one. PM2.5, PM10 and NO2 by the annual mean, ozone by its peak season; the 24-hour levels need the 99th
 * percentile of the days, which the data do not hold.
 */
export const whoDistance: Step = ({ data, panels, cities, year }, { find }) => {
  const scopes = [
    ...panels.map(({ id }) => ({ id, all: true })),
    ...cities.map(({ code }) => ({ id: code, all: false })),
  ];
  const facts = POLLUTANTS.flatMap((subject) => {
    const levels = whoLevels(data.guidelines, subject);
    const { statistic } = WHO_STATISTIC[subject];
    const distances = scopes.flatMap(({ id, all }) =>
      (['computed', 'published'] as const).flatMap((origin) => {
        const now = find(`${origin}.${id}.${subject}.${statistic}.${year}`);
        const asked = levels.filter(({ level }) => all || subject === 'pm25' || level === 'AQG');
        return now ? asked.flatMap((level) => reductionTo(now, level)) : [];
      }),
    );
    return [...distances, ...panels.flatMap(({ id }) => within(id, subject, year, levels, find))];
  });
  return { facts };
};

/** The fall in % from one figure to one level; none where the figure is missing. */
function reductionTo(now: Fact, guideline: Guideline): Fact[] {
  if (now.value === null || now.value <= 0) return [];
  const met = roundedNumber(now.value, concentrationDecimals(guideline.pollutant)) <= guideline.value;
  return [
    makeFact({
      origin: now.origin,
      scope: now.scope,
      subject: now.subject,
      statistic: `reduction-to-${guideline.level}`,
      period: now.period,
      value: met ? 0 : ((now.value - guideline.value) / now.value) * 100,
      unit: '%',
      decimals: 0,
      basis: now.basis,
      n: now.n,
      of: now.of,
      method: now.origin === 'published' ? 'published-derived' : now.method,
      inputs: [now.id, 'standards/who-guidelines.csv'],
      sources: distinct([...now.sources, guideline.source]),
    }),
  ];
}

/** Running sums of the rungs, from the strictest up. */
function within(
  scope: string,
  subject: WhoPollutant,
  year: number,
  levels: readonly Guideline[],
  find: (id: string) => Fact | undefined,
): Fact[] {
  const rungs = levels.flatMap(({ level }) => find(`computed.${scope}.${subject}.cities-at-${level}.${year}`) ?? []);
  if (rungs.length < levels.length) return [];
  return rungs.map(({ id: _, ...rung }, i) =>
    makeFact({
      ...rung,
      statistic: rung.statistic.replace('cities-at-', 'cities-within-'),
      value: rungs.slice(0, i + 1).reduce((sum, { value }) => sum + (value ?? 0), 0),
      inputs: rungs.slice(0, i + 1).map(({ id }) => id),
    }),
  );
}
