import * as z from 'zod';
import { ChinaAirError, nearest } from '../../errors.ts';
import { POLICY_LEVELS, type Policy, SECTORS } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { rowsOf } from '../parts/credits.ts';
import { eventSteps, type StepLine } from '../parts/event-steps.ts';
import { asPrinted, namer } from '../parts/pick.ts';
import {
  eventRows,
  eventSources,
  eventsInWords,
  eventsOf,
  type PolicyEvent,
  shortName,
} from '../parts/policy-events.ts';
import { recordsOf } from '../parts/register.ts';
import { both, joined } from '../parts/words.ts';
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
    const { tokens, format } = ctx;
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
    const events = [...above, ...below];
    if (above.length === 0) return { missing: ['policy with a date among those asked for'] };
    const plotted = series.flatMap(({ found }) => found);
    const measure = measureOf(plotted, params.measure);
    const nameOf = namer(ctx);
    const named = series.map(({ line, found }) => ({ found, name: line.name ?? nameOf(found[0]?.scope ?? '') }));
    const newState = plotted.find(({ basis }) => basis === 'actual-298K');
    const used = [...plotted, ...limit.used];
    return {
      used,
      rows: [...rowsOf(ctx, used), ...eventRows(events)],
      sources: eventSources(ctx, events),
      notes: [
        {
          en: 'Each stroke is a year’s mean, dashed where it is computed from city data; dots are policies at the date of issue. That one follows the other does not say that it was caused by it.',
          zh: '横线为年均值，虚线为据城市数据计算；圆点为政策发布时间。先后相继并不表示因果关系。',
        },
      ],
      alt: joined([
        ...named.map(({ name, found }) =>
          describeSeries(
            { ...measure, name: { en: `${name.en}: ${measure.name.en}`, zh: `${name.zh}${measure.name.zh}` } },
            found.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
        ),
        both((language) =>
          language === 'en'
            ? `Policies marked: ${eventsInWords(events).en}.`
            : `标出的政策：${eventsInWords(events).zh}。`,
        ),
      ]),
      spec: (language) =>
        eventSteps({
          years,
          lines: named.map(
            ({ name, found }, i): StepLine => ({
              name: name[language],
              strong: i === 0,
              levels: found.map((fact) => ({
                year: Number(fact.period),
                value: fact.value,
                text: format(fact, language),
                computed: fact.origin === 'computed',
              })),
            }),
          ),
          limit: limit.line(language),
          above,
          below,
          newState: newState ? Number(newState.period) : null,
          language,
          tokens,
        }),
    };
  },
};
