import { describe, expect, test } from 'vitest';
import { outcomeFacts } from '../../pipeline/assess/outcomes.ts';
import { Lineage, Rows } from '../../pipeline/facts/lineage.ts';
import { lineageFaults } from '../../pipeline/facts/lineage-rules.ts';
import { outcome } from '../build.ts';
import { tablesOf } from '../facts/tables.ts';
import { annual, shipped } from '../shipped.ts';

const IN_2017 = { year: 2017, asOf: null };

describe('an outcome as a fact', () => {
  test('keeps value, digits, unit and source, has neither basis nor cohort, and names its row', () => {
    const row = outcome('a', { value: 11.2, decimals: 1, unit: 'billion yuan', bound: 'exact' });
    expect(outcomeFacts([row], IN_2017)).toMatchObject([
      {
        id: 'published.CN.boilers-closed.outcome.2013..2017',
        ...{ value: 11.2, decimals: 1, unit: 'billion yuan', basis: null, n: null, of: null, notes: [] },
        ...{ method: 'published', inputs: ['policies/outcomes.csv:a'], sources: ['release'] },
      },
    ]);
  });

  test('says with a note that the source gives "more than", "within" or "about"', () => {
    const notes = (['exact', 'at-least', 'at-most', 'about'] as const).map(
      (bound) => outcomeFacts([outcome('a', { bound })], IN_2017)[0]?.notes,
    );
    expect(notes).toEqual([[], ['at-least'], ['at-most'], ['about']]);
  });

  test('is left out where its evidence is not to be printed, and where the edition cannot know it yet', () => {
    expect(outcomeFacts([outcome('a', { evidence: 'partly-seen' })], IN_2017)).toEqual([]);
    expect(outcomeFacts([outcome('a')], { year: 2016, asOf: null })).toEqual([]);
    const winter = outcome('a', { period: '2017-10..2018-03' });
    expect(outcomeFacts([winter], IN_2017)).toEqual([]);
    expect(outcomeFacts([winter], { year: 2017, asOf: '2018-07' })).toHaveLength(1);
  });
});

test('the shipped outcomes have a source and a row each behind them, and no two are one fact', () => {
  const facts = outcomeFacts(shipped().data.outcomes, annual(2019));
  expect(facts.length).toBeGreaterThan(50);
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  const rows = new Rows(shipped().data, tablesOf('data'));
  expect(lineageFaults(facts, new Lineage(facts, rows))).toEqual([]);
  const known = new Set(shipped().data.sources.map(({ id }) => id));
  expect(facts.filter(({ sources }) => sources.length === 0 || sources.some((id) => !known.has(id)))).toEqual([]);
});
