import { describe, expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { FACT_COLUMNS, factRows } from '../../pipeline/facts/table.ts';
import type { Fact, Origin } from '../../pipeline/types.ts';
import { city, data, scope } from '../build.ts';

const pm25 = (origin: Origin, value: number | null, parts: Partial<Fact> = {}) =>
  makeFact({
    ...{ origin, scope: 'CN-338', subject: 'pm25', statistic: 'annual-mean', period: '2018', value },
    ...{ unit: 'µg/m³', decimals: 0, method: 'm', reason: value === null ? 'coverage' : null },
    ...parts,
  });
const ID = 'CN-338.pm25.annual-mean.2018';

describe('facts', () => {
  test('are found by their id', () => {
    const facts = new Facts([pm25('published', 39), pm25('computed', 41.2)]);
    expect(facts.get(`published.${ID}`).value).toBe(39);
    expect(facts.find(`computed.${ID}`)?.value).toBe(41.2);
    expect(facts.find(`target.${ID}`)).toBeUndefined();
  });

  test('an unknown id is refused with the nearest', () => {
    const facts = new Facts([pm25('published', 39), pm25('published', 43, { period: '2017' })]);
    expect(() => facts.get('published.CN-338.pm2.5.annual-mean.2018')).toThrow(
      expect.objectContaining({
        code: 'unknown-fact',
        exit: 1,
        remedy: expect.stringContaining(`Nearest: published.${ID}`),
      }),
    );
  });

  test('two facts of one id are refused', () => {
    expect(() => new Facts([pm25('published', 39), pm25('published', 36)])).toThrow(
      expect.objectContaining({ code: 'duplicate-fact', message: `Two facts have the id published.${ID}.` }),
    );
  });

  test('a missing value is there, and is no number to print', () => {
    const facts = new Facts([pm25('computed', null)]);
    expect(facts.get(`computed.${ID}`).reason).toBe('coverage');
    expect(facts.has(`computed.${ID}`)).toBe(false);
    expect(facts.has(`published.${ID}`)).toBe(false);
  });

  test('can be asked for by their parts', () => {
    const facts = new Facts([pm25('published', 39), pm25('computed', 41), pm25('computed', 43, { period: '2017' })]);
    expect(facts.where({ origin: 'computed', scope: 'CN-338' }).map(({ period }) => period)).toEqual(['2018', '2017']);
    expect(facts.where({ subject: 'so2' })).toEqual([]);
  });
});

describe('best', () => {
  const best = (...all: Fact[]) => new Facts(all).find(`best.${ID}`)?.origin;

  test('is the published figure, else the computed one', () => {
    expect(best(pm25('published', 39), pm25('computed', 41))).toBe('published');
    expect(best(pm25('published', null), pm25('computed', 41))).toBe('computed');
    expect(best(pm25('computed', 41))).toBe('computed');
  });

  test('is a missing one when nothing else is there, and nothing when there is none', () => {
    expect(best(pm25('published', null))).toBe('published');
    expect(best(pm25('computed', null))).toBe('computed');
    expect(best(pm25('target', 35))).toBeUndefined();
  });
});

test('a fact’s id is made of its parts, and of the variant where there is one', () => {
  expect(pm25('published', 46, { period: '2016' }).id).toBe('published.CN-338.pm25.annual-mean.2016');
  const dustFree = { ...pm25('published', 46), variant: 'dust-excluded' };
  expect(makeFact(dustFree).id).toBe(`published.${ID}.dust-excluded`);
  expect(makeFact(dustFree)).not.toHaveProperty('variant');
});

describe('facts.csv', () => {
  // The contract of what a run leaves: editors and other programs rely on these columns.
  test('has exactly these columns', () => {
    expect(FACT_COLUMNS.join()).toBe(
      'id,scope,pollutant,statistic,year,value,unit,printed_en,printed_zh,basis,n,method,inputs,sources',
    );
  });

  test('names the scope as it is published, gives the value unrounded, and prints it in both languages', () => {
    const world = data({
      scopes: [scope('CN-338', [], { name: { en: '338 cities', zh: '338个城市' } })],
      cities: [city('130600')],
    });
    const fact = pm25('computed', 41.23456789012, { basis: 'mixed-2018', n: 332, inputs: ['a', 'b'], sources: ['s'] });
    expect(factRows([fact, pm25('computed', null, { scope: '130600' })], world)).toEqual([
      [
        `computed.${ID}`,
        '338 cities',
        'pm25',
        'annual-mean',
        '2018',
        '41.23456789',
        'µg/m³',
        '41\u00a0µg/m³',
        '41微克/立方米',
        'mixed-2018',
        '332',
        'm',
        'a|b',
        's',
      ],
      [
        'computed.130600.pm25.annual-mean.2018',
        'City 130600',
        'pm25',
        'annual-mean',
        '2018',
        '',
        'µg/m³',
        '–',
        '–',
        '',
        '',
        'm',
        '',
        '',
      ],
    ]);
  });

  test('has as many cells as columns', () => {
    expect(factRows([pm25('published', 39)], data())[0]).toHaveLength(FACT_COLUMNS.length);
  });
});
