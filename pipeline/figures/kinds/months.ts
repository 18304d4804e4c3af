import * as z from 'zod';
import type { Bilingual, Language } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import { steps } from '../parts/lite.ts';
import { monthName, monthOf } from '../parts/month-names.ts';
import { panelGrid } from '../parts/panel-grid.ts';
import { asPrinted, type Known, known } from '../parts/pick.ts';
import { joined } from '../parts/words.ts';
import { colour, textColour } from '../tokens.ts';
import { ask, idAt, Members, membersOf, Pattern } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'is no month: write 2016-10.' });

const Season = z.strictObject({
  from: Month,
  to: Month,
  /** In the key; default the years. */
  name: Text.optional(),
  colour: z.string(),
  strong: z.boolean().default(true),
  /** The fact of the whole span, with `*`, printed over the panel in the colour of the curve. */
  mean: Pattern.optional(),
});

const Params = z.strictObject({
  /** A panel each. */
  members: Members,
  /** With `*` for the member and `{month}`. */
  fact: Pattern,
  /** Spans of months that begin with the same month and are laid over one another. */
  seasons: z.array(Season).min(1),
  columns: z.int().min(1).max(6).default(3),
  height: z.number().min(40).max(260).default(96),
  limit: Level.optional(),
  measure: MeasureText,
});

/** The months of a span, as `2016-10`. */
export function monthsBetween({ from, to }: Readonly<{ from: string; to: string }>): string[] {
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: Math.max(0, at(to) - at(from) + 1) }, (_, i) => {
    const month = at(from) + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** "2016–17" for a span over New Year, "2017" within a year. */
const spanName = ({ from, to }: Readonly<{ from: string; to: string }>): Bilingual => {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last
    ? { en: first, zh: `${first}年` }
    : { en: `${first}–${last.slice(2)}`, zh: `${first}—${last}年` };
};

const inMonth = ({ period }: Known): Bilingual => ({
  en: `${monthName(monthOf({ period }), 'en')} ${period.slice(0, 4)}`,
  zh: `${period.slice(0, 4)}年${monthName(monthOf({ period }), 'zh')}`,
});

const shortMonth = (month: string, language: Language, columns: number): string =>
  language === 'zh'
    ? monthName(Number(month.slice(5)), 'zh')
    : monthName(Number(month.slice(5)), 'en').slice(0, columns > 3 ? 1 : 3);

/** Months as curves, one span over another: a winter and the winter before it, a panel for each member. */
export const months: Kind<typeof Params> = {
  name: 'months',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens } = ctx;
    const members = membersOf(params.members, ctx);
    const seasons = params.seasons.map((season) => ({
      ...season,
      months: monthsBetween(season),
      label: season.name ?? spanName(season),
    }));
    const curves = members.flatMap((member) =>
      seasons.map((season) => ({
        member,
        season,
        ...ask(
          season.months.map((month) => idAt(params.fact, { scope: member.id, month }, ctx)),
          ctx,
        ),
      })),
    );
    const empty = curves.filter(({ found }) => found.length < 2);
    if (empty.length > 0) return { missing: empty.flatMap(({ missing }) => missing) };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const plotted = curves.flatMap(({ found }) => found);
    const measure = measureOf(plotted, params.measure);
    const meanOf = (member: string, season: (typeof seasons)[number]): Known | null =>
      season.mean === undefined ? null : known(ctx.facts, idAt(season.mean, { scope: member }, ctx));
    const means = members.flatMap(({ id }) => seasons.flatMap((season) => meanOf(id, season) ?? []));
    const longest = Math.max(...seasons.map((season) => season.months.length));
    const places = seasons.find((season) => season.months.length === longest)?.months ?? [];
    return {
      used: [...plotted, ...means, ...limit.used],
      alt: joined(
        curves.map(({ member, found }) =>
          describeSeries(
            {
              ...measure,
              name: { en: `${member.name.en}: ${measure.name.en}`, zh: `${member.name.zh}${measure.name.zh}` },
            },
            found.map((fact) => ({ name: inMonth(fact), value: asPrinted(fact) })),
          ),
        ),
      ),
      spec: (language) =>
        panelGrid({
          columns: Math.min(params.columns, members.length),
          height: params.height,
          ticks: steps(
            Math.max(...[...plotted, ...limit.used].map(({ value }) => value)),
            0,
            params.height > 70 ? 4 : 3,
          ),
          places: places.map((month, i) =>
            longest > 7 && i % 2 === 1 && params.columns > 1 ? '' : shortMonth(month, language, params.columns),
          ),
          title: titled(measure)[language],
          key: seasons.map((season) => ({
            text: season.label[language],
            colour: textColour(tokens, season.colour),
            stroke: colour(tokens, season.colour),
          })),
          limit: limit.line(language),
          panels: members.map((member) => ({
            title: member.name[language],
            told: seasons.flatMap((season) => {
              const fact = meanOf(member.id, season);
              return fact ? [{ text: ctx.format(fact, language), colour: textColour(tokens, season.colour) }] : [];
            }),
            lines: curves
              .filter((curve) => curve.member === member)
              .map(({ season, found }) => {
                const values = season.months.map(
                  (month) => found.find(({ period }) => period === month)?.value ?? null,
                );
                return {
                  values,
                  colour: colour(tokens, season.colour),
                  strong: season.strong,
                };
              }),
          })),
          language,
          tokens,
        }),
    };
  },
};
