import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { printedNumber } from '../../pipeline/facts/format.ts';
import type { PlateContext } from '../../pipeline/figures/figure.ts';
import { policyPlates } from '../../pipeline/figures/plates/index.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { tables } from '../../pipeline/narrate/tables/index.ts';
import type { Data } from '../../pipeline/types.ts';
import { geo, tokens } from '../figures/samples/context.ts';
import { annual, shipped } from '../shipped.ts';
import { fill, read } from './context.ts';

const YEAR = 2017;
const ID = 'cn-2018-blue-sky-plan';
/** A year earlier than it was issued, 27 June 2018: now inside the edition of 2017. */
const EARLIER = '2017-06-27';

type Run = Readonly<{ plates: PlateContext; text: Context; numbers: Facts }>;

function runOn(data: Data): Run {
  const edition = annual(YEAR);
  const assessment = assess(data, edition);
  const numbers = new Facts(assessment.facts);
  const common = { data, edition, assessment, facts: numbers };
  return {
    numbers,
    plates: { ...common, tokens, geo, format: (fact) => printedNumber(fact) },
    text: createContext({
      ...common,
      language: 'en',
      figures: new Map(),
      strings: readStrings('templates', 'en'),
      draft: true,
    }),
  };
}

const runs: { shipped?: Run; moved?: Run } = {};
beforeAll(() => {
  const { data } = shipped();
  runs.shipped = runOn(data);
  runs.moved = runOn({
    ...data,
    policies: data.policies.map((policy) => (policy.id === ID ? { ...policy, issued: EARLIER } : policy)),
  });
}, 240_000);

const both = (): [Run, Run] => {
  const { shipped: before, moved: after } = runs;
  if (!before || !after) throw new Error('the runs are not made');
  return [before, after];
};

describe('a record whose date is changed, and nothing else', () => {
  it('moves the counts of its year by one', () => {
    const [before, after] = both();
    const value = (run: Run, id: string): number => run.numbers.get(`register.${id}.${YEAR}`).value ?? Number.NaN;
    for (const id of ['CN.all.issued', 'national.all.issued', 'planning.all.to-date', 'national:coal.all.issued']) {
      expect(value(after, id) - value(before, id)).toBe(1);
    }
    expect(value(after, 'municipal.all.issued')).toBe(value(before, 'municipal.all.issued'));
  });

  it('moves its mark in the timeline, in the figures of PM2.5 and in the tree of families', () => {
    const [before, after] = both();
    const marks = (run: Run, id: string) =>
      policyPlates
        .find((plate) => plate.id === id)
        ?.draw(run.plates)
        .rows.filter(({ fact }) => fact === ID || String(fact).startsWith(`register.${ID}.`))
        .map(({ period }) => period);
    for (const id of ['policy-timeline', 'policy-events-nation', 'policy-events-bth']) {
      expect(marks(before, id)).toEqual([]);
      expect(marks(after, id)).toEqual([EARLIER]);
    }
    expect(marks(before, 'policy-families')).toEqual([]);
    // What carries it out is of 2018 and stays away, but for what was found of an earlier date.
    expect(after.numbers.get(`register.${ID}.all.family-to-date.${YEAR}`).value).toBe(
      before.numbers.get(`register.${ID}.all.family-to-date.${YEAR}`).value,
    );
  });

  it('moves its rows in the tables', () => {
    const [before, after] = both();
    const html = (run: Run, id: string): string => JSON.stringify(tables[id]?.(run.text)?.rows ?? []);
    for (const id of ['policies-all', 'policies-year', 'sector-planning', 'freight-themes']) {
      expect(html(before, id)).not.toContain(ID);
      expect(html(after, id)).toContain(ID);
    }
  });

  it('brings its targets under judgement: good days of 2017 against a share for 2020', () => {
    const [before, after] = both();
    const own = (run: Run) => run.plates.assessment.targets.filter(({ target }) => target.policy === ID);
    expect(own(before)).toEqual([]);
    const share = own(after).find(({ target }) => target.indicator === 'good_day_share');
    // 80 % by 2020; the share published for 2017 is 78.0 %, below it, and the year lies ahead.
    expect(after.numbers.get('published.CN-338.aqi.good-day-share.2017').value).toBe(78);
    expect(share?.verdict).toBe('not-assessable');
    expect(share?.rule).toBe('deadline-ahead');
    expect(share?.result).toBe('published.CN-338.aqi.good-day-share.2017');
    const targets = (run: Run) => run.numbers.get(`register.targets-all.air.targets.${YEAR}`).value ?? 0;
    const air = own(after).filter(({ target }) => /^(?:pm25|good_day|heavy_day)/.test(target.indicator));
    expect(targets(after) - targets(before)).toBe(air.length);
    expect(air.length).toBeGreaterThan(0);
  });

  it('moves the words of the chapter', () => {
    const [before, after] = both();
    const chapter = readFileSync('templates/annual/chapters/06-policies/en.hbs', 'utf8');
    const count = (run: Run) => run.numbers.get(`register.national.all.issued.${YEAR}`).value;
    const words = (run: Run) => read(fill(chapter, run.text));
    expect(words(before)).toContain(`issued in 2017, ${count(before)} are national`);
    expect(words(after)).toContain(`issued in 2017, ${count(after)} are national`);
    expect(read(fill(`{{policy "${ID}"}}`, after.text))).toContain('27 June 2017');
    const early = before.text.findings.length;
    fill(`{{policy "${ID}"}}`, before.text);
    expect(before.text.findings).toHaveLength(early + 1);
  });
});
