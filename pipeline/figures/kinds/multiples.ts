import * as z from 'zod';
import { ChinaAirError } from '../../errors.ts';
import type { Bilingual, Language } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { steps } from '../parts/lite.ts';
import { panelGrid } from '../parts/panel-grid.ts';
import { asPrinted, type Known } from '../parts/pick.ts';
import { colour } from '../tokens.ts';
import {
  ask,
  crosses,
  idAt,
  type Member,
  Members,
  membersOf,
  Pattern,
  withoutData,
  Years,
  yearsBetween,
} from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Params = z.strictObject({
  /** A panel each. */
  members: Members,
  /** With `*` for the member and `{year}`. */
  fact: Pattern,
  years: Years,
  /** A line that is pale in every panel, for comparison: with `{year}`, and its name. */
  behind: z.strictObject({ fact: Pattern, name: Text }).optional(),
  /** Highest first by the first or the last value, by the largest fall, or as the members come. */
  sort: z.enum(['first', 'last', 'fall', 'given']).default('given'),
  columns: z.int().min(1).max(8).default(6),
  height: z.number().min(30).max(200).default(48),
  colour: z.string().default('accent'),
  limit: Level.optional(),
  measure: MeasureText,
});
type Params = z.infer<typeof Params>;
type Panel = Readonly<{ member: Member; facts: readonly Known[] }>;

const ends = ({ facts }: Panel): readonly [number, number] => [facts[0]?.value ?? 0, facts.at(-1)?.value ?? 0];
const ORDERS: Readonly<Record<Params['sort'], (a: Panel, b: Panel) => number>> = {
  first: (a, b) => ends(b)[0] - ends(a)[0],
  last: (a, b) => ends(b)[1] - ends(a)[1],
  fall: (a, b) => ends(a)[1] / ends(a)[0] - ends(b)[1] / ends(b)[0],
  given: () => 0,
};

const onYears = (facts: readonly Known[], years: readonly number[]): (number | null)[] =>
  years.map((year) => facts.find(({ period }) => Number(period) === year)?.value ?? null);

/** Where the first year on the new state of the air stands among years of both; null where all are on one. */
function breakOf(facts: readonly Known[], years: readonly number[]): number | null {
  if (!crosses(facts)) return null;
  const after = facts.filter(({ basis }) => basis === 'actual-298K').map(({ period }) => Number(period));
  return years.indexOf(Math.min(...after));
}

/** A small panel for each member, all on one scale; lines break at the change of state of 2018. */
export const multiples: Kind<typeof Params> = {
  name: 'multiples',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, format } = ctx;
    const years = yearsBetween(params.years, ctx);
    const members = membersOf(params.members, ctx);
    const asked = members.map((member) => ({
      member,
      ...ask(
        years.map((year) => idAt(params.fact, { scope: member.id, year }, ctx)),
        ctx,
      ),
    }));
    const panels = asked
      .filter(({ found }) => found.length > 1)
      .map(({ member, found }): Panel => ({ member, facts: found }))
      .sort(ORDERS[params.sort]);
    if (panels.length === 0) return { missing: asked.flatMap(({ missing }) => missing) };
    const behind = params.behind ? behindOf(params.behind, years, ctx) : null;
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    if (behind && behind.facts.length === 0) return { missing: behind.missing };
    const plotted = panels.flatMap(({ facts }) => facts);
    if (params.sort === 'fall' && crosses(plotted)) {
      throw new ChinaAirError({
        code: 'other-state',
        exit: 1,
        message: 'sort: there is no fall between years on different states of the air.',
        remedy: 'Let the years end in 2018 or begin in 2019, or sort by "first" or "last".',
      });
    }
    const measure = measureOf(plotted, params.measure);
    const [first = 0, last = 0] = [years[0], years.at(-1)];
    const highest = Math.max(...[...plotted, ...limit.used].map(({ value }) => value));
    const strong = colour(tokens, params.colour);
    return {
      used: [...plotted, ...(behind?.facts ?? []), ...limit.used],
      notes: withoutData(members.filter(({ id }) => !panels.some(({ member }) => member.id === id))),
      alt: describeRanking(
        {
          ...measure,
          name: {
            en: `${measure.name.en} from ${first} to ${last} in small panels, by the level of the last year`,
            zh: `${first}—${last}年${measure.name.zh}小图，按末年水平`,
          },
        },
        panels
          .flatMap(({ member, facts }) => facts.slice(-1).map((fact) => ({ member, fact })))
          .sort((a, b) => asPrinted(b.fact) - asPrinted(a.fact))
          .map(({ member, fact }) => ({ name: member.name, value: asPrinted(fact), decimals: fact.decimals })),
      ),
      spec: (language) =>
        panelGrid({
          columns: params.columns,
          height: params.height,
          ticks: steps(highest * 1.08, 0, params.height > 70 ? 4 : 3),
          area: colour(tokens, 'wash'),
          places: years.map((year, i) =>
            i === 0 || i === years.length - 1 ? shortYear(year, params.columns, language) : '',
          ),
          title: titled(measure)[language],
          key: behind
            ? [{ text: behind.name[language], colour: colour(tokens, 'ink-2'), stroke: colour(tokens, 'seq-3') }]
            : [],
          limit: limit.line(language),
          breakBefore: breakOf(plotted, years),
          panels: panels.map(({ member, facts }) => {
            const [from, to] = [facts[0], facts.at(-1)];
            return {
              title: member.name[language],
              lines: [
                ...(behind
                  ? [{ values: onYears(behind.facts, years), colour: colour(tokens, 'seq-3'), strong: false }]
                  : []),
                {
                  values: onYears(facts, years),
                  colour: strong,
                  strong: true,
                  start: from ? format(from, language) : '',
                  end: to ? format(to, language) : '',
                },
              ],
            };
          }),
          language,
          tokens,
        }),
    };
  },
};

/** A year under a panel: in narrow ones its last two figures. */
const shortYear = (year: number, columns: number, language: Language): string => {
  const two = String(year).slice(2);
  if (columns <= 6) return String(year);
  return language === 'zh' ? `${two}年` : `’${two}`;
};

function behindOf(
  { fact, name }: Readonly<{ fact: string; name: Bilingual }>,
  years: readonly number[],
  ctx: PlateContext,
): Readonly<{ facts: readonly Known[]; missing: readonly string[]; name: Bilingual }> {
  const { found, missing } = ask(
    years.map((year) => idAt(fact, { year }, ctx)),
    ctx,
  );
  return { facts: found, missing, name };
}
