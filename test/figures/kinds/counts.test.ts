import { describe, expect, it } from 'vitest';
import { tokens } from '../samples/context.ts';
import { contextOf, drawn, fact, plateOf, wordsOf } from './context.ts';

const change = (code: string, value: number, variant = '') =>
  fact(`computed.${code}.pm25.annual-mean.2017-vs-2014${variant}`, value);

describe('bars of change', () => {
  const PARAMS = { kind: 'bars', members: 'C4', fact: 'computed.*.pm25.annual-mean.@Y-vs-2014' };
  const FACTS = [change('110000', -31.6), change('130100', -30.1), change('310000', -25), change('650100', 10)];

  it('stand from the largest fall to the largest rise, with their signs; what rose has the second accent', async () => {
    const figure = await drawn(PARAMS, contextOf(FACTS));
    const words = wordsOf(figure.svg.en);
    expect(words.filter((word) => /^[+−].*%$/.test(word))).toEqual(['−31.6%', '−30.1%', '−25.0%', '+10.0%']);
    expect(figure.svg.en).toContain(tokens['accent-2']);
    expect(figure.alt.en).toContain('First: Beijing (−31.6), Shijiazhuang (−30.1), Shanghai (−25.0).');
  });

  it('may be only the two ends of the order, which the note says', async () => {
    const figure = await drawn({ ...PARAMS, first: 1, last: 1 }, contextOf(FACTS));
    expect(figure.facts).toEqual([FACTS[0]?.id, FACTS[3]?.id]);
    expect(figure.note.en).toContain('Not shown: 2 in between.');
  });

  it('take of several facts the first that is there', async () => {
    const own = change('110000', -33, '.official');
    const fact = ['computed.*.pm25.annual-mean.@Y-vs-2014.official', 'computed.*.pm25.annual-mean.@Y-vs-2014'];
    const figure = await drawn({ ...PARAMS, fact }, contextOf([own, ...FACTS]));
    expect(figure.facts).toContain(own.id);
    expect(figure.facts).not.toContain(FACTS[0]?.id);
    expect(figure.facts).toContain(FACTS[1]?.id);
  });

  it('need a name for what they measure when their statistic has none', () => {
    const odd = ['110000', '310000'].map((code) => fact(`computed.${code}.all.oddness.2017`, 3));
    const params = { ...PARAMS, fact: 'computed.*.all.oddness.@Y' };
    expect(() => plateOf(params).needs(contextOf(odd))).toThrow('has no name for figures');
    expect(plateOf({ ...params, measure: { en: 'oddness', zh: '奇度' } }).needs(contextOf(odd))).toBeNull();
  });
});

describe('dots', () => {
  it('count every member once a year, and those above the limit', async () => {
    const codes = ['110000', '130100', '310000', '650100'];
    const facts = [
      ...codes.map((code, i) => fact(`computed.${code}.pm25.annual-mean.2015`, 30 + 10 * i)),
      ...codes.slice(0, 3).map((code, i) => fact(`computed.${code}.pm25.annual-mean.2017`, 30 + 4 * i)),
      fact('standard.CN.pm25.limit-annual-class-2.2017', 35, { basis: null }),
    ];
    const figure = await drawn(
      {
        ...{ kind: 'dots', members: 'C4', fact: 'computed.*.pm25.annual-mean.{year}', years: [2015, '@Y'] },
        limit: { fact: 'standard.CN.pm25.limit-annual-class-2.@Y' },
      },
      contextOf(facts),
    );
    expect(figure.note.en).toContain('One dot is one city: 4 in 2015, 3 in 2017.');
    // 2015: 30, 40, 50, 60, of which three are above 35; 2017: 30, 34, 38, of which one is.
    expect(figure.alt.en).toContain('3 of 4 (75 %) are above the limit of 35');
    expect(figure.alt.en).toContain('1 of 3 (33 %) are above the limit of 35');
  });
});

describe('shares', () => {
  const CLASSES = [
    { name: { en: 'within', zh: '达标' }, fact: 'computed.C4.pm25.attaining-cities.{year}', colour: 'seq-3' },
    {
      name: { en: 'above', zh: '超标' },
      fact: 'computed.C4.pm25.exceeding-cities.{year}',
      colour: 'seq-7',
      dark: true,
    },
  ];
  const count = (what: string, year: number, value: number) =>
    fact(`computed.C4.pm25.${what}-cities.${year}`, value, { unit: 'cities' });

  it('are a bar for each year that has all its parts, under one with their names', async () => {
    const facts = [count('attaining', 2016, 1), count('exceeding', 2016, 3), count('attaining', 2017, 2)];
    const figure = await drawn(
      { kind: 'shares', classes: CLASSES, years: { from: 2016, to: '@Y' }, measure: { en: 'Cities', zh: '城市数' } },
      contextOf(facts),
    );
    expect(wordsOf(figure.svg.en)).toEqual(expect.arrayContaining(['within', 'above', '2016', '1', '3']));
    expect(wordsOf(figure.svg.en)).not.toContain('2017');
    expect(figure.note.zh).toContain('无数据：2017年。');
  });
});
