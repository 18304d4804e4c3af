import { describe, expect, test } from 'vitest';
import { makeFact } from '../../../pipeline/fact-id.ts';
import type { Fact, TargetProgress } from '../../../pipeline/types.ts';
import { scope, target } from '../../build.ts';
import { contextOf, fill, pm25, read } from '../context.ts';

const REGIONS = ['BTH', 'YRD', 'PRD', 'FEN'];

/** A number of some place. */
const number = (id: string, value: number | null, parts: Partial<Fact> = {}): Fact => {
  const [origin, place = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope: place, subject, statistic, period, value, method: 'published' },
    ...{ unit: 'µg/m³', decimals: 0, reason: value === null ? 'coverage' : null },
    ...(variant ? { variant } : {}),
    ...parts,
  });
};
const CHANGE = { unit: '%', decimals: 1 } as const;
const cities = (statistic: string, value: number, n: number | null = null): Fact =>
  number(`computed.N.pm25.${statistic}.2018`, value, { unit: 'cities', method: 'count', n });

const FACTS: readonly Fact[] = [
  // −0.05 rounds to 0.0 (half to even), −0.051 to −0.1; 33.34 prints 33.3, which is not more than a third.
  ...[-9.3, 2.04, -0.05, -0.051, 0.05, -33.34, -33.36, -50, -50.04, -50.06, 100, 9.3].map((value, i) =>
    number(`published.A.x${i}.annual-mean.2018-vs-2017`, value, CHANGE),
  ),
  number('published.A.nothing.annual-mean.2018-vs-2017', null, CHANGE),
  // 35.4 and 34.6 both print 35.
  ...[35.4, 34.6, 36, 34].map((value, i) => number(`published.A.y${i}.annual-mean.2018`, value)),
  number('published.A.mg.p95-daily.2018', 1.5, { unit: 'mg/m³', decimals: 1 }),
  // 60.4 and 59.6 both print 60; FEN has none.
  ...[60.4, 59.6, 34].map((value, i) => number(`published.${REGIONS[i]}.pm25.annual-mean.2018`, value)),
  number('published.FEN.pm25.annual-mean.2018', null),
  number('published.BTH.pm10.annual-mean.2018', 113),
  number('published.YRD.pm10.annual-mean.2018', 82),
  number('published.PRD.pm10.annual-mean.2018', 50),
  pm25('2013', 72, { scope: 'K', id: 'published.K.pm25.annual-mean.2013' }),
  // 47.4 prints 47, and 46.6 as well.
  ...[64, 55, 47.4, 46.6, 41].map((value, i) => number(`published.K.pm25.annual-mean.${2014 + i}`, value)),
  ...[139, 145, 140, 154, 167].map((value, i) => number(`published.K.o3.p90-mda8.${2013 + i}`, value)),
  number('published.K.so2.annual-mean.2017', 17, { basis: 'standard-273K' }),
  number('published.K.so2.annual-mean.2018', 14, { basis: 'mixed-2018' }),
  number('published.K.so2.annual-mean.2019', 10, { basis: 'actual-298K' }),
  cities('attaining-cities', 169, 338),
  cities('other-cities', 170, 338),
  cities('every-city', 338, 338),
  cities('no-city', 0, 338),
  cities('most-cities', 336, 338),
  cities('whole', 338),
  number('published.N.all.attaining-share.2018', 49.96, { unit: '%', decimals: 1 }),
  number('published.N.all.other-share.2018', 49.94, { unit: '%', decimals: 1 }),
  number('computed.N.pm25.annual-mean.2018', 39, { n: 335, of: 338 }),
  number('computed.N.no2.annual-mean.2018', 30, { n: 338, of: 338 }),
  number('target.N.pm25.a.2020', -18, CHANGE),
];

const line = (id: string, verdict: TargetProgress['verdict']): TargetProgress => ({
  target: target(id),
  ...{ goal: 'target.N.pm25.a.2020', result: null, progress: null, path: null, base: 2015, verdict, rule: 'published' },
});

function context() {
  const made = contextOf(FACTS);
  return {
    ...made,
    edition: { ...made.edition, scopes: { nation: 'N', key: 'K', regions: REGIONS } },
    data: { ...made.data, scopes: [scope('TWO', ['BTH', 'YRD'])] },
    assessment: {
      ...made.assessment,
      targets: [
        line('t-met', 'met'),
        line('t-met-2', 'met'),
        line('t-missed', 'not-met'),
        line('t-way', 'on-track'),
        line('t-late', 'behind'),
        line('t-none', 'not-assessable'),
      ],
    },
  };
}

