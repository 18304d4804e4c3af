import type { Data, Fact } from '../types.ts';
import { printed } from './format.ts';

export const FACT_COLUMNS = [
  'id',
  'scope',
  'pollutant',
  'statistic',
  'year',
  'value',
  'unit',
  'printed_en',
  'printed_zh',
  'basis',
  'n',
  'method',
  'inputs',
  'sources',
] as const;

/** Names of scopes, provinces and cities by id or code, as they are published: "338 cities", "Hebei", "Baoding". */
export function scopeNames({
  scopes,
  provinces,
  cities,
}: Pick<Data, 'scopes' | 'provinces' | 'cities'>): ReadonlyMap<string, { en: string; zh: string }> {
  return new Map([
    ...provinces.map(({ code, short }) => [code, short] as const),
    ...cities.map(({ code, short }) => [code, short] as const),
    ...scopes.map(({ id, name }) => [id, name] as const),
  ]);
}

/** Facts as rows of facts.csv: the scope by its published name, the value unrounded (10 significant digits), lists joined by `|`. */
export function factRows(facts: readonly Fact[], data: Data): string[][] {
  const names = scopeNames(data);
  return facts.map((fact) => [
    fact.id,
    names.get(fact.scope)?.en ?? fact.scope,
    fact.subject,
    fact.statistic,
    fact.period,
    fact.value === null ? '' : String(Number(fact.value.toPrecision(10))),
    fact.unit,
    printed(fact, 'en'),
    printed(fact, 'zh'),
    fact.basis ?? '',
    fact.n === null ? '' : String(fact.n),
    fact.method,
    fact.inputs.join('|'),
    fact.sources.join('|'),
  ]);
}
