import { describe, expect, test } from 'vitest';
import { assess } from '../../../pipeline/assess/assess.ts';
import { makeFact } from '../../../pipeline/fact-id.ts';
import { Facts } from '../../../pipeline/facts/fact.ts';
import { createContext } from '../../../pipeline/narrate/context.ts';
import { type DraftParts, scored } from '../../../pipeline/narrate/draft/candidate.ts';
import { keyFindings, keyFindingsDraft } from '../../../pipeline/narrate/draft/key-findings.ts';
import { createHandlebars } from '../../../pipeline/narrate/helpers.ts';
import { bareWords } from '../../../pipeline/narrate/lint/lint.ts';
import { readStrings } from '../../../pipeline/narrate/strings.ts';
import { type Fact, LANGUAGES, type Language } from '../../../pipeline/types.ts';
import { data, edition, scope } from '../../build.ts';
import { annual, shipped } from '../../shipped.ts';
import { pm25, read } from '../context.ts';

const strings = { en: readStrings('templates', 'en'), zh: readStrings('templates', 'zh') };

function partsOf(facts: readonly Fact[], year = 2017): DraftParts {
  const names = { name: { en: '338 cities', zh: '338个城市' } };
  const keys = { name: { en: '74 cities', zh: '74个重点城市' } };
  return {
    edition: edition({
      year,
      previousYear: year - 1,
      scopes: { nation: 'CN-338', key: 'KEY74', regions: ['A1', 'B2'] },
    }),
    data: data({
      scopes: [
        scope('CN-338', ['110000', '120000'], names),
        scope('KEY74', ['110000', '120000'], keys),
        ...['A1', 'B2'].map((id) => scope(id, [], { name: { en: `Region ${id}`, zh: `区域${id}` } })),
      ],
    }),
    facts: new Facts(facts),
    assessment: { facts, rankings: [], reconciliation: [], targets: [], robustness: [], twins: [] },
    strings,
  };
}

const filled = (template: string, language: Language, parts: DraftParts) => {
  const { strings: both, ...rest } = parts;
  const context = createContext({ ...rest, language, strings: both[language], figures: new Map(), draft: true });
  const html = createHandlebars(context, () => 'draft').compile(template)(context);
  return { text: read(html).trim(), context };
};
const told = (parts: DraftParts, language: Language = 'en') =>
  keyFindings(parts).map(({ text }) => filled(text[language], language, parts).text);

const level = (place: string, period: string, value: number, parts: Partial<Fact> = {}): Fact =>
  makeFact({
    ...{ origin: 'published', scope: place, subject: 'pm25', statistic: 'annual-mean', period, value },
    ...{ unit: 'µg/m³', decimals: 0, method: 'published', basis: 'standard-273K' },
    ...parts,
  });