/** The findings of a claim on the second line of a chapter. */
function claimed(call: string) {
  const made = context();
  const html = fill(`<p>One.</p>\n<p>{{#claim ${call}}}words{{/claim}}</p>`, made);
  return { findings: made.findings, claims: made.claims, cited: made.cited.facts, html };
}

const X = (i: number) => `"published.A.x${i}.annual-mean.2018-vs-2017"`;
const Y = (i: number) => `"published.A.y${i}.annual-mean.2018"`;
const N = (statistic: string) => `"computed.N.pm25.${statistic}.2018"`;
const REGION = (code: string) => `"published.${code}.pm25.annual-mean.2018"`;

describe('a claim holds', () => {
  test.each([
    ['fell', `"fell" ${X(0)}`],
    ['fell, just beyond rounding', `"fell" ${X(3)}`],
    ['fell, both', `"fell" ${X(0)} ${X(5)}`],
    ['rose', `"rose" ${X(1)}`],
    ['unchanged: −0.05 prints as 0.0', `"unchanged" ${X(2)}`],
    ['unchanged: 0.05 prints as 0.0', `"unchanged" ${X(4)}`],
    ['above', `"above" ${Y(2)} ${Y(0)}`],
    ['below', `"below" ${Y(3)} ${Y(1)}`],
    ['equal: 35.4 and 34.6 both print 35', `"equal" ${Y(0)} ${Y(1)}`],
    ['highest, in a group', '"highest" "published.BTH.pm10.annual-mean.2018" among="TWO"'],
    ['highest, shared and said so', `"highest" ${REGION('YRD')} among="regions" tied=true`],
    ['third, after two that share the first place', `"highest" ${REGION('PRD')} among="regions" rank=3`],
    ['one of the first three, shared or not', `"highest" ${REGION('PRD')} among="regions" within=3`],
    ['lowest', `"lowest" ${REGION('PRD')} among="regions"`],
    ['lowest of the facts named', `"lowest" ${Y(3)} ${Y(0)} ${Y(1)}`],
    ['lowest of years', '"lowest" "best.K.pm25.annual-mean.2018" over="2013..2018"'],
    ['highest of years, by the places of the edition', '"highest" "published.@K.pm25.annual-mean.@B" over="@B..@Y"'],
    ['fell each year', '"fell-each-year" "published.K.pm25.annual-mean.*" over="2013..2016"'],
    ['rose each year', '"rose-each-year" "published.K.o3.p90-mda8.*" over="2015..2017"'],
    ['more than half: 170 of 338', `"more-than" ${N('other-cities')} ${N('whole')} share="half"`],
    ['more than half, of its own n', `"more-than" ${N('other-cities')} share="half"`],
    ['less than half: 49.9%', '"less-than" "published.N.all.other-share.2018" share="half"'],
    ['more than nine in ten: 336 of 338', `"more-than" ${N('most-cities')} share="nine-tenths"`],
    ['fell by more than a third: 33.36 prints 33.4', `"fell-by-more-than" ${X(6)} share="third"`],
    ['halved: 50.06 prints 50.1', `"fell-by-more-than" ${X(9)} share="half"`],
    ['fell by less than half', `"fell-by-less-than" ${X(5)} share="half"`],
    ['rose by more than nine tenths', `"rose-by-more-than" ${X(10)} share="nine-tenths"`],
    ['rose by less than a tenth', `"rose-by-less-than" ${X(1)} share="tenth"`],
    [
      'more than half, of two parts: 169 + 0 + 170 of 338',
      `"more-than" ${N('attaining-cities')} ${N('no-city')} ${N('other-cities')} ${N('whole')} share="nine-tenths"`,
    ],
    ['all', `"all" ${N('every-city')} ${N('whole')}`],
    ['all of its own n', `"all" ${N('every-city')}`],
    ['all, by the cities it is made of', '"all" "computed.N.no2.annual-mean.2018"'],
    ['none', `"none" ${N('no-city')}`],
    ['all but two', `"all-but" ${N('most-cities')} by=2`],
    ['met', '"met" "t-met" "t-met-2"'],
    ['missed', '"missed" "t-missed"'],
    ['on track', '"on-track" "t-way"'],
    ['behind', '"behind" "t-late"'],
    ['not assessable', '"not-assessable" "t-none"'],
    ['faster', `"faster" ${X(5)} ${X(0)}`],
    ['slower', `"slower" ${X(0)} ${X(5)}`],
    [
      'a mixed year beside the old state, where the text says so',
      '"below" "published.K.so2.annual-mean.2018" "published.K.so2.annual-mean.2017" basis="said"',
    ],
  ])('%s', (_, call) => {
    const { findings, html } = claimed(call);
    expect(findings).toEqual([]);
    expect(html).toContain('<p><span data-claim="1">words</span></p>');
  });
});

