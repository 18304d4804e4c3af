import * as z from 'zod';
import { ChinaAirError } from '../../errors.ts';
import { describeRanking } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { asPrinted, type Known } from '../parts/pick.ts';
import { slopes } from '../parts/slopes.ts';
import { joined } from '../parts/words.ts';
import { colour, textColour } from '../tokens.ts';
import { askAlike, crosses, idAt, type Member, Members, membersOf, Pattern, withoutData, Year, yearOf } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Params = z.strictObject({
  members: Members,
  /** With `*` for the member and `{year}`. */
  fact: Pattern,
  from: Year,
  to: Year,
  /** Members drawn strong, with the token of their colour. */
  highlight: z.record(z.string(), z.string()).default({}),
  /** Whose names stand at the ends. */
  labels: z.enum(['all', 'highlight']).default('all'),
  limit: Level.optional(),
  measure: MeasureText,
  /** Over the two ends; default the years. */
  heads: z.strictObject({ from: Text, to: Text }).optional(),
});
type Params = z.infer<typeof Params>;

type Pair = Readonly<{ member: Member; before: Known; after: Known }>;

/** Both levels of a member, of one origin. Errors: mixed-basis (exit 1) across the change of state of 2018. */
function pairOf(member: Member, { fact, from, to }: Params, ctx: PlateContext): Pair | readonly string[] {
  const ids = [from, to].map((year) => idAt(fact, { scope: member.id, year: yearOf(year, ctx) }, ctx));
  const { found, missing } = askAlike(ids, ctx);
  const [before, after] = found;
  if (!before || !after) return missing;
  if (crosses([before, after])) {
    throw new ChinaAirError({
      code: 'mixed-basis',
      exit: 1,
      message: `${before.id} and ${after.id} refer to different states of the air.`,
      remedy: 'Choose two years on one side of September 2018.',
    });
  }
  return { member, before, after };
}

const isPair = (made: Pair | readonly string[]): made is Pair => 'member' in made;

/** Two dates, a line for each member, with names and values at its ends; what rose is in the second accent. */
export const slope: Kind<typeof Params> = {
  name: 'slope',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, format } = ctx;
    const members = membersOf(params.members, ctx);
    const made = members.map((member) => pairOf(member, params, ctx));
    const pairs = made.filter(isPair);
    if (pairs.length < 2) return { missing: made.flatMap((one) => (isPair(one) ? [] : one)) };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const measure = measureOf(
      pairs.map(({ before }) => before),
      params.measure,
    );
    const mixed = new Set(pairs.map(({ after }) => after.origin)).size > 1;
    const ends = (language: 'en' | 'zh'): [string, string] =>
      params.heads
        ? [params.heads.from[language], params.heads.to[language]]
        : ([params.from, params.to].map((year) => String(yearOf(year, ctx))) as [string, string]);
    const at = (end: 'before' | 'after') => {
      const i = end === 'before' ? 0 : 1;
      return describeRanking(
        { ...measure, name: { en: `${measure.name.en}, ${ends('en')[i]}`, zh: `${ends('zh')[i]}${measure.name.zh}` } },
        [...pairs]
          .sort((a, b) => asPrinted(b[end]) - asPrinted(a[end]))
          .map((pair) => ({ name: pair.member.name, value: asPrinted(pair[end]), decimals: pair[end].decimals })),
      );
    };
    const used = [...pairs.flatMap(({ before, after }) => [before, after]), ...limit.used];
    return {
      alt: joined([at('before'), at('after')]),
      used,
      ...(mixed ? { hollow: 'pair' as const } : {}),
      notes: withoutData(members.filter(({ id }) => !pairs.some(({ member }) => member.id === id))),
      spec: (language) =>
        slopes({
          heads: ends(language),
          title: titled(measure)[language],
          limit: limit.line(language),
          lines: pairs.map(({ member, before, after }) => {
            const strong = params.highlight[member.id];
            const rose = asPrinted(after) > asPrinted(before);
            return {
              name: member.name[language],
              named: params.labels === 'all' || strong !== undefined,
              from: before.value,
              to: after.value,
              fromText: format(before, language),
              toText: format(after, language),
              strong: strong !== undefined,
              hollow: mixed && after.origin === 'computed',
              colour: colour(tokens, strong ?? (rose ? 'accent-2' : 'seq-4')),
              textColour: strong === undefined ? colour(tokens, 'ink') : textColour(tokens, strong),
            };
          }),
          language,
          tokens,
        }),
    };
  },
};
