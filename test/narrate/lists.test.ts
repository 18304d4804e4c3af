import { expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { Fact } from '../../pipeline/types.ts';
import { city, data, edition, scope } from '../build.ts';
import { fill, read } from './context.ts';

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const CODES = ['130100', '130200', '130300', '130400'];
const mean = (of: string, period: string, value: number | null, parts: Partial<Fact> = {}) =>
  makeFact({
    ...{ origin: 'computed', scope: of, subject: 'pm25', statistic: 'annual-mean', period, value, method: 'mean' },
    ...{ unit: /vs/.test(period) ? '%' : 'µg/m³', decimals: /vs/.test(period) ? 1 : 0 },
    ...parts,
  });

const FACTS = [
  ...[30.4, 12, 29.6, null].map((value, i) => mean(CODES[i] ?? '', '2018', value)),
  ...[-5, 2.5, 0.04].map((value, i) => mean(CODES[i] ?? '', '2018-vs-2017', value)),
  ...['01', '07'].map((month, i) => mean('CN-338', `2018-${month}`, [64, 23][i] ?? 0, { statistic: 'mean' })),
  mean('CN-338', '2018', 38.6, { n: 317, of: 338 }),
  mean('CN-338', '2017', 39.4),
];

const context = createContext({
  language: 'en',
  edition: edition({ scopes: { nation: 'CN-338', key: 'KEY74', regions: ['CN-338'] } }),
  data: data({
    cities: CODES.map((code, i) => city(code, { short: { en: NAMES[i] ?? '', zh: '' } })),
    scopes: [scope('CN-338', CODES, { name: { en: '338 cities', zh: '' } })],
  }),
  facts: new Facts(FACTS),
  assessment: { facts: FACTS, rankings: [], reconciliation: [], targets: [], robustness: [], twins: [] },
  figures: new Map(),
  strings: readStrings('templates', 'en'),
  draft: true,
});
const text = (template: string) => read(fill(template, context));

test('members of a group stand in the order of a number; those without one are left out', () => {
  expect(text('{{ordered "@N" "computed.*.pm25.annual-mean.@Y"}}')).toBe('Alpha (30), Gamma (30) and Beta (12)');
  expect(text('{{ordered "@N" "computed.*.pm25.annual-mean.@Y" count=1 first="lowest"}}')).toBe('Beta (12)');
});

test('those that print equal to the last one chosen are taken in', () => {
  expect(text('{{ordered "@N" "computed.*.pm25.annual-mean.@Y" count=1}}')).toBe('Alpha (30) and Gamma (30)');
});

test('changes carry their sign, and can be kept to one way', () => {
  const id = 'computed.*.pm25.annual-mean.@Y-vs-@P';
  expect(text(`{{ordered "@N" "${id}"}}`)).toBe('Beta (+2.5%), Gamma (0.0%) and Alpha (−5.0%)');
  expect(text(`{{ordered "@N" "${id}" way="down"}}`)).toBe('Alpha (−5.0%)');
});

test('months and regions are groups too', () => {
  expect(text('{{ordered "months" "computed.@N.pm25.mean.@Y-*"}}')).toBe('January (64) and July (23)');
  expect(text('{{ordered "regions" "computed.*.pm25.annual-mean.@Y"}}')).toBe('338 cities (39)');
});

test('an unknown group and an empty list are errors', () => {
  const before = context.findings.length;
  text('{{ordered "nobody" "computed.*.pm25.annual-mean.@Y"}}{{ordered "@N" "computed.*.so2.annual-mean.@Y"}}');
  expect(context.findings.slice(before).map(({ rule }) => rule)).toEqual(['unknown-group', 'empty-list']);
});

test('what a number is made of can be said', () => {
  const id = 'computed.@N.pm25.annual-mean.@Y';
  expect(text(`{{n "${id}"}} of {{of "${id}"}}`)).toBe('317 of 338');
  expect(fill(`{{n "${id}"}}`, context)).toContain('data-part="n"');
});

test('above compares two numbers as printed: 38.6 and 39.4 are both 39', () => {
  const [now, before] = ['computed.@N.pm25.annual-mean.@Y', 'computed.@N.pm25.annual-mean.@P'];
  expect(text(`{{#above "${before}" "${now}"}}above{{else}}not{{/above}}`)).toBe('not');
  expect(text(`{{#above "${now}" "computed.130200.pm25.annual-mean.@Y"}}above{{else}}not{{/above}}`)).toBe('above');
});

test('a count changes by so many more or fewer, days of a month have a name', () => {
  const fewer = mean('CN-338', '2018-minus-2017', -3, { statistic: 'cities', unit: 'cities', decimals: 0 });
  const counted = { ...context, facts: new Facts([...FACTS, fewer]) };
  expect(
    read(fill('{{change "computed.CN-338.pm25.cities.@Y-minus-@P" form="count"}} in {{date "@Y-01"}}', counted)),
  ).toBe('3 fewer than in January 2018');
});