describe('a claim is false, and the error says what is true', () => {
  test.each([
    ['fell, of a rise', `"fell" ${X(1)}`, 'rose', '2.0%', `{{#claim "rose" ${X(1)}}}`],
    ['fell, of what prints as 0.0', `"fell" ${X(2)}`, 'unchanged', '0.0%', `{{#claim "unchanged" ${X(2)}}}`],
    ['fell, one of two', `"fell" ${X(0)} ${X(1)}`, 'x1.annual-mean.2018-vs-2017 rose', '2.0%', 'rose'],
    ['rose, of a fall', `"rose" ${X(0)}`, 'fell', '−9.3%', `{{#claim "fell" ${X(0)}}}`],
    ['unchanged, of a fall just beyond rounding', `"unchanged" ${X(3)}`, 'fell', '−0.1%', 'fell'],
    [
      'above, of numbers that print alike',
      `"above" ${Y(0)} ${Y(1)}`,
      'prints the same',
      '35 µg/m³',
      '{{#claim "equal"',
    ],
    ['below, of a higher number', `"below" ${Y(2)} ${Y(1)}`, 'is above', '36 µg/m³', '{{#claim "above"'],
    ['equal, of numbers one apart', `"equal" ${Y(2)} ${Y(1)}`, 'is above', '36', '{{#claim "above"'],
    [
      'highest, of the lowest',
      `"highest" ${REGION('PRD')} among="regions"`,
      'place 3 of 3',
      '34',
      'among="regions" rank=3',
    ],
    [
      'highest, shared and not said so',
      `"highest" ${REGION('BTH')} among="regions"`,
      'shares its place',
      '60',
      'tied=true',
    ],
    ['one of the first two', `"highest" ${REGION('PRD')} among="regions" within=2`, 'place 3', '34', 'within=3'],
    [
      'second, after two that share the first place',
      `"highest" ${REGION('PRD')} among="regions" rank=2`,
      'place 3',
      '34',
      'rank=3',
    ],
    ['lowest of years', '"lowest" "published.K.pm25.annual-mean.2013" over="2013..2018"', 'place 6', '72', 'rank=6'],
    [
      'fell each year, with two that print alike',
      '"fell-each-year" "published.K.pm25.annual-mean.*" over="2013..2018"',
      'stayed',
      '47 µg/m³',
      '',
    ],
    [
      'fell each year, with a rise',
      '"fell-each-year" "published.K.o3.p90-mda8.*" over="2013..2016"',
      'rose from',
      '145',
      '',
    ],
    [
      'rose each year, with a fall',
      '"rose-each-year" "published.K.o3.p90-mda8.*" over="2013..2016"',
      'fell from',
      '140',
      '',
    ],
    [
      'more than half: 169 of 338 is half',
      `"more-than" ${N('attaining-cities')} ${N('whole')} share="half"`,
      '169 of 338',
      '169',
      'share="third"',
    ],
    [
      'less than half: 49.96 prints 50.0',
      '"less-than" "published.N.all.attaining-share.2018" share="half"',
      '50 of 100',
      '50.0%',
      'third',
    ],
    [
      'fell by more than a third: 33.34 prints 33.3',
      `"fell-by-more-than" ${X(5)} share="third"`,
      'fell',
      '−33.3%',
      'share="quarter"',
    ],
    ['halved: 50.04 prints 50.0', `"fell-by-more-than" ${X(8)} share="half"`, 'fell', '−50.0%', 'share="third"'],
    [
      'fell by less than a third, of a rise',
      `"fell-by-less-than" ${X(1)} share="third"`,
      'rose',
      '2.0%',
      '{{#claim "rose"',
    ],
    ['rose by more than a tenth', `"rose-by-more-than" ${X(1)} share="tenth"`, 'rose', '2.0%', '{{#claim "rose"'],
    ['rose by less than half', `"rose-by-less-than" ${X(10)} share="half"`, 'rose', '100.0%', 'share="nine-tenths"'],
    [
      'all',
      `"all" ${N('most-cities')}`,
      '336 of 338',
      '336',
      '{{#claim "all-but" "computed.N.pm25.most-cities.2018" by=2}}',
    ],
    ['all, by the cities it is made of', '"all" "computed.N.pm25.annual-mean.2018"', '335 of 338', '39', 'by=3'],
    ['none', `"none" ${N('every-city')}`, '338 of 338', '338', '{{#claim "all"'],
    ['all but one', `"all-but" ${N('most-cities')} by=1`, '336 of 338', '336', 'by=2'],
    ['met', '"met" "t-met" "t-missed"', 't-missed is missed', '', '{{#claim "missed" "t-missed"}}'],
    ['missed', '"missed" "t-late"', 't-late is behind', '', '{{#claim "behind"'],
    ['on track', '"on-track" "t-late"', 't-late is behind', '', '{{#claim "behind"'],
    ['behind', '"behind" "t-met"', 't-met is met', '', '{{#claim "met"'],
    ['not assessable', '"not-assessable" "t-met"', 't-met is met', '', '{{#claim "met"'],
    ['faster', `"faster" ${X(0)} ${X(5)}`, 'fell', '−33.3%', '{{#claim "slower"'],
    ['faster, by as much', `"faster" ${X(0)} ${X(0)}`, 'by as much', '−9.3%', ''],
    [
      'faster, the other way: 9.3 up and 2.0 up are alike, −9.3 and 2.0 are not',
      `"faster" ${X(0)} ${X(1)}`,
      'rose',
      '2.0%',
      '',
    ],
    ['slower', `"slower" ${X(5)} ${X(0)}`, 'fell', '−33.3%', '{{#claim "faster"'],
  ])('%s', (_, call, is, value, instead) => {
    const { findings, claims } = claimed(call);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'false-claim', file: 'chapter.hbs', row: 2 }]);
    expect(findings[0]?.message).toContain('“words” is claimed');
    expect(findings[0]?.message).toContain(is);
    expect(findings[0]?.message).toContain(value);
    expect(findings[0]?.remedy).toContain(instead);
    expect(findings[0]?.remedy).toContain('Write what is true');
    expect(claims).toMatchObject([{ holds: false, words: 'words', line: 2 }]);
  });
});

