import { describe, expect, test } from 'vitest';
import type { Rule } from '../../pipeline/check/rule.ts';
import { policyDates } from '../../pipeline/check/rules/policy-dates.ts';
import { policyDuplicate } from '../../pipeline/check/rules/policy-duplicate.ts';
import { policyFamily } from '../../pipeline/check/rules/policy-family.ts';
import { policyLevel } from '../../pipeline/check/rules/policy-level.ts';
import { policyStatus } from '../../pipeline/check/rules/policy-status.ts';
import { policyTranslation } from '../../pipeline/check/rules/policy-translation.ts';
import { policyUnconfirmed } from '../../pipeline/check/rules/policy-unconfirmed.ts';
import type { At, Policy } from '../../pipeline/types.ts';
import { city, data, edition, HEBEI, policy, scope, target } from '../build.ts';

const run = (rule: Rule, ...policies: At<Policy>[]) => rule(data({ policies }), edition());

describe('policy-dates', () => {
  const dated = (issued: string | null, effective: string | null, ends: string | null, parts: Partial<Policy> = {}) =>
    run(policyDates, policy('cn-plan', { issued, effective, ends, ...parts }));

  test('passes dates in order, and dates that may be in order as far as they are known', () => {
    expect(dated('2018-06-27', '2018-07-01', '2020-12-31')).toEqual([]);
    expect(dated('2018-06-27', '2018', '2018')).toEqual([]);
    expect(dated(null, null, '2020')).toEqual([]);
  });

  test('finds a policy in force before it was issued', () => {
    expect(dated('2018-06-27', '2018-06-01', null)).toMatchObject([
      { severity: 'error', row: 2, message: 'cn-plan: in force 2018-06-01, before it was issued 2018-06-27.' },
    ]);
  });

  test('finds one that ends before it begins, and only warns when the record is not printed', () => {
    expect(dated('2018', null, '2017-12-31')[0]?.message).toBe('cn-plan: ends 2017-12-31, before it begins 2018.');
    expect(dated('2018', null, '2017', { evidence: 'unconfirmed' })).toMatchObject([{ severity: 'warn' }]);
  });

  test('finds one that supersedes a later one', () => {
    const [old, young] = [policy('old', { issued: '2013' }), policy('young', { issued: '2018' })];
    expect(run(policyDates, young, { ...old, family: 'young', relation: 'supersedes' })[0]?.message).toBe(
      'old: issued 2013, supersedes young of 2018, a later one.',
    );
    expect(run(policyDates, old, { ...young, family: 'old', relation: 'supersedes' })).toEqual([]);
  });

  test('finds one that amends a later one, and says which column to look at', () => {
    const [old, young] = [policy('old', { issued: '2013' }), policy('young', { issued: '2018' })];
    expect(run(policyDates, young, { ...old, family: 'young', relation: 'amends' })).toMatchObject([
      { column: 'issued', message: 'old: issued 2013, amends young of 2018, a later one.' },
    ]);
  });

  test('finds a month and a day that are none', () => {
    expect(dated('2018-02-30', null, null)[0]?.message).toContain('issued 2018-02-30 is no date');
    expect(dated('2018-13', null, null)[0]?.message).toContain('issued 2018-13 is no date');
  });
});

describe('policy-family', () => {
  const child = (parts: Partial<Policy>) => policy('child', { issued: '2018', ...parts });

  test('passes a record without family and one that carries out an earlier head', () => {
    expect(
      run(policyFamily, policy('head', { issued: '2013' }), child({ family: 'head', relation: 'implements' })),
    ).toEqual([]);
  });

  test('is an error for an unknown family, with the nearest, and for a family without a head', () => {
    const [unknown] = run(policyFamily, policy('head'), child({ family: 'haed', relation: 'implements' }));
    expect(unknown).toMatchObject({ severity: 'error', message: 'child: there is no family haed.' });
    expect(unknown?.remedy).toContain('head');
    const circle = run(
      policyFamily,
      policy('a', { family: 'b', relation: 'implements' }),
      policy('b', { family: 'a', relation: 'implements' }),
    );
    expect(circle).toMatchObject([{ severity: 'error' }, { severity: 'error' }]);
    expect(circle[0]?.message).toContain('leads in a circle');
  });

  test('warns of a family without a relation, a relation without a family, and a head that came later', () => {
    expect(run(policyFamily, policy('head', { issued: '2013' }), child({ family: 'head' }))).toMatchObject([
      { severity: 'warn' },
    ]);
    expect(run(policyFamily, child({ relation: 'amends' }))).toMatchObject([{ severity: 'warn' }]);
    expect(
      run(policyFamily, policy('head', { issued: '2021' }), child({ family: 'head', relation: 'implements' }))[0]
        ?.message,
    ).toBe('child of 2018 implements head of 2021, a later one.');
  });

  test('notes a printed record whose family is not printed', () => {
    const head = policy('head', { issued: '2013', evidence: 'partly-seen' });
    expect(run(policyFamily, head, child({ family: 'head', relation: 'implements' }))).toMatchObject([
      { severity: 'note' },
    ]);
  });
});

