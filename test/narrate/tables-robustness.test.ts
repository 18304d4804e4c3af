import { describe, expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { coverageNote } from '../../pipeline/narrate/coverage-note.ts';
import type { Fact, RobustnessLine } from '../../pipeline/types.ts';
import { contextOf, fill, read } from './context.ts';

const fact = (id: string, value: number, parts: Partial<Fact> = {}): Fact => {
  const [origin = '', scope = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope, subject, statistic, period, value, unit: 'cities', decimals: 0 },
    ...{ method: 'test', ...(variant ? { variant } : {}) },
    ...parts,
  });
};

const PRINTED = 'published.CN-338.all.attaining-cities.2018';
const FACTS = [
  fact(PRINTED, 121),
  fact('computed.CN-338.all.attaining-cities.2018', 118),
  fact('computed.130600.pm25.annual-mean.2018', 70, { unit: 'µg/m³' }),
  fact('computed.130600.pm25.annual-mean.2018.if-dust', 66, { unit: 'µg/m³' }),
  ...(['all', 'robust', 'dependent', 'untested'] as const).map((standing) =>
    fact(`computed.headlines.robustness.${standing}.2018`, 1, { unit: 'statements' }),
  ),
];
const line = (id: string, choice: RobustnessLine['choice'], parts: Partial<RobustnessLine>): RobustnessLine => ({
  ...{ kind: 'headline', id, printed: PRINTED, choice, fact: null, holds: null, reason: null },
  ...parts,
});
const LINES = [
  line('attaining', 'source', { fact: 'computed.CN-338.all.attaining-cities.2018', holds: false }),
  line('attaining', 'capture', { reason: 'capture-none' }),
  line('attaining', 'dust', { reason: 'no-dust-hours' }),
  line('highest-city', 'dust', {
    printed: 'computed.130600.pm25.annual-mean.2018',
    fact: 'computed.130600.pm25.annual-mean.2018.if-dust',
    holds: true,
  }),
  line('highest-city', 'source', { printed: 'computed.130600.pm25.annual-mean.2018', reason: 'not-concerned' }),
];

function withLines(lines: readonly RobustnessLine[]): Context {
  const { names: _, cited: __, findings: ___, ...parts } = contextOf(FACTS);
  return createContext({ ...parts, assessment: { ...parts.assessment, robustness: lines } });
}
const rowsOf = (html: string) =>
  (html.match(/<tr[\s\S]*?<\/tr>/g) ?? []).map((row) => (row.match(/<t[hd][\s\S]*?<\/t[hd]>/g) ?? []).map(read));

describe('the table of statements', () => {
  const html = fill('{{table "robustness"}}', withLines(LINES));

  test('has a column for each choice that can be computed for any of them, and marks what does not hold', () => {
    expect(rowsOf(html)).toEqual([
      ['Statement', 'As printed', 'Other source', 'Without sand-dust'],
      ['Cities within all six limits', '121', '118≠', '–'],
      ['City with the highest PM2.5', 'Baoding', '', 'Baoding'],
    ]);
  });

  test('says under it why a choice has no column', () => {
    expect(read(html)).toContain('no city meets it in 2018');
    expect(read(html)).toContain('Under this choice the statement does not hold.');
  });

  test('has no row for a statement that could not be tested under any choice', () => {
    const untested = line('good-days', 'source', { printed: PRINTED, reason: 'no-figure' });
    const rows = rowsOf(fill('{{table "robustness"}}', withLines([...LINES, untested])));
    expect(rows.map(([head]) => head)).toEqual([
      'Statement',
      'Cities within all six limits',
      'City with the highest PM2.5',
    ]);
    expect(fill('{{#filled "robustness"}}there{{else}}none{{/filled}}', withLines([untested]))).toBe('none');
  });

  test('is not there without statements', () => {
    expect(fill('{{#filled "robustness"}}there{{else}}none{{/filled}}', withLines([]))).toBe('none');
  });
});

test('statements of one standing are named in a sentence', () => {
  expect(read(fill('{{statements "dependent"}}', withLines(LINES)))).toBe('cities within all six limits');
  expect(read(fill('{{statements "robust"}}', withLines(LINES)))).toBe('city with the highest PM2.5');
});

test('an unknown standing is a fault of the template', () => {
  const context = withLines(LINES);
  fill('{{statements "firm"}}', context);
  expect(context.findings.map(({ rule }) => rule)).toEqual(['unknown-standing']);
});

describe('the note on fewer cities', () => {
  const mean = (scope: string, subject: string, n: number, of: number, parts: Partial<Fact> = {}) =>
    fact(`computed.${scope}.${subject}.annual-mean.2018`, 40, { unit: 'µg/m³', n, of, ...parts });

  test('names each set that lacks some, with the least and the most', () => {
    const facts = [mean('CN-338', 'pm25', 336, 338), mean('CN-338', 'pm10', 334, 338), mean('BTH13', 'pm25', 13, 13)];
    expect(read(coverageNote(facts, contextOf(facts)))).toBe(
      'Fewer cities have a value than the set has: 338 cities 334–336 of 338.',
    );
  });

  test('is empty for complete sets, cities, counts and missing values', () => {
    const facts = [
      mean('CN-338', 'pm25', 338, 338),
      fact('computed.130600.pm25.annual-mean.2018', 40, { n: 300 }),
      mean('CN-338', 'so2', 300, 338, { unit: 'cities' }),
      mean('CN-338', 'no2', 100, 338, { value: null, reason: 'coverage' }),
    ];
    expect(coverageNote(facts, contextOf(facts))).toBe('');
  });
});
