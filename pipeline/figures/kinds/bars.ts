import * as z from 'zod';
import { describeRanking } from '../alt-text.ts';
import { changeBars } from '../parts/change-bars.ts';
import { asPrinted, type Known } from '../parts/pick.ts';
import { signed } from '../parts/words.ts';
import { colour } from '../tokens.ts';
import { askFirst, type Member, Members, membersOf, Patterns, withoutData } from './ask.ts';
import type { Kind } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Params = z.strictObject({
  members: Members,
  /** With `*` for the member: a change (`…@Y-vs-@B`) or a level; of several the first that is there. */
  fact: Patterns,
  sort: z.enum(['ascending', 'descending', 'given']).default('ascending'),
  /** So many from the beginning and from the end of the order; default all. */
  first: z.int().min(1).optional(),
  last: z.int().min(0).default(0),
  mark: z.enum(['bar', 'lollipop']).default('bar'),
  columns: z.int().min(1).max(3).default(1),
  highlight: z.array(z.string()).default([]),
  /** Of what falls, of what rises, and of what is highlighted. */
  colours: z
    .strictObject({ fall: z.string(), rise: z.string(), highlight: z.string() })
    .default({ fall: 'seq-4', rise: 'accent-2', highlight: 'accent' }),
  limit: Level.optional(),
  measure: MeasureText,
});
type Params = z.infer<typeof Params>;
type Bar = Readonly<{ member: Member; fact: Known }>;

/** The bars in their order; with `first` and `last` only its two ends. */
function ordered(all: readonly Bar[], { sort, first, last }: Params): Bar[] {
  const sign = sort === 'descending' ? -1 : 1;
  const bars = sort === 'given' ? [...all] : [...all].sort((a, b) => sign * (a.fact.value - b.fact.value));
  if (first === undefined || first + last >= bars.length) return bars;
  return [...bars.slice(0, first), ...(last > 0 ? bars.slice(-last) : [])];
}

/** A bar for each member, to the left where it fell and to the right where it rose, in order. */
export const bars: Kind<typeof Params> = {
  name: 'bars',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, format } = ctx;
    const members = membersOf(params.members, ctx);
    const asked = members.map((member) => ({ member, ...askFirst(params.fact, { scope: member.id }, ctx) }));
    const known = asked.flatMap(({ member, found }) => found.map((fact): Bar => ({ member, fact })));
    if (known.length < 2) return { missing: asked.flatMap(({ missing }) => missing) };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const shown = ordered(known, params);
    const facts = shown.map(({ fact }) => fact);
    const measure = measureOf(facts, params.measure);
    const isChange = facts.some(({ period }) => /-(vs|minus)-/.test(period));
    const left = known.length - shown.length;
    return {
      used: [...facts, ...limit.used],
      notes: [
        ...withoutData(asked.filter(({ found }) => found.length === 0).map(({ member }) => member)),
        ...(left > 0 ? [{ en: `Not shown: ${left} in between.`, zh: `未显示位于其间的${left}个。` }] : []),
      ],
      alt: describeRanking(
        measure,
        shown.map(({ member, fact }) => ({ name: member.name, value: asPrinted(fact), decimals: fact.decimals })),
      ),
      spec: (language) =>
        changeBars({
          title: titled(measure)[language],
          columns: params.columns,
          lollipops: params.mark === 'lollipop',
          limit: limit.line(language),
          bars: shown.map(({ member, fact }) => {
            const strong = params.highlight.includes(member.id);
            const rose = isChange && asPrinted(fact) > 0;
            return {
              name: member.name[language],
              value: fact.value,
              text: isChange ? signed(fact, (one) => format(one, language)) : format(fact, language),
              strong,
              colour: colour(
                tokens,
                rose ? params.colours.rise : strong ? params.colours.highlight : params.colours.fall,
              ),
            };
          }),
          language,
          tokens,
        }),
    };
  },
};
