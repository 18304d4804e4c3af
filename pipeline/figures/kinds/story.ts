import * as z from 'zod';
import { ChinaAirError, nearest } from '../../errors.ts';
import { POLICY_LEVELS, type Policy, SECTORS } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { rowsOf } from '../parts/credits.ts';
import { asPrinted, namer } from '../parts/pick.ts';
import { eventsOf, type PolicyEvent, shortName } from '../parts/policy-events.ts';
import { recordsOf } from '../parts/register.ts';
import { joined } from '../parts/words.ts';
import { yearStory } from '../parts/year-story.ts';
import { ask, idAt, Pattern, Years, yearsBetween } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf } from './measure.ts';

/** Records by their ids, or those of places, levels and sectors; `names` stand for titles that are too long. */
const Records = z.strictObject({
  ids: z.array(z.string()).optional(),
  jurisdictions: z.array(z.string()).optional(),
  levels: z.array(z.enum(POLICY_LEVELS)).optional(),
  sectors: z.array(z.enum(SECTORS)).optional(),
  names: z.record(z.string(), Text).default({}),
});
type Records = z.infer<typeof Records>;

const Params = z.strictObject({
  /** Yearly means as level strokes, the first strong; with `{year}`. */
  lines: z
    .array(z.strictObject({ fact: Pattern, name: Text.optional() }))
    .min(1)
    .max(3),
  years: Years,
  /** Records marked above the years, and under them. */
  policies: Records,
  under: Records.optional(),
  limit: Level.optional(),
  measure: MeasureText,
});

/** The records asked for, as events. Errors: unknown-policy (exit 1) for an id that is not in the register or not printed. */
function chosen(records: Records | undefined, ctx: PlateContext): PolicyEvent[] {
  if (!records) return [];
  const { ids, jurisdictions, levels, sectors, names } = records;
  const all = recordsOf(ctx);
  const known = new Set(all.map(({ id }) => id));
  for (const id of [...(ids ?? []), ...Object.keys(names)]) {
    if (known.has(id)) continue;
    throw new ChinaAirError({
      code: 'unknown-policy',
      exit: 1,
      message: `There is no record ${id} that may be shown: it is not in the register, not confirmed, or of a later date.`,
      remedy: `Nearest: ${nearest(id, known).join(', ')}.`,
    });
  }
  const fits = (policy: Policy): boolean =>
    (ids === undefined || ids.includes(policy.id)) &&
    (jurisdictions === undefined || jurisdictions.includes(policy.jurisdiction)) &&
    (levels === undefined || levels.includes(policy.level)) &&
    (sectors === undefined || policy.sectors.some((sector) => sectors.includes(sector)));
  return eventsOf(ctx, (policy) => (fits(policy) ? (names[policy.id] ?? shortName(policy)) : null));
}

/** A place's years beside the policies of those years, at their dates; nothing joins a policy to a level. */
export const story: Kind<typeof Params> = {
  name: 'story',
  schema: Params,
  draw: (params, ctx) => {
    const years = yearsBetween(params.years, ctx);
    const series = params.lines.map((line) => ({
      line,
      ...ask(
        years.map((year) => idAt(line.fact, { year }, ctx)),
        ctx,
      ),
    }));
    const empty = series.filter(({ found }) => found.length === 0);
    if (empty.length > 0) return { missing: empty.flatMap(({ missing }) => missing) };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const [above, below] = [chosen(params.policies, ctx), chosen(params.under, ctx)];
    if (above.length === 0) return { missing: ['policy with a date among those asked for'] };
    const plotted = series.flatMap(({ found }) => found);
    const measure = measureOf(plotted, params.measure);
    const nameOf = namer(ctx);
    const named = series.map(({ line, found }) => ({ facts: found, name: line.name ?? nameOf(found[0]?.scope ?? '') }));
    const story = yearStory(ctx, { years, series: named, limit: limit.line, above, below });
    const used = [...plotted, ...limit.used];
    return {
      used,
      rows: [...rowsOf(ctx, used), ...story.rows],
      sources: story.sources,
      notes: [
        {
          en: 'Each stroke is a year’s mean, dashed where it is computed from city data; dots are policies at the date of issue. That one follows the other does not say that it was caused by it.',
          zh: '横线为年均值，虚线为据城市数据计算；圆点为政策发布时间。先后相继并不表示因果关系。',
        },
      ],
      alt: joined([
        ...named.map(({ name, facts }) =>
          describeSeries(
            { ...measure, name: { en: `${name.en}: ${measure.name.en}`, zh: `${name.zh}${measure.name.zh}` } },
            facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
        ),
        story.marked,
      ]),
      spec: story.spec,
    };
  },
};
