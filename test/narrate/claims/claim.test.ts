import { describe, expect, test } from 'vitest';
import { fill, read } from '../context.ts';
import { claimed, context, N, REGION, X, Y } from './world.ts';

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

  test('in a short text is told with the file and line of that text', () => {
    const made = context();
    const text = { text: `{{#claim "fell" ${X(1)}}}fell{{/claim}}`, file: 'strings/en.json', line: 7 };
    fill('<p>One.</p>\n{{text "box"}}', { ...made, strings: made.strings.with([['box', text]]) });
    expect(made.findings).toMatchObject([{ rule: 'false-claim', file: 'strings/en.json', row: 7 }]);
    expect(made.claims).toMatchObject([{ file: 'strings/en.json', line: 7, chapter: '', holds: false }]);
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
