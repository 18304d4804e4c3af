import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { printedNumber } from '../../pipeline/facts/format.ts';
import { drawFigure, type PlateContext } from '../../pipeline/figures/figure.ts';
import { stacked } from '../../pipeline/figures/parts/difference-lanes.ts';
import { wrapped } from '../../pipeline/figures/parts/family-tree.ts';
import { placed, yearFraction } from '../../pipeline/figures/parts/timeline.ts';
import { policyPlates } from '../../pipeline/figures/plates/index.ts';
import type { Figure } from '../../pipeline/types.ts';
import { annual, shipped } from '../shipped.ts';
import { geo, tokens } from './samples/context.ts';

const YEARS = [2014, 2016, 2018, 2019];
/** Plates of which the data of a year hold nothing to draw. */
const MISSING: Readonly<Record<number, readonly string[]>> = {
  2014: ['policy-events-fenwei', 'action-plan-results'],
  2016: ['policy-events-fenwei', 'action-plan-results'],
};
const WIDEST = 642;

const contexts = new Map<number, PlateContext>();
const drawn = new Map<number, readonly Figure[]>();

beforeAll(async () => {
  const { data } = shipped();
  for (const year of YEARS) {
    const assessment = assess(data, annual(year));
    const facts = new Facts(assessment.facts);
    const ctx: PlateContext = {
      data,
      edition: annual(year),
      assessment,
      facts,
      tokens,
      geo,
      format: (fact) => printedNumber(fact),
    };
    const ready = policyPlates.filter((plate) => plate.needs(ctx) === null);
    const figures: Figure[] = [];
    for (const plate of ready) figures.push(await drawFigure(plate, ctx));
    contexts.set(year, ctx);
    drawn.set(year, figures);
  }
}, 240_000);

const figuresOf = (year: number): readonly Figure[] => drawn.get(year) ?? [];
const svgs = (figure: Figure): string[] => [figure.svg.en ?? '', figure.svg.zh ?? ''];
const words = (svg: string): string => svg.replace(/<[^>]+>/g, ' ');

