import { describe, expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { renderTable } from '../../pipeline/narrate/render-table.ts';
import { tables } from '../../pipeline/narrate/tables/index.ts';
import type { Fact } from '../../pipeline/types.ts';
import { contextOf, pm25, read } from './context.ts';

const fact = (
  origin: Fact['origin'],
  statistic: string,
  period: string,
  value: number | null,
  parts: Partial<Fact> = {},
) =>
  makeFact({
    ...{
      origin,
      scope: 'CN-338',
      subject: 'pm25',
      statistic,
      period,
      value,
      unit: '',
      decimals: 1,
      method: 'theil-sen',
    },
    ...{ n: 4, reason: value === null ? 'no-improvement' : null },
    ...parts,
  });

/** Each row of a table as its cells. */
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => read(cell)),
  );

const render = (id: string, facts: readonly Fact[]) => {
  const context = contextOf(facts);
  return { rows: rowsOf(renderTable(id, tables, context, (key) => context.strings.get(key))), context };
};

describe('the table of trends', () => {
  const facts = [
    fact('published', 'trend-slope', '2015..2018', -3.5833),
    fact('published', 'trend-slope-low', '2015..2018', -4),
    fact('published', 'trend-slope-high', '2015..2018', -3),
    fact('published', 'trend-percent', '2015..2018', -8.05),
    fact('published', 'trend-p', '2015..2018', 2 / 24, { decimals: 3 }),
  ];

  test('gives a series its years, slope with interval, and the verdict that four years are too few', () => {
    const { rows } = render('trends', facts);
    expect(rows).toContainEqual([
      '338 cities: PM2.5',
      '2015\u2060–\u20602018',
      '4',
      '−3.6 (−4.0 to −3.0)',
      '−8.0',
      '0.083',
      'too short',
    ]);
  });

  test('calls five years falling by their rank correlation', () => {
    const five = [
      fact('published', 'trend-slope', '2014..2018', -3.6, { n: 5 }),
      fact('published', 'trend-spearman', '2014..2018', -0.9),
    ];
    expect(render('trends', five).rows.at(-1)).toContain('falling');
  });

  test('cites the ends of the interval too', () => {
    expect(render('trends', facts).context.cited.facts).toContain('published.CN-338.pm25.trend-slope-low.2015..2018');
  });

  test('is empty where no series is long enough', () => {
    expect(tables.trends?.(contextOf([]))).toBeNull();
  });
});

describe('the table of the way to WHO’s levels', () => {
  const facts = [
    pm25('2018', 44, { origin: 'computed', id: 'computed.CN-338.pm25.annual-mean.2018' }),
    fact('computed', 'reduction-to-IT-1', '2018', 20.4, { decimals: 0 }),
    fact('computed', 'reduction-to-IT-2', '2018', 0, { decimals: 0 }),
    fact('computed', 'trend-slope', '2015..2018', -3.18),
    fact('computed', 'years-to-35', '2018', 2.83),
    fact('computed', 'years-to-35-low', '2018', 1.89),
    fact('computed', 'years-to-35-high', '2018', 5.67),
    fact('computed', 'years-to-25', '2018', null),
  ];

  test('prints falls, levels that are met, and years with their interval', () => {
    const row = render('who-distance', facts).rows.find(([head]) => head === '338 cities');
    expect(row).toEqual(['338 cities', '44', '20', 'met', '−3.2', '2.8 (1.9–5.7)']);
  });
});
