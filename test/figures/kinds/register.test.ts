import { describe, expect, it } from 'vitest';
import type { TargetProgress } from '../../../pipeline/types.ts';
import { policy, target } from '../../build.ts';
import { contextOf, DATA, drawn, fact, plateOf, wordsOf } from './context.ts';

const HEAD = policy('cn-plan', { issued: '2013-09-10', title: { en: 'The Plan', zh: '计划' } });
const POLICIES = [
  HEAD,
  policy('beijing-plan', {
    ...{ family: 'cn-plan', relation: 'implements', level: 'provincial', jurisdiction: '110000', issued: '2013-10' },
    title: { en: 'Plan of Beijing', zh: '北京计划' },
  }),
  policy('north-winter', {
    ...{ family: 'cn-plan', relation: 'implements', level: 'regional', jurisdiction: 'NORTH', issued: '2017-08' },
    title: { en: 'Winter rules', zh: '秋冬季规定' },
  }),
  policy('rumour', { family: 'cn-plan', relation: 'implements', issued: '2015-01', evidence: 'unconfirmed' }),
  policy('later', { family: 'cn-plan', relation: 'implements', issued: '2019-01' }),
];
const data = { ...DATA, policies: POLICIES };
const LEVELS = [2013, 2015, 2017].map((year) => fact(`published.110000.pm25.annual-mean.${year}`, 2100 - year));

describe('a story', () => {
  const PARAMS = {
    kind: 'story',
    lines: [{ fact: 'published.110000.pm25.annual-mean.{year}' }],
    years: { from: '@B', to: '@Y' },
    policies: { ids: ['cn-plan', 'north-winter'], names: { 'north-winter': { en: 'Winter', zh: '秋冬季' } } },
  };

  it('marks the records asked for at their dates, by their own or their short names, and credits them', async () => {
    const figure = await drawn(PARAMS, contextOf(LEVELS, { data }));
    expect(wordsOf(figure.svg.en)).toEqual(expect.arrayContaining(['The Plan', 'Winter', '87', '85', '83', 'Beijing']));
    expect(figure.alt.en).toContain('Policies marked: The Plan (2013-09); Winter (2017-08).');
    expect(figure.rows.map(({ fact: id }) => id)).toContain('north-winter');
    expect(figure.sources).toContain('release');
  });

  it('takes records by place and level too', async () => {
    const figure = await drawn(
      { ...PARAMS, policies: { levels: ['provincial'], jurisdictions: ['110000'] } },
      contextOf(LEVELS, { data }),
    );
    expect(figure.alt.zh).toContain('标出的政策：北京计划（2013-10）。');
  });

  it('shows no record that is not confirmed, or of a later date', () => {
    for (const id of ['rumour', 'later']) {
      const plate = plateOf({ ...PARAMS, policies: { ids: [id] } });
      expect(() => plate.needs(contextOf(LEVELS, { data }))).toThrow(`no record ${id} that may be shown`);
    }
  });
});

describe('a flow', () => {
  it('leads from a policy to the records that carry it out, by level and date, counted by the register', async () => {
    const counts = ['regional', 'provincial'].map((level) =>
      fact(`register.cn-plan:${level}.all.family-to-date.2017`, 1, { unit: 'records', basis: null }),
    );
    const figure = await drawn({ kind: 'flow', head: 'cn-plan' }, contextOf(counts, { data }));
    // A province's record goes by its place.
    expect(wordsOf(figure.svg.en)).toEqual(
      expect.arrayContaining(['The Plan', '2013-09', 'Regions 1', 'Winter rules', 'Provinces 1', 'Beijing', '2013-10']),
    );
    expect(figure.rows.map(({ fact: id }) => id)).toEqual(['north-winter', 'beijing-plan']);
    expect(figure.facts).toEqual(counts.map(({ id }) => id));
  });

  it('needs a policy that is in the register', () => {
    const plate = plateOf({ kind: 'flow', head: 'cn-pla' });
    expect(() => plate.needs(contextOf([], { data }))).toThrow('no record cn-pla');
  });
});

describe('targets', () => {
  const progress = (id: string, verdict: TargetProgress['verdict'], value: number, unit = '%'): TargetProgress => ({
    ...{ target: target(id, { scope: '110000', value, unit }), verdict, rule: 'goal-reached', path: null, base: 2013 },
    goal: `target.110000.pm25_annual.goal.2017.${id}`,
    result: `computed.110000.pm25.annual-mean.2017-vs-2013`,
    progress: null,
  });
  const goal = (id: string, value: number, unit = '%') =>
    fact(`target.110000.pm25_annual.goal.2017.${id}`, value, { unit, decimals: 0, basis: null });
  const FACTS = [
    goal('a', -25),
    goal('b', -40),
    goal('c', 60, 'µg/m³'),
    fact('computed.110000.pm25.annual-mean.2017-vs-2013', -35.2),
  ];
  const targets = [
    progress('a', 'met', -25),
    progress('b', 'not-met', -40),
    progress('c', 'met', 60, 'µg/m³'),
    progress('d', 'not-assessable', -9),
  ];
  const PARAMS = { kind: 'targets', heading: { en: 'Reduction, %', zh: '降幅（%）' }, targets: ['a', 'b', 'd'] };

  it('are bars of reductions with goals and verdicts in words; those without a verdict are named below', async () => {
    const ctx = contextOf(FACTS, { data, assessment: { targets } });
    const figure = await drawn({ ...PARAMS, names: { b: { en: 'Hard goal', zh: '难目标' } } }, ctx);
    expect(wordsOf(figure.svg.en)).toEqual(expect.arrayContaining(['35.2', '25', '40', 'met', 'not met', 'Hard goal']));
    expect(figure.note.en).toContain('Not judged: Beijing, PM2.5.');
  });

  it('of several units are refused, and so are unknown ones', () => {
    const ctx = contextOf(FACTS, { data, assessment: { targets } });
    expect(() => plateOf({ ...PARAMS, targets: ['a', 'c'] }).needs(ctx)).toThrow('several units');
    expect(() => plateOf({ ...PARAMS, targets: ['z'] }).needs(ctx)).toThrow('no target z');
  });
});
