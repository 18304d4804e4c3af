import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { Data, Fact, RankRow } from '../../pipeline/types.ts';
import { city, data, edition, rankRow, scope } from '../build.ts';
import { fill, read } from './context.ts';

/** A fact by its id; the origin, scope and the rest follow from it. Changes are in %, to one decimal. */
export function fact(id: string, value: number | null, parts: Partial<Fact> = {}): Fact {
  const [origin = '', of = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  const change = /-vs-|-minus-/.test(period);
  return makeFact({
    ...{
      origin: origin as Fact['origin'],
      scope: of,
      subject,
      statistic,
      period,
      value,
      method: origin,
      sources: [`${origin}-source`],
    },
    ...{ unit: change ? '%' : 'µg/m³', decimals: change ? 1 : 0, reason: value === null ? 'coverage' : null },
    ...(variant ? { variant } : {}),
    ...parts,
  });
}

export const CITIES = ['130100', '130200', '130300'].map((code, i) =>
  city(code, { short: { en: ['Alpha', 'Beta', 'Gamma'][i] ?? '', zh: '市' } }),
);
const DATA = data({
  cities: CITIES,
  scopes: [
    scope('CN-338', ['130100', '130200', '130300'], { kind: 'nation', name: { en: '338 cities', zh: '338个城市' } }),
    scope('KEY74', [], { name: { en: '74 cities', zh: '74个重点城市' }, validTo: 2018 }),
    scope('CAP31', ['130100'], { name: { en: '31 capitals', zh: '31个省会' } }),
    scope('NORTH2', ['130100', '130200'], { kind: 'region', name: { en: 'Two northern cities', zh: '北方两市' } }),
    scope('LATER3', ['130300'], { kind: 'region', name: { en: 'Later region', zh: '后来的区域' }, validFrom: 2019 }),
  ],
});

export function contextOf(
  facts: readonly Fact[],
  year = 2018,
  rankings: readonly RankRow[] = [],
  parts: Partial<Data> = {},
): Context {
  return createContext({
    language: 'en',
    edition: edition({ year, previousYear: year - 1, scopes: { nation: 'CN-338', key: 'KEY74', regions: ['NORTH2'] } }),
    data: { ...DATA, ...parts },
    facts: new Facts(facts),
    assessment: { facts, rankings, reconciliation: [], targets: [], robustness: [], twins: [] },
    figures: new Map(),
    strings: readStrings('templates', 'en'),
    draft: true,
  });
}

/** A table as its rows of cells, the head first; groups are rows of one cell. */
export function cells(id: string, context: Context): string[][] {
  const html = fill(`{{table "${id}"}}`, context);
  return [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => read(cell).trim()),
  );
}

export const noteOf = (id: string, context: Context) =>
  read(/<p class="note">([\s\S]*?)<\/p>/.exec(fill(`{{table "${id}"}}`, context))?.[1] ?? '');

export const ranked = (list: string, year: number, places: readonly (readonly [string, number, string])[]): RankRow[] =>
  places.map(([code, rank, of]) => rankRow(code, rank, { list, cohort: 'CN-338', year, fact: of, note: 'by-pm25' }));
