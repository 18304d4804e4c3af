import { describe, expect, it } from 'vitest';
import { contextOf, drawn, fact, plateOf, wordsOf } from './context.ts';

const PARAMS = {
  kind: 'slope',
  members: 'C4',
  fact: 'best.*.pm25.annual-mean.{year}',
  from: '@B',
  to: '@Y',
};
const level = (origin: string, code: string, year: number, value: number | null, parts = {}) =>
  fact(`${origin}.${code}.pm25.annual-mean.${year}`, value, parts);
const FACTS = [
  level('published', '110000', 2013, 89.5, { decimals: 1 }),
  level('published', '110000', 2017, 58),
  level('computed', '110000', 2017, 57.6),
  level('computed', '310000', 2013, 62),
  level('computed', '310000', 2017, 39),
  level('published', '310000', 2013, 60),
  level('computed', '650100', 2017, 70),
];

describe('a slope', () => {
  it('draws a line for each member with both levels, of one origin, and says who has none', async () => {
    const figure = await drawn(PARAMS, contextOf(FACTS));
    // Shanghai is published for one year only, so both its levels are computed; Shijiazhuang and Urumqi lack a level.
    expect(figure.facts).toEqual([
      'published.110000.pm25.annual-mean.2013',
      'published.110000.pm25.annual-mean.2017',
      'computed.310000.pm25.annual-mean.2013',
      'computed.310000.pm25.annual-mean.2017',
    ]);
    expect(figure.note.en).toContain('No data: Shijiazhuang, Urumqi.');
    expect(figure.note.zh).toContain('无数据：石家庄、乌鲁木齐。');
  });

  it('prints names and values at both ends, in both languages, and the values are the facts as printed', async () => {
    const figure = await drawn(PARAMS, contextOf(FACTS));
    for (const text of ['Beijing', '89.5', '58', '62', '39', '2013', '2017'])
      expect(wordsOf(figure.svg.en)).toContain(text);
    expect(wordsOf(figure.svg.zh)).toContain('北京');
    expect(wordsOf(figure.svg.zh).join('')).not.toMatch(/Beijing|annual/);
    expect(figure.alt.en).toContain('First: Beijing (89.5), Shanghai (62)');
  });

  it('has nothing to draw when fewer than two members have both, and names the facts it lacks', () => {
    const plate = plateOf(PARAMS);
    expect(plate.needs(contextOf(FACTS.slice(0, 2)))).toContain('best.130100.pm25.annual-mean.2013');
  });

  it('refuses to lead a line across the change of state of 2018', () => {
    const mixed = [
      level('computed', '110000', 2013, 60),
      level('computed', '110000', 2017, 50, { basis: 'actual-298K' }),
    ];
    expect(() => plateOf(PARAMS).needs(contextOf(mixed))).toThrow('different states of the air');
  });

  it('names the nearest scopes when a member is unknown', () => {
    expect(() => plateOf({ ...PARAMS, members: ['C5'] }).needs(contextOf(FACTS))).toThrow(
      'no scope, province or city C5',
    );
  });
});
