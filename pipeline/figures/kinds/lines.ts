import * as z from 'zod';
import { tableScale } from '../../facts/unit-words.ts';
import type { Bilingual, Language } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { type LineMark, linePanel, yearlyMarks } from '../parts/line-panel.ts';
import { FULL, lite } from '../parts/lite.ts';
import { asPrinted, type Known, known, namer } from '../parts/pick.ts';
import { joined, signed } from '../parts/words.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, SIZES } from '../theme.ts';
import { colour, textColour } from '../tokens.ts';
import { ask, crosses, idAt, Pattern, Year, Years, yearOf, yearsBetween } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Series = z.strictObject({
  /** With `{year}`. */
  fact: Pattern,
  /** At the end of the line; default the name of the scope. */
  name: Text.optional(),
  colour: z.string(),
  strong: z.boolean().default(true),
  /** The number at its beginning stands under the line, where another line runs close above. */
  startBelow: z.boolean().default(false),
  /** Whether that number is printed at all. */
  start: z.boolean().default(true),
});

const Params = z.strictObject({
  series: z.array(Series).min(1),
  years: Years,
  /** Each line as a share of its value in this year, which is 100; labels stay values and published changes. */
  base: Year.optional(),
  limit: Level.optional(),
  /** Lowest and least highest value of the axis, in the unit of the facts. */
  low: z.number().default(0),
  high: z.number().optional(),
  /** Numbers at the ends of the lines only, or at every mark. */
  numbers: z.enum(['ends', 'all']).default('ends'),
  height: z.number().min(60).max(400).default(170),
  measure: MeasureText,
});
type Params = z.infer<typeof Params>;
type Line = Readonly<{ spec: z.infer<typeof Series>; name: Bilingual; facts: readonly Known[]; base: Known | null }>;

function linesOf({ series, years, base }: Params, ctx: PlateContext) {
  const missing: string[] = [];
  const lines = series.map((spec): Line => {
    const asked = ask(
      yearsBetween(years, ctx).map((year) => idAt(spec.fact, { year }, ctx)),
      ctx,
    );
    missing.push(...asked.missing);
    const first = base === undefined ? null : known(ctx.facts, idAt(spec.fact, { year: yearOf(base, ctx) }, ctx));
    const name = spec.name ?? namer(ctx)(asked.found[0]?.scope ?? '');
    return { spec, name, facts: asked.found, base: first };
  });
  return { lines, missing };
}

/** The fact of the change from the base to the last value, where there is one. */
const changeOf = ({ facts, base }: Line, ctx: PlateContext): Known | null => {
  const last = facts.at(-1);
  return last && base
    ? known(
        ctx.facts,
        `${last.origin}.${last.scope}.${last.subject}.${last.statistic}.${last.period}-vs-${base.period}`,
      )
    : null;
};

/** "PRD 9 cities: share of good days"; a line that is called by its pollutant is named with its place. */
const seriesName = (line: Bilingual, measure: Bilingual, place: Bilingual): Bilingual => {
  const { en, zh } = measure.en.startsWith(line.en) ? place : line;
  return { en: `${en}: ${measure.en}`, zh: `${zh}${measure.zh}` };
};

/** Two values with years without a value between them, on the same state of the air. */
const bridgesOf = (facts: readonly Known[]): (readonly Known[])[] =>
  facts.flatMap((fact, i) => {
    const next = facts[i + 1];
    return next && Number(next.period) - Number(fact.period) > 1 && !crosses([fact, next]) ? [[fact, next]] : [];
  });

/** Lines over the years with names and numbers at their ends; years without a value are dotted, and the change of state of 2018 is a gap. */
export const lines: Kind<typeof Params> = {
  name: 'lines',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, format } = ctx;
    const { lines: made, missing } = linesOf(params, ctx);
    const without = made.filter(({ facts, base }) => facts.length < 2 || (params.base !== undefined && base === null));
    if (without.length > 0) return { missing };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const years = yearsBetween(params.years, ctx);
    const changes = made.map((line) => changeOf(line, ctx));
    const plotted = made.flatMap(({ facts }) => facts);
    const used = [...plotted, ...changes.flatMap((fact) => fact ?? []), ...limit.used];
    const mixed = plotted.some(({ origin }) => origin !== plotted[0]?.origin);
    const measure = measureOf(plotted, params.measure);
    const scale = tableScale(plotted[0]?.unit ?? '');
    const baseYear = params.base === undefined ? null : yearOf(params.base, ctx);
    const end = (line: Line, i: number, language: Language): string => {
      const [last, change] = [line.facts.at(-1), changes[i]];
      const number = change ? signed(change, (fact) => format(fact, language)) : last ? format(last, language) : '';
      // A line that ends before the others says when.
      const early =
        last && Number(last.period) !== years.at(-1) ? { en: ` (${last.period})`, zh: `（${last.period}年）` } : null;
      return `${line.name[language]} ${number}${early?.[language] ?? ''}`;
    };
    return {
      used,
      ...(mixed ? { hollow: 'value' as const } : {}),
      alt: joined(
        made.map(({ name, facts }) => {
          const own = measureOf(facts, params.measure);
          return describeSeries(
            {
              ...own,
              name: seriesName(name, own.name, namer(ctx)(facts[0]?.scope ?? '')),
            },
            facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          );
        }),
      ),
      spec: (language) => {
        const ends = made.map((line, i) => end(line, i, language));
        const font = { family: familyOf(language), size: SIZES.label, weight: 400 };
        const room = Math.max(
          ...ends.map((text) => textWidth(text, font)),
          textWidth(limit.line(language)?.text ?? '', font),
        );
        return lite(
          linePanel({
            tokens,
            width: Math.floor(FULL - 30 - room - 12),
            height: params.height,
            low: params.low * scale,
            ...(params.high === undefined ? {} : { most: params.high * scale }),
            ticks: years,
            title:
              baseYear === null
                ? titled(measure)[language]
                : { en: `${baseYear} = 100`, zh: `${baseYear}年为100` }[language],
            limit: limit.line(language),
            lines: made.flatMap((line, i) => {
              const ink = colour(tokens, line.spec.colour);
              const position = (fact: Known): number => (line.base ? (fact.value / line.base.value) * 100 : fact.value);
              const marks: LineMark[] = yearlyMarks(line.facts).map((mark) => {
                const fact = line.facts.find(({ period }) => Number(period) === mark.x);
                return { ...mark, hollow: mixed && (mark.hollow ?? false), y: fact ? position(fact) : null };
              });
              const [first, ...rest] = line.facts;
              const inner = params.numbers === 'all' ? rest.slice(0, changes[i] ? undefined : -1) : [];
              const drawn = {
                colour: ink,
                textColour: textColour(tokens, line.spec.colour),
                strong: line.spec.strong,
                marks,
                end: ends[i] ?? '',
                start: first && baseYear === null && line.spec.start ? format(first, language) : '',
                startBelow: line.spec.startBelow,
                labels: inner.map((fact) => ({
                  x: Number(fact.period),
                  y: position(fact),
                  text: format(fact, language),
                })),
              };
              const bridges = bridgesOf(line.facts).map((pair) => ({
                colour: ink,
                dotted: true,
                marks: pair.map((fact) => ({ x: Number(fact.period), y: position(fact) })),
              }));
              return [...bridges, drawn];
            }),
          }),
        );
      },
    };
  },
};
