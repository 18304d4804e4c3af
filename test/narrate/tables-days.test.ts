import { describe, expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { onSameSide } from '../../pipeline/narrate/same-state.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { TableBuilder } from '../../pipeline/narrate/table.ts';
import { citiesGoodDays } from '../../pipeline/narrate/tables/ends.ts';
import { keyCitiesBest, keyCitiesWorst } from '../../pipeline/narrate/tables/key-cities.ts';
import { nationYears } from '../../pipeline/narrate/tables/nation-years.ts';
import { regions } from '../../pipeline/narrate/tables/regions.ts';
import type { Fact, RankRow } from '../../pipeline/types.ts';
import { city, data, edition, rankRow, scope } from '../build.ts';
import { fill, read } from './context.ts';

/** A fact by its id, on the state of the air in force since 2018 unless said otherwise. */
function fact(id: string, value: number, parts: Partial<Fact> = {}): Fact {
  const [origin = '', of = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope: of, subject, statistic, period, value },
    ...{ unit: '', decimals: 0, method: 'm', basis: 'actual-298K' as const, sources: ['s'] },
    ...(variant ? { variant } : {}),
    ...parts,
  });
}

const CODES = ['130100', '130200', '130300'];
const DATA = data({
  cities: CODES.map((code, i) => city(code, { short: { en: ['Alpha', 'Beta', 'Gamma'][i] ?? '', zh: '市' } })),
  scopes: [
    scope('CN-338', CODES, { kind: 'nation', validFrom: 2015, validTo: 2018 }),
    scope('CN-337', CODES, { kind: 'nation', validFrom: 2019, validTo: 2020 }),
    scope('KEY168', CODES),
    scope('NORTH2', CODES.slice(0, 2), { kind: 'region', name: { en: 'Two cities', zh: '两市' } }),
  ],
});

function contextOf(facts: readonly Fact[], rankings: readonly RankRow[] = []): Context {
  return createContext({
    language: 'en',
    edition: edition({
      ...{ id: '2019', year: 2019, previousYear: 2018 },
      scopes: { nation: 'CN-337', key: 'KEY168', regions: ['NORTH2'] },
    }),
    data: DATA,
    facts: new Facts(facts),
    assessment: { facts, rankings, reconciliation: [], targets: [], robustness: [], twins: [] },
    figures: new Map(),
    strings: readStrings('templates', 'en'),
    draft: true,
  });
}

/** The heads and cells of a table's body as a list of rows; null where the table is not made. */
function rowsOf(builder: TableBuilder, context: Context): string[][] | null {
  const model = builder(context);
  if (!model) return null;
  return model.rows.map((row) => {
    if ('group' in row) return [String(row.group)];
    return [row.head, ...row.cells].map((cell) => {
      if (cell === null) return '';
      if ('text' in cell) return typeof cell.text === 'string' ? cell.text : cell.text.en;
      if ('place' in cell) return read(fill(`{{value "${cell.place}"}}`, context)) + (cell.tied ? '=' : '');
      return 'fact' in cell ? read(fill(`{{value "${cell.fact}"}}`, context)) : '';
    });
  });
}

const SIX = fact('computed.CN-337.all.composite-index.2019', 5, { decimals: 2 });

describe('both ends of a ranking', () => {
  const share = (code: string, value: number) =>
    fact(`computed.${code}.aqi.good-day-share.2019`, value, { decimals: 1 });
  const facts = CODES.map((code, i) => share(code, [60.04, 60.01, 90][i] ?? 0));

  test('share a place where values are equal as printed: 60.04 and 60.01 both print 60.0', () => {
    expect(rowsOf(citiesGoodDays, contextOf([SIX, ...facts]))?.map((row) => row.slice(0, 2))).toEqual([
      ['Fewest good days'],
      ['1=', 'Alpha'],
      ['1=', 'Beta'],
      ['3', 'Gamma'],
      ['Most good days'],
      ['1', 'Gamma'],
      ['2=', 'Alpha'],
      ['2=', 'Beta'],
    ]);
  });

  test('are not given in years whose archive lacks a pollutant', () => {
    expect(rowsOf(citiesGoodDays, contextOf(facts))).toBeNull();
  });
});