describe('a claim that cannot be judged, or is written wrongly, is an error', () => {
  test.each([
    ['an unknown kind', `"fel" ${X(0)}`, 'unknown-claim', 'fell'],
    ['no kind', '', 'unknown-claim', 'fell'],
    ['an unknown fact', '"fell" "published.A.x99.annual-mean.2018-vs-2017"', 'unknown-fact', 'published.A.x'],
    [
      'no number',
      '"fell" "published.A.nothing.annual-mean.2018-vs-2017"',
      'claim-unjudged',
      '{{#has "published.A.nothing',
    ],
    [
      'a year without a number',
      '"fell-each-year" "published.FEN.pm25.annual-mean.*" over="2018..2019"',
      'claim-unjudged',
      '',
    ],
    ['a place without a number', `"highest" ${REGION('FEN')} among="regions"`, 'claim-unjudged', '{{#has'],
    ['no fact', '"fell"', 'claim-parameter', 'after the kind'],
    ['one fact where there are two', `"above" ${Y(0)}`, 'claim-parameter', 'after the kind'],
    ['no share', `"more-than" ${N('other-cities')}`, 'claim-parameter', 'share="half"'],
    ['an unknown share', `"more-than" ${N('other-cities')} share="haf"`, 'claim-parameter', 'half'],
    ['an unknown setting', `"highest" ${REGION('BTH')} amogn="regions"`, 'claim-parameter', 'among'],
    ['an unknown group', `"highest" ${REGION('BTH')} among="region"`, 'unknown-group', 'regions'],
    [
      'a group it is not of',
      '"highest" "published.A.y0.annual-mean.2018" among="regions"',
      'claim-parameter',
      'members',
    ],
    ['nothing to compare with', `"highest" ${REGION('BTH')}`, 'claim-parameter', 'among='],
    ['no span of years', '"lowest" "published.K.pm25.annual-mean.2018" over="2018"', 'claim-parameter', '2013..2017'],
    ['no years', '"fell-each-year" "published.K.pm25.annual-mean.*"', 'claim-parameter', 'over='],
    ['no count', `"all-but" ${N('most-cities')}`, 'claim-parameter', 'by=1'],
    ['a count that is none', `"all-but" ${N('most-cities')} by="two"`, 'claim-parameter', 'by=1'],
    ['a place that is none', `"highest" ${REGION('BTH')} among="regions" rank="second"`, 'claim-parameter', 'rank=2'],
    ['two units', `"above" ${Y(0)} "published.A.mg.p95-daily.2018"`, 'claim-parameter', 'one unit'],
    ['a share of a level', `"more-than" ${Y(0)} share="half"`, 'claim-parameter', 'second fact'],
    ['a part of a change that is none', `"fell-by-more-than" ${Y(0)} share="half"`, 'claim-parameter', '-vs-'],
    ['an unknown target', '"met" "t-mett"', 'claim-parameter', 't-met'],
    [
      'two states of the air',
      '"below" "published.K.so2.annual-mean.2018" "published.K.so2.annual-mean.2017"',
      'claim-unjudged',
      'rebased',
    ],
    [
      'the state of 2019 beside the old one, said or not',
      '"below" "published.K.so2.annual-mean.2019" "published.K.so2.annual-mean.2017" basis="said"',
      'claim-unjudged',
      'rebased',
    ],
    [
      'years on two states of the air',
      '"fell-each-year" "published.K.so2.annual-mean.*" over="2017..2018"',
      'claim-unjudged',
      'rebased',
    ],
  ])('%s', (_, call, rule, remedy) => {
    const { findings, html, claims } = claimed(call);
    expect(findings).toMatchObject([{ severity: 'error', rule, file: 'chapter.hbs', row: 2 }]);
    expect(findings[0]?.message).toContain('{{#claim');
    expect(findings[0]?.remedy).toContain(remedy);
    expect(claims).toEqual([]);
    expect(html).toContain('<p>words</p>');
  });

  test('so is {{#plain}} that does not say why', () => {
    const made = context();
    expect(read(fill('{{#plain "defines the term"}}highest{{/plain}} {{#plain}}best{{/plain}}', made))).toBe(
      'highest best',
    );
    expect(made.findings).toMatchObject([{ rule: 'claim-parameter', row: 1 }]);
  });
});