describe('the draft of the key findings', () => {
  test('says what changed, the largest change first, in both languages', () => {
    const facts = [
      pm25('2017', 43),
      pm25('2017-vs-2016', -6.5),
      pm25('2017', 75, { subject: 'pm10', id: 'published.CN-338.pm10.annual-mean.2017' }),
      pm25('2017-vs-2016', 2, { subject: 'pm10', id: 'published.CN-338.pm10.annual-mean.2017-vs-2016' }),
    ];
    const parts = partsOf(facts);
    // 65 and 20 printed units: 3 × log2(66) = 18.1, 2 × log2(21) = 8.8.
    expect(keyFindings(parts).map(({ id, score }) => `${id} ${score.toFixed(1)}`)).toEqual([
      'pm25-change 18.1',
      'pm10-change 8.8',
    ]);
    expect(told(parts)).toEqual([
      'PM2.5 in the 338 cities fell by 6.5% from 2016, to 43 µg/m³.',
      'PM10 in the 338 cities rose by 2.0% from 2016, to 75 µg/m³.',
    ]);
    expect(told(parts, 'zh')).toEqual([
      '338个城市PM2.5年均浓度比上年下降6.5%，为43微克/立方米。',
      '338个城市PM10年均浓度比上年上升2.0%，为75微克/立方米。',
    ]);
  });

  test('counts a change in units of its last digit, once it is rounded', () => {
    expect(scored(1, -0.04, 1)).toBe(0);
    expect(scored(2, 0.7, 1)).toBe(6);
    expect(scored(1, 7, 0)).toBe(3);
  });

  test('says for how many years running, and that a limit was crossed', () => {
    const limit = level('CN', '2017', 35, {
      ...{ origin: 'standard', statistic: 'limit-annual-class-2', id: 'standard.CN.pm25.limit-annual-class-2.2017' },
      basis: null,
    });
    const means = [50, 44, 38, 33].map((value, i) => level('KEY74', String(2014 + i), value));
    expect(told(partsOf([...means, limit]))).toEqual([
      'In the 74 cities PM2.5 stands at 33 µg/m³, below the limit of 35 µg/m³; in 2016 it was above it (38 µg/m³).',
      'In the 74 cities PM2.5 fell for the third year running, from 50 µg/m³ to 33 µg/m³.',
    ]);
  });

  test('names who stands first where another did, and nobody who has no number in both years', () => {
    const both = [level('A1', '2016', 60), level('B2', '2016', 55), level('A1', '2017', 50), level('B2', '2017', 54)];
    expect(told(partsOf(both))).toEqual([
      'Of the key regions, PM2.5 was highest in Region B2 (54 µg/m³); in 2016 it was Region A1 (60 µg/m³).',
    ]);
    expect(told(partsOf(both.filter(({ id }) => id !== 'published.B2.pm25.annual-mean.2016')))).toEqual([]);
  });

  test('compares nothing across two states of the air, but by what was published of it', () => {
    const later = { basis: 'actual-298K' as const };
    const places = [
      ...[level('A1', '2018', 60), level('B2', '2018', 55)],
      ...[level('A1', '2019', 50, later), level('B2', '2019', 54, later)],
    ];
    const means = [50, 44].map((value, i) => level('KEY74', String(2017 + i), value));
    const mixed = level('CN-338', '2019-vs-2018', -9, { unit: '%', decimals: 1, notes: ['mixed-basis'] });
    const facts = [...places, ...means, level('KEY74', '2019', 38, later), level('CN-338', '2019', 36, later), mixed];
    expect(told(partsOf(facts, 2019))).toEqual([]);
    const rebased = facts.map((fact) => (fact === mixed ? { ...mixed, notes: [] } : fact));
    expect(told(partsOf(rebased, 2019))).toEqual(['PM2.5 in the 338 cities fell by 9.0% from 2018, to 36 µg/m³.']);
  });
});

describe.each([2016, 2019])('the draft of %i', (year) => {
  const { data: tables } = shipped();
  const own = annual(year);
  const assessment = assess(tables, own);
  const parts: DraftParts = { data: tables, edition: own, assessment, facts: new Facts(assessment.facts), strings };
  const draft = keyFindingsDraft(parts);

  test.each(LANGUAGES)('fills without a fault in %s, and all its claims hold', (language) => {
    const { context, text } = filled(draft[language], language, parts);
    expect(context.findings).toEqual([]);
    expect(context.claims.length).toBeGreaterThan(5);
    expect(context.claims.filter(({ holds }) => !holds)).toEqual([]);
    expect(text).toContain('PM2.5');
    expect(bareWords(draft[language], { file: 'draft', language, severity: 'error' })).toEqual([]);
  });

  test('makes the same claims in both languages', () => {
    const [en, zh] = LANGUAGES.map((language) =>
      filled(draft[language], language, parts).context.claims.map(({ kind, facts }) => `${kind} ${facts.join(' ')}`),
    );
    expect(en).toEqual(zh);
  });
});
