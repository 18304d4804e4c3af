import { describe, expect, test } from 'vitest';
import { EMPTY, type Entry, fold, hashOf, matches, type Query, queryOf } from '../../pipeline/publish/browser/match.ts';

const HENAN: Entry = {
  level: 'municipal',
  areas: ['410100', '410000'],
  sectors: ['coal', 'dust'],
  year: '2018',
  text: fold('5 May 2018 Zhengzhou  Coal Plan 郑政〔2018〕5号 郑州市煤炭规划'),
};
const found = (query: Partial<Query>) => matches(HENAN, { ...EMPTY, ...query });

describe('a record', () => {
  test.each<Partial<Query>>([
    {},
    { q: '  ' },
    { q: 'coal' },
    { q: 'PLAN zheng' },
    { q: '煤炭' },
    { q: '郑政〔2018〕' },
    { q: 'ｃｏａｌ' },
    { level: 'municipal' },
    { area: '410000' },
    { area: '410100' },
    { sector: 'dust' },
    { year: '2018' },
    { q: '规划', level: 'municipal', area: '410000', sector: 'coal', year: '2018' },
  ])('is found by %o', (query) => expect(found(query)).toBe(true));

  test.each<Partial<Query>>([
    { q: 'ship' },
    { q: 'coal ship' },
    { level: 'provincial' },
    { area: '41' },
    { sector: 'vocs' },
    { year: '2017' },
    { q: 'coal', year: '2017' },
  ])('is not found by %o', (query) => expect(found(query)).toBe(false));
});

describe('an address', () => {
  test('holds what is asked for and gives it back', () => {
    const query = { ...EMPTY, q: '煤 & dust', level: 'provincial', area: '130000' };
    expect(hashOf({ ...EMPTY, level: 'provincial', year: '2018' })).toBe('#register?level=provincial&year=2018');
    expect(queryOf(hashOf(query))).toEqual(query);
  });

  test('of anything else asks for nothing', () => {
    expect(queryOf('')).toBeNull();
    expect(queryOf('#policy-cn-2013-action-plan')).toBeNull();
  });
});
