import { describe, expect, test } from 'vitest';
import { Facts } from '../../pipeline/facts/fact.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { factAnswer } from '../../pipeline/preview/fact-answer.ts';
import { data, scope } from '../build.ts';
import { pm25 } from '../narrate/context.ts';

const inputs = Array.from({ length: 14 }, (_, i) => `city-year:${130100 + i}:pm25:annual-mean:2018`);
const FACTS = [
  pm25('2018', 39.25, { n: 338, of: 338, basis: 'mixed-2018', sources: ['mee'], notes: ['capture-short'] }),
  pm25('2017', 43),
  pm25('2018-vs-2017', 100 / 3, { inputs: ['published.CN-338.pm25.annual-mean.2018', ...inputs] }),
  pm25('2016', null),
];
const KNOWN = {
  facts: new Facts(FACTS),
  data: data({
    scopes: [scope('CN-338', [], { name: { en: '338 cities', zh: '338个城市' } })],
    sources: [
      {
        ...{ id: 'mee', publisher: { en: 'Ministry', zh: '部' }, title: { en: 'Bulletin 2018', zh: '公报' } },
        ...{ where: 'https://example.org/2018', date: '2019-05-29', licence: '', addressPrinted: true },
      } as never,
    ],
  }),
  strings: readStrings('templates', 'en'),
  language: 'en' as const,
};

describe('the card of a number', () => {
  test('says what fact it is, its value before rounding, where it is from and what must be said with it', () => {
    expect(factAnswer('best.CN-338.pm25.annual-mean.2018', KNOWN)).toMatchObject({
      id: 'published.CN-338.pm25.annual-mean.2018',
      name: '338 cities · PM2.5 · annual-mean · 2018',
      value: '39.25',
      printed: '39\u00a0µg/m³',
      ...{ unit: 'µg/m³', basis: 'mixed-2018', n: 338, of: 338, reason: null },
      sources: [{ id: 'mee', title: 'Bulletin 2018', where: 'https://example.org/2018' }],
      notes: [KNOWN.strings.get('note.capture-short')],
    });
  });

  test('names its inputs with what they print, and says how many more there are', () => {
    const answer = factAnswer('published.CN-338.pm25.annual-mean.2018-vs-2017', KNOWN);
    // 100/3 to ten digits; 15 inputs, of which 12 are shown.
    expect(answer?.value).toBe('33.33333333');
    expect(answer?.inputs).toHaveLength(12);
    expect(answer?.inputs[0]).toEqual({ id: 'published.CN-338.pm25.annual-mean.2018', printed: '39\u00a0µg/m³' });
    expect(answer?.inputs[1]?.printed).toBeNull();
    expect(answer?.more).toBe(3);
  });

  test('gives the reason for a missing one, in words', () => {
    const answer = factAnswer('published.CN-338.pm25.annual-mean.2016', KNOWN);
    expect(answer?.value).toBe('');
    expect(answer?.reason).toBe(KNOWN.strings.get('reason.coverage'));
  });

  test('is not there for a fact that is not', () => expect(factAnswer('published.x', KNOWN)).toBeNull());
});
