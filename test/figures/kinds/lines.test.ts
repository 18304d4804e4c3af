import { describe, expect, it } from 'vitest';
import { contextOf, drawn, fact, plateOf, wordsOf } from './context.ts';

const level = (scope: string, year: number, value: number, parts = {}) =>
  fact(`published.${scope}.pm25.annual-mean.${year}`, value, parts);
const FACTS = [
  level('110000', 2013, 80),
  level('110000', 2014, 72),
  level('110000', 2017, 60),
  level('310000', 2013, 50),
  level('310000', 2017, 40),
  fact('published.110000.pm25.annual-mean.2017-vs-2013', -25.3),
  fact('standard.CN.pm25.limit-annual-class-2.2017', 35, { basis: null }),
];
const PARAMS = {
  kind: 'lines',
  series: [
    { fact: 'published.110000.pm25.annual-mean.{year}', colour: 'pm25' },
    { fact: 'published.310000.pm25.annual-mean.{year}', colour: 'o3', name: { en: 'the port', zh: '港口' } },
  ],
  years: { from: '@B', to: '@Y' },
};

describe('lines over the years', () => {
  it('carry at their ends the name of the scope, or their own, with the last value', async () => {
    const figure = await drawn(
      { ...PARAMS, limit: { fact: 'standard.CN.pm25.limit-annual-class-2.@Y' } },
      contextOf(FACTS),
    );
    expect(wordsOf(figure.svg.en)).toEqual(
      expect.arrayContaining(['Beijing 60', 'the port 40', 'limit 35', '80', '50']),
    );
    expect(wordsOf(figure.svg.zh)).toEqual(expect.arrayContaining(['北京 60', '港口 40', '限值 35']));
    expect(figure.alt.en).toContain('Beijing: PM2.5, annual mean falls from 80 µg/m³ in 2013 to 60 µg/m³ in 2017');
  });

  it('with a base year carry the published change, and the value where none was published', async () => {
    const figure = await drawn({ ...PARAMS, base: '@B' }, contextOf(FACTS));
    // Not −25.0 %, which the rounded levels would give: the change as published.
    expect(wordsOf(figure.svg.en)).toEqual(expect.arrayContaining(['2013 = 100', 'Beijing −25.3%', 'the port 40']));
    expect(figure.facts).toContain('published.110000.pm25.annual-mean.2017-vs-2013');
  });

  it('are dotted over years without a value, but not over the change of state of 2018', async () => {
    const dotted = /stroke-dasharray="1,4"/g;
    const one = { ...PARAMS, series: PARAMS.series.slice(0, 1) };
    const whole = await drawn(one, contextOf(FACTS));
    expect(whole.svg.en?.match(dotted)).toHaveLength(1);
    const changed = [
      level('110000', 2013, 80),
      level('110000', 2014, 72),
      level('110000', 2017, 60, { basis: 'actual-298K' }),
    ];
    expect((await drawn(one, contextOf(changed))).svg.en?.match(dotted)).toBeNull();
  });

  it('have Chinese axes and numbers in 万吨 where the facts are in millions of tonnes, and rows as the facts have them', async () => {
    const closed = (year: number, value: number) =>
      fact(`published.CN.steel-capacity-closed.outcome.${year}`, value, { unit: 'Mt', decimals: 2, basis: null });
    const figure = await drawn(
      {
        ...{ kind: 'lines', years: { from: 2014, to: 2016 }, low: 20, numbers: 'all' },
        series: [
          {
            fact: 'published.CN.steel-capacity-closed.outcome.{year}',
            colour: 'pm25',
            name: { en: 'steel', zh: '钢铁' },
          },
        ],
        measure: { en: 'capacity closed', zh: '退出产能' },
      },
      contextOf([closed(2014, 31.1), closed(2016, 65.53)]),
    );
    // 31.1 × 10^6 t = 3110 × 10^4 t, 65.53 × 10^6 t = 6553 × 10^4 t; the axis begins at 20 × 10^6 t = 2000 × 10^4 t.
    const zh = wordsOf(figure.svg.zh);
    expect(zh).toEqual(expect.arrayContaining(['退出产能（万吨）', '3110', '钢铁 6553', '2000']));
    expect(wordsOf(figure.svg.en)).toEqual(
      expect.arrayContaining(['Capacity closed, million t', '31.10', 'steel 65.53', '20']),
    );
    expect(figure.alt.zh).toBe('钢铁退出产能由2014年的3110万吨上升至2016年的6553万吨。');
    expect(figure.alt.en).toBe('steel: capacity closed rises from 31.10 million t in 2014 to 65.53 million t in 2016.');
    expect(figure.rows.map(({ value, unit }) => [value, unit])).toEqual([
      [31.1, 'Mt'],
      [65.53, 'Mt'],
    ]);
  });

  it('cannot be drawn when one of them has fewer than two values', () => {
    expect(plateOf(PARAMS).needs(contextOf(FACTS.slice(0, 4)))).toContain('published.310000.pm25.annual-mean.2014');
  });
});