describe('a claim', () => {
  test('cites the facts it rests on, with the one that decides', () => {
    const { cited, claims } = claimed(`"lowest" ${REGION('PRD')} among="regions"`);
    expect([...cited]).toEqual(['published.PRD.pm25.annual-mean.2018', 'published.BTH.pm25.annual-mean.2018']);
    expect(claims[0]?.values.map(read)).toEqual(['34 µg/m³', '60 µg/m³']);
  });

  test('may hold another, where words assert two things', () => {
    const made = context();
    const html = fill(`{{#claim "fell" ${X(0)}}}{{#claim "fell" ${X(5)}}}both fell{{/claim}}{{/claim}}`, made);
    expect(read(html)).toBe('both fell');
    expect(made.findings).toEqual([]);
    expect(made.claims.map(({ words }) => words)).toEqual(['both fell', 'both fell']);
  });

  test('sees what the block around it sees, and holds helpers', () => {
    const made = context();
    const template = `{{#each ids}}{{#claim "fell" this}}fell {{@index}}{{/claim}} {{/each}}{{#has ${Y(0)}}}{{#claim "above" ${Y(2)} ${Y(0)}}}above {{value ${Y(0)}}}{{/claim}}{{/has}}`;
    const ids = [X(0), X(5)].map((id) => id.slice(1, -1));
    expect(read(fill(template, { ...made, ids } as typeof made))).toBe('fell 0 fell 1 above 35');
    expect(made.findings).toEqual([]);
    expect(made.claims.map(({ words }) => words)).toEqual(['fell 0', 'fell 1', 'above 35']);
  });

  test('may be all that stands in another: both are checked', () => {
    const made = context();
    const template = `{{#claim "fell" ${X(0)}}}{{#claim "above" ${Y(2)} ${Y(0)}}}both{{/claim}}{{/claim}}`;
    expect(read(fill(template, made))).toBe('both');
    expect(made.findings).toEqual([]);
    expect(made.claims.map(({ words }) => words)).toEqual(['both', 'both']);
  });
});
