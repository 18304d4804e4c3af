import { DUST_FREE, DUST_RULE_YEAR, REBASED } from '../assess/published.ts';
import type { Edition, Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { type Context, settle } from './context.ts';
import type { TableCell, TableColumn } from './table.ts';

/** Cells, columns and notes that several tables share. */

/** A number as published or, where nothing was published, as computed, with a mark that says so. */
export function bestCell(context: Context, rest: string, form: 'number' | 'signed' = 'number'): TableCell {
  const id = `best.${rest}`;
  const computed = context.facts.find(settle(id, context.edition))?.origin === 'computed';
  return { fact: id, form, ...(computed ? { mark: 'computed' } : {}) };
}

/**
 * The published level from which a published change into `to` is counted: without sand-dust days, and marked, where the
 * later figure leaves them out and the earlier year has both.
 */
export function baseCell(context: Context, rest: string, from: number, to: number): TableCell {
  const plain = `published.${rest}.${from}`;
  const rebased = `${plain}.${REBASED}`;
  // On the reference state in force since 2018 the base is the figure recalculated to it.
  const now = context.facts.find(settle(`published.${rest}.${to}`, context.edition));
  if (now?.basis === 'actual-298K' && context.facts.has(settle(rebased, context.edition)))
    return { fact: rebased, mark: 'rebased' };
  const dustFree = `${plain}.${DUST_FREE}`;
  return to >= DUST_RULE_YEAR && context.facts.has(settle(dustFree, context.edition))
    ? { fact: dustFree, mark: 'dust-excluded' }
    : { fact: plain };
}

/** The name of a cohort, region, province or city, in both languages. */
export function nameCell(context: Context, id: string): TableCell {
  return { text: context.names.get(id) ?? id };
}

/** A pollutant with the statistic by which it is assessed, for the head of a row. */
export function measureCell(context: Context, pollutant: Pollutant): TableCell {
  return { text: context.strings.get(`measure.${pollutant}`) };
}

/** `pm25.annual-mean`: the part of an id that a pollutant's assessment has in every scope and year. */
export const measureId = (pollutant: Pollutant): string => `${pollutant}.${BULLETIN_STATISTIC[pollutant]}`;

/** Years from one to another, both included. */
export function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The years of a span as editors write it, `2013..2017` or `@B..@Y`; null for anything else. */
export function yearsIn(span: string, edition: Edition): number[] | null {
  const [, from, to] = /^(\d{4})\.\.(\d{4})$/.exec(settle(span, edition)) ?? [];
  return from && to ? yearsBetween(Number(from), Number(to)) : null;
}

/** A column for each year, headed by the year itself. */
export function yearColumns(years: readonly number[]): TableColumn[] {
  return years.map((year) => ({ key: 'year', label: String(year), numeric: true }));
}

/** The key regions of the edition, then every other region with known members that is in use in the year assessed. */
export function regionsInUse({ data, edition }: Context): string[] {
  const { year, scopes } = edition;
  const others = data.scopes
    .filter(({ kind, members }) => kind === 'region' && members.length > 0)
    .filter(({ validFrom, validTo }) => (validFrom ?? year) <= year && year <= (validTo ?? year))
    .map(({ id }) => id);
  return [...new Set([...scopes.regions, ...others])];
}

/** Notes on values computed from city data: always how, in 2018 also that they mix two states of the air. */
export function computedNotes({ edition }: Context): string[] {
  return ['computed-cities', ...(edition.year === 2018 ? ['computed-2018'] : [])];
}