describe('the key cities by composite index', () => {
  const index = (code: string, value: number) =>
    fact(`computed.${code}.all.composite-index.2019`, value, { decimals: 2 });
  const place = (code: string, rank: number): RankRow =>
    rankRow(code, rank, { cohort: 'KEY168', year: 2019, fact: `computed.${code}.all.composite-index.2019` });
  const placeFacts = (code: string, rank: number, low: number, high: number) =>
    Object.entries({ rank, 'rank-low': low, 'rank-high': high }).map(([statistic, value]) =>
      fact(`computed.${code}.all.${statistic}.2019.KEY168`, value),
    );
  const facts = [
    ...[index('130100', 3.2), index('130200', 6.9), index('130300', 5)],
    ...[...placeFacts('130100', 1, 1, 2), ...placeFacts('130300', 2, 1, 2), ...placeFacts('130200', 3, 3, 3)],
  ];
  const ranked = [place('130100', 1), place('130300', 2), place('130200', 3)];

  test('stand lowest first, and highest first with the rank counted from the best', () => {
    const context = contextOf(facts, ranked);
    const shown = (builder: TableBuilder) => rowsOf(builder, context)?.map((row) => [row[0], row[1], row[2]]);
    expect(shown(keyCitiesBest)).toEqual([
      ['1', 'Alpha', '3.20'],
      ['2', 'Gamma', '5.00'],
      ['3', 'Beta', '6.90'],
    ]);
    expect(shown(keyCitiesWorst)?.[0]).toEqual(['3', 'Beta', '6.90']);
  });

  test('have beside the rank the best and the worst place they could have', () => {
    const html = fill('{{table "key-cities-best"}}', contextOf(facts, ranked));
    const heads = [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)].map(([, cell = '']) => read(cell));
    expect(heads).toEqual(['1 (1–2)', '2 (1–2)', '3 (3–3)']);
  });

  test('that share a place have a sign that says so', () => {
    const tied = [place('130100', 1), place('130300', 1), place('130200', 3)];
    const equal = [
      ...facts.filter(({ scope: of }) => of !== '130300'),
      index('130300', 3.2),
      ...placeFacts('130300', 1, 1, 2),
    ];
    expect(rowsOf(keyCitiesBest, contextOf(equal, tied))?.map((row) => row[0])).toEqual(['1=', '1=', '3']);
  });

  test('are not listed when the ranking is by PM2.5', () => {
    const byPm25 = ranked.map((row) => ({ ...row, note: 'by-pm25' }));
    expect(rowsOf(keyCitiesBest, contextOf(facts, byPm25))).toBeNull();
  });
});

test('the nation year by year shows the year before the change of state twice, and each cohort in its own years', () => {
  const context = contextOf([
    fact('published.CN-338.pm25.annual-mean.2018', 39, { basis: 'standard-273K' }),
    fact('published.CN-337.pm25.annual-mean.2018.rebased', 36),
    fact('published.CN-337.pm25.annual-mean.2019', 36),
    fact('computed.CN-337.pm25.annual-mean.2018', 38, { basis: 'mixed-2018' }),
  ]);
  const model = nationYears(context);
  expect(model?.columns.map(({ label }) => label)).toEqual([undefined, '2018', '2018 on new state', '2019']);
  expect(rowsOf(nationYears, context)?.[0]?.slice(1)).toEqual(['39', '36', '36']);
});

test('the table of published regions is not made of the nation alone', () => {
  const nation = fact('published.CN-337.pm25.annual-mean.2019', 36);
  const region = fact('published.NORTH2.pm25.annual-mean.2019', 57);
  expect(rowsOf(regions, contextOf([nation]))).toBeNull();
  expect(rowsOf(regions, contextOf([nation, region]))?.map(([name]) => name)).toEqual(['Two cities', 'CN-337']);
});

test('years stand in one row only on one side of the change of state', () => {
  const context = contextOf([
    fact('computed.CN-337.pm25.annual-mean.2019', 37),
    fact('computed.CN-337.pm25.annual-mean.2018', 38, { basis: 'mixed-2018' }),
    fact('computed.CN-337.pm25.annual-mean.2017', 44, { basis: 'standard-273K' }),
  ]);
  expect([2017, 2018, 2019].map((year) => onSameSide(context, year))).toEqual([false, false, true]);
});