describe('policy-translation', () => {
  const titled = (en: string, zh: string) => run(policyTranslation, policy('p', { summary: { en, zh } }));

  test('passes names of standards and fuels inside Chinese, and Chinese names in Latin letters', () => {
    expect(titled('Sets limits for VOCs.', '规定VOCs和PM2.5的限值，执行GB 3095-2012，国六标准（China 6）。')).toEqual(
      [],
    );
  });

  test.each([
    ['', '提出目标。', 'summary_en is empty'],
    ['It sets 目标.', '提出目标。', 'summary_en has Chinese characters (目标)'],
    ['It sets targets。', '提出目标。', 'summary_en has Chinese punctuation'],
    [
      'It sets targets.',
      '提出 targets for all cities 目标。',
      'summary_zh has a run of English (targets for all cities)',
    ],
    ['It sets targets.', 'Targets.', 'summary_zh has no Chinese characters'],
    ['It sets targets.', '提出目标,并考核。', 'summary_zh has Western punctuation'],
  ])('finds the fault in “%s” and “%s”', (en, zh, words) => {
    const found = titled(en, zh);
    expect(found).toMatchObject([{ severity: 'warn', row: 2 }]);
    expect(found[0]?.message).toContain(words);
  });
});

describe('policy-duplicate', () => {
  const plan = policy('a', {
    title: { en: 'Hebei blue sky plan 2018-2020', zh: '河北省打赢蓝天保卫战三年行动计划' },
    issued: '2018-08-23',
  });
  const second = (parts: Partial<Policy>) =>
    run(policyDuplicate, plan, policy('b', { ...plan, id: 'b', at: 3, ...parts }));

  test('finds one policy entered twice under a slightly other title and a date less exact', () => {
    const found = second({
      issued: '2018',
      title: { en: 'Hebei Blue-Sky plan, 2018-2020', zh: '河北省打赢蓝天保卫战三年行动方案' },
    });
    expect(found).toMatchObject([
      { severity: 'warn', row: 3, message: expect.stringContaining('is like a “Hebei blue sky plan') },
    ]);
  });

  test('passes another jurisdiction, another date, another number in the title, and another document', () => {
    expect(second({ jurisdiction: '140000' })).toEqual([]);
    expect(second({ issued: '2018-09-01' })).toEqual([]);
    expect(second({ title: { ...plan.title, en: 'Hebei blue sky plan 2021-2023' } })).toEqual([]);
    expect(
      run(
        policyDuplicate,
        { ...plan, documentNumber: '国发〔2016〕6号' },
        { ...plan, id: 'b', documentNumber: '国发〔2016〕7号' },
      ),
    ).toEqual([]);
  });

  test('finds one whose title is the same in one language, and freely translated in the other', () => {
    const title = { en: 'Plan of Hebei for winning the battle for blue skies 2018-2020', zh: plan.title.zh };
    expect(second({ title })).toMatchObject([{ row: 3, column: 'title_en' }]);
    expect(second({ title: { ...title, zh: '河北省大气污染防治工作方案' } })).toEqual([]);
    expect(second({ title, issuer: { en: 'Tangshan bureau', zh: '唐山市局' } })).toEqual([]);
  });

  test('finds one document number twice', () => {
    const number = { documentNumber: '国发〔2018〕22号' };
    const other = { en: 'Three-year plan', zh: '三年计划' };
    expect(run(policyDuplicate, { ...plan, ...number }, { ...plan, ...number, id: 'b', title: other })).toHaveLength(1);
  });
});

describe('policy-level', () => {
  const places = { provinces: [HEBEI], cities: [city('130100')], scopes: [scope('BTH', [])] };
  const at = (level: Policy['level'], jurisdiction: string) =>
    policyLevel(data({ ...places, policies: [policy('p', { level, jurisdiction })] }));

  test('passes each level in its own kind of area, and leaves unknown areas to another rule', () => {
    const right = [
      ['national', 'CN'],
      ['regional', 'BTH'],
      ['provincial', '130000'],
      ['municipal', '130100'],
      ['municipal', '999999'],
    ] as const;
    expect(right.flatMap(([level, jurisdiction]) => at(level, jurisdiction))).toEqual([]);
  });

  test('finds a municipal record of a province', () => {
    expect(at('municipal', '130000')).toMatchObject([
      { severity: 'warn', column: 'level', message: 'p: level municipal, but its jurisdiction 130000 is a province.' },
    ]);
  });
});

describe('policy-status', () => {
  const head = policy('head', { issued: '2013', status: 'superseded' });
  const next = policy('next', { issued: '2018', family: 'head', relation: 'supersedes' });

  test('finds a record that is said to hold after another took its place, once that is in force', () => {
    const wrong = policy('head', { issued: '2013' });
    expect(run(policyStatus, wrong, next)).toMatchObject([{ severity: 'warn', column: 'status' }]);
    expect(run(policyStatus, wrong, { ...next, effective: '2019-01-01' })).toEqual([]);
  });

  test('counts records that are over, and nothing says since when', () => {
    expect(run(policyStatus, head, next)).toEqual([]);
    const [note] = run(policyStatus, head, policy('plan', { status: 'completed' }), policy('law'));
    expect(note).toMatchObject({ severity: 'note', message: expect.stringMatching(/^2 records are over/) });
    expect(note?.remedy).toContain('head, plan.');
  });
});

test('policy-unconfirmed names what was not confirmed, and nothing else', () => {
  const of = (evidence: Policy['evidence']) => policy(evidence, { evidence });
  const found = policyUnconfirmed(
    data({
      policies: [of('seen'), of('derived'), of('partly-seen'), of('unconfirmed')],
      targets: [target('t1', { evidence: 'unconfirmed' }), target('t2')],
    }),
    edition(),
  );
  expect(found.map(({ severity, file, message }) => [severity, file, message])).toEqual([
    ['note', 'policies/policies.csv', 'unconfirmed “Title of unconfirmed” was not confirmed, and is left out.'],
    ['note', 'policies/targets.csv', 't1 was not confirmed, and is left out.'],
  ]);
});
