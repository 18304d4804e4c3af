import { existsIn } from '../../assess/scopes.ts';
import type { Facts } from '../../facts/fact.ts';
import { scopeNames } from '../../facts/table.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import type { Bilingual, City, Fact, Pollutant, Scope } from '../../types.ts';
import { BULLETIN_STATISTIC } from '../../units.ts';
import type { PlateContext } from '../figure.ts';

/** A fact with a number in it. */
export type Known = Fact & Readonly<{ value: number }>;

/** The fact of that id when it has a value, else null. */
export function known(facts: Facts, id: string): Known | null {
  const fact = facts.find(id);
  return fact && fact.value !== null ? { ...fact, value: fact.value } : null;
}

/** The years a long-run figure may show: from the edition's baseline to the year assessed. */
export function yearsOf({ edition }: PlateContext): number[] {
  return Array.from({ length: edition.year - edition.baselineYear + 1 }, (_, i) => edition.baselineYear + i);
}

/** First year whose archives stand wholly on the state of the air in force since September 2018. */
const NEW_STATE = 2019;

/**
 * Those of these years whose city values stand on the same side of the change of state as the year assessed: only they are
 * drawn side by side.
 */
export function yearsOfOneState({ facts, edition }: PlateContext, years: readonly number[]): number[] {
  const isNew = (year: number): boolean => {
    const fact = facts.find(`computed.${edition.scopes.nation}.pm25.annual-mean.${year}`);
    return fact ? fact.basis === 'actual-298K' : year >= NEW_STATE;
  };
  return years.filter((year) => isNew(year) === isNew(edition.year));
}

export type Measured = Readonly<{ scope: string; subject: string; statistic: string }>;

/** The published figure of a year and, where there is none, the computed one. */
export const best = (facts: Facts, { scope, subject, statistic }: Measured, year: number): Known | null =>
  known(facts, `best.${scope}.${subject}.${statistic}.${year}`);

export const published = (facts: Facts, { scope, subject, statistic }: Measured, year: number): Known | null =>
  known(facts, `published.${scope}.${subject}.${statistic}.${year}`);

/** The annual statistic by which the bulletins judge a pollutant, for one scope. */
export const bulletin = (scope: string, subject: Pollutant): Measured => ({
  scope,
  subject,
  statistic: BULLETIN_STATISTIC[subject],
});

/** Two levels and the change between them, all of one origin: a published figure is never compared with a computed one. */
export type Pair = Readonly<{ before: Known; after: Known; change: Known }>;

/**
 * The published pair where release or levels give one, else the computed pair over the same cities. `vs` asks for the
 * relative change in %, `minus` for the difference. The levels are those the change was counted from.
 */
export function pairOf(
  facts: Facts,
  measured: Measured,
  from: number,
  to: number,
  by: 'vs' | 'minus' = 'vs',
): Pair | null {
  const { scope, subject, statistic } = measured;
  for (const origin of ['published', 'computed']) {
    const stem = `${origin}.${scope}.${subject}.${statistic}`;
    const change = known(facts, `${stem}.${to}-${by}-${from}`);
    if (!change) continue;
    const [first = '', second = ''] = change.inputs;
    const withoutDust = from < 2017 && to >= 2017 ? known(facts, `${stem}.${from}.dust-excluded`) : null;
    const before = known(facts, first) ?? withoutDust ?? known(facts, `${stem}.${from}`);
    const after = known(facts, second) ?? known(facts, `${stem}.${to}`);
    if (before && after) return { before, after, change };
  }
  return null;
}

/** The class 2 limit by which a pollutant's annual statistic is judged, in force in the year assessed. */
export function limitOf({ facts, edition }: PlateContext, pollutant: Pollutant): Known | null {
  const averaging = pollutant === 'co' ? '24h' : pollutant === 'o3' ? 'mda8' : 'annual';
  return known(facts, `standard.CN.${pollutant}.limit-${averaging}-class-2.${edition.year}`);
}

/** The value as it is printed: 35.4 becomes 35. Words, classes and comparisons with limits go by it (HJ 663-2013). */
export const asPrinted = (fact: Known): number => roundedNumber(fact.value, fact.decimals);

export const exceeds = (fact: Known, limit: Known): boolean => asPrinted(fact) > limit.value;

/** WHO's levels for the annual mean (2021), the strictest first. */
export function whoLevels({ facts }: PlateContext, pollutant: Pollutant): Known[] {
  return ['AQG', 'IT-4', 'IT-3', 'IT-2', 'IT-1'].flatMap(
    (level) => known(facts, `standard.WHO.${pollutant}.annual-${level}.2021`) ?? [],
  );
}

/** The cohort in force in the year assessed; the cities of it that have a computed annual mean in a year. */
export function cityMeans(ctx: PlateContext, pollutant: Pollutant, year: number): Known[] {
  return cohortCodes(ctx).flatMap(
    (code) => known(ctx.facts, `computed.${code}.${pollutant}.annual-mean.${year}`) ?? [],
  );
}

/** How many cities the cohort has, and those with a computed figure of the year. */
export function cityFigures(
  ctx: PlateContext,
  subject: string,
  statistic: string,
  year: number,
): Readonly<{ cities: number; facts: readonly Known[] }> {
  const codes = cohortCodes(ctx);
  const facts = codes.flatMap((code) => known(ctx.facts, `computed.${code}.${subject}.${statistic}.${year}`) ?? []);
  return { cities: codes.length, facts };
}

/** Codes of the national cohort's cities that exist in the year assessed. */
export function cohortCodes({ data, edition }: PlateContext): string[] {
  const members = new Set(scopeOf(data.scopes, edition.scopes.nation)?.members);
  return data.cities.filter((city) => members.has(city.code) && existsIn(city, edition.year)).map(({ code }) => code);
}

/** The first year on the same state of the air for which the national cohort is computed as a whole, when it lies before the year assessed. */
export function firstFullYear(ctx: PlateContext): number | null {
  const measured = bulletin(ctx.edition.scopes.nation, 'pm25');
  const years = yearsOfOneState(ctx, yearsOf(ctx)).filter((year) => year < ctx.edition.year);
  const id = (year: number): string => `computed.${measured.scope}.pm25.annual-mean.${year}`;
  return years.find((year) => known(ctx.facts, id(year)) !== null) ?? null;
}

export const scopeOf = (scopes: readonly Scope[], id: string): Scope | undefined =>
  scopes.find((scope) => scope.id === id);

/** Names as they stand in a figure: cohorts by their size ("74 cities"), all others as they are published. */
export function namer({ data }: PlateContext): (id: string) => Bilingual {
  const names = scopeNames(data);
  return (id) => {
    const scope = scopeOf(data.scopes, id);
    if (scope?.size && (scope.kind === 'nation' || scope.id.startsWith('KEY'))) {
      return { en: `${scope.size} cities`, zh: `${scope.size}个城市` };
    }
    return names.get(id) ?? { en: '', zh: '' };
  };
}

/** A city's name without the province in brackets that tells it from another: for lists that name the province, or capitals. */
export const plainName = ({ short }: Pick<City, 'short'>): Bilingual => ({
  en: short.en.replace(/ \(.*\)$/, ''),
  zh: short.zh.replace(/（.*）$/, ''),
});