describe.each(YEARS)('the policy plates of %i', (year) => {
  it('are drawn but for those that lack data', () => {
    const ids = policyPlates.map(({ id }) => id).filter((id) => !(MISSING[year] ?? []).includes(id));
    expect(figuresOf(year).map(({ id }) => id)).toEqual(ids);
  });

  it('fit the page and say in both languages what they show', () => {
    for (const figure of figuresOf(year)) {
      for (const svg of svgs(figure)) expect(Number(/width="([\d.]+)/.exec(svg)?.[1])).toBeLessThanOrEqual(WIDEST);
      for (const language of ['en', 'zh'] as const) {
        expect(figure.title[language].length).toBeGreaterThan(10);
        expect(figure.alt[language].length).toBeGreaterThan(20);
        expect(`${figure.title[language]}${figure.alt[language]}`).not.toMatch(/undefined|NaN|null/);
      }
    }
  });

  it('have no English in Chinese', () => {
    const names = /PM|SO|NO|CO|VOCs|P95|P90|AQI/g;
    for (const figure of figuresOf(year)) {
      const text = words(figure.svg.zh ?? '') + figure.title.zh + figure.note.zh;
      expect(text.replace(names, '')).not.toMatch(/[A-Za-z]{2,}/);
    }
  });

  it('show only facts that exist, each with its sources', () => {
    const facts = contexts.get(year)?.facts;
    for (const figure of figuresOf(year)) {
      expect(figure.facts.filter((id) => !facts?.find(id))).toEqual([]);
      expect(figure.sources.length).toBeGreaterThan(0);
    }
  });

  it('know nothing later', () => {
    for (const { id, rows } of figuresOf(year)) {
      if (!/^policy-(?:timeline|events)/.test(id)) continue;
      expect(Math.max(...rows.map(({ period }) => Number(String(period).slice(0, 4))))).toBe(year);
    }
  });
});

describe('findings in titles', () => {
  const titleOf = (id: string) => figuresOf(2018).find((figure) => figure.id === id)?.title.en;

  it('carry the numbers of facts', () => {
    const facts = contexts.get(2018)?.facts;
    const value = (id: string) => facts?.get(id).value;
    expect(titleOf('policy-timeline')).toContain(`${value('register.CN.all.issued.2018')} records issued in 2018`);
    expect(titleOf('target-progress')).toContain(`${value('register.targets-all.air.met.2018')} of`);
    expect(titleOf('coverage')).toContain(`${facts?.get('computed.CN-338.pm25.annual-mean.2018').n} of 338`);
  });

  it('never set a published reduction against a goal of another base without saying so', () => {
    const figure = figuresOf(2018).find(({ id }) => id === 'action-plan-results');
    expect(figure?.note.en).toContain('from 2012');
    expect(figure?.note.zh).toContain('2013年');
  });
});

describe('policies beside PM2.5', () => {
  const plate = (id: string) => figuresOf(2018).find((figure) => figure.id === id);

  it('mark each record at the date the register has, provinces by name', () => {
    const marks = plate('policy-events-bth')?.rows.filter(({ subject }) => subject === 'milestone') ?? [];
    expect(marks).toContainEqual(expect.objectContaining({ fact: 'cn-2013-action-plan', period: '2013-09-10' }));
    expect(marks).toContainEqual(
      expect.objectContaining({ fact: 'hebei-2018-blue-sky', period: '2018-08-23', name_en: 'Hebei' }),
    );
    expect(marks.some(({ fact }) => String(fact).startsWith('guangdong'))).toBe(false);
  });

  it('state no change across two origins or two states of the air', () => {
    const change = plate('policy-events-bth')?.facts.filter((id) => id.includes('-vs-')) ?? [];
    expect(change).toEqual(['published.TWO26.pm25.annual-mean.2018-vs-2017']);
    // The delta’s mean of 2018 was not published, and the computed one mixes both states: the title has the level alone.
    expect(plate('policy-events-prd')?.facts.filter((id) => id.includes('-vs-'))).toEqual([]);
    expect(plate('policy-events-prd')?.title.en).toContain('was 31');
  });

  it('state no change from the old state of the air to the new one', () => {
    const figures = figuresOf(2019).filter(({ id }) => id.startsWith('policy-events'));
    expect(figures).toHaveLength(5);
    for (const { facts, note, title } of figures) {
      expect(facts.filter((id) => id.includes('-vs-'))).toEqual([]);
      expect(note.en).toContain('are not comparable');
      expect(title.en).toContain('in 2019');
    }
  });

  it('say that a date shows no effect', () => {
    for (const id of ['nation', 'bth', 'yrd', 'prd', 'fenwei']) {
      expect(plate(`policy-events-${id}`)?.note.en).toContain('does not show an effect');
    }
  });
});

describe('the tree of families', () => {
  it('counts what carries out each programme by level', () => {
    const rows = figuresOf(2018).find(({ id }) => id === 'policy-families')?.rows ?? [];
    const counts = rows
      .filter(({ fact }) => String(fact).startsWith('register.cn-2018-blue-sky-plan'))
      .map(({ value }) => Number(value));
    expect(counts).toHaveLength(5);
    // All of a family, then its four levels, which add up to it.
    expect(counts.slice(1).reduce((sum, n) => sum + n, 0)).toBe(counts[0]);
    expect(figuresOf(2014).find(({ id }) => id === 'policy-families')?.rows).toHaveLength(5);
  });

  it('puts names on lines that fit, and breaks one that does not', () => {
    // A sign is 10 px wide: two names of three signs with their marks fill 80 px, a third would make 110.
    expect(wrapped(['河北省', '山西省', '河南省'], '、', 100, 'zh')).toEqual(['河北省、山西省、', '河南省']);
    expect(wrapped(['京津冀及周边领导小组', '山西省'], '、', 100, 'zh')).toEqual(['京津冀及周边领导小', '组、山西省']);
    expect(wrapped([], '、', 100, 'zh')).toEqual([]);
  });
});

describe('the timeline', () => {
  it('reads dates of any precision', () => {
    expect(yearFraction('2018')).toBe(2018.5);
    expect(yearFraction('2018-01-01')).toBe(2018);
    expect(yearFraction('2018-07')).toBeCloseTo(2018.54, 2);
  });

  it('puts a name above every later one that it would touch', () => {
    const event = (at: number, text: string) => ({ at, name: { en: text, zh: text }, hollow: false });
    const rows = placed([event(0, 'a long name'), event(10, 'b'), event(400, 'c')], (at) => at, 'en').map(
      ({ row }) => row,
    );
    expect(rows).toEqual([1, 0, 0]);
  });
});

it('dots of one bin stand beside one another', () => {
  const dot = (value: number) => ({ lane: 'PM2.5', value, strong: true });
  expect(stacked([dot(0), dot(0.01), dot(0.02), dot(1)]).map(({ shift }) => shift)).toEqual([0, -5, 5, 0]);
});
