import * as z from 'zod';
import { describeSeries } from '../alt-text.ts';
import { mm } from '../paper.ts';
import { type Json, lite, px } from '../parts/lite.ts';
import { asPrinted } from '../parts/pick.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';
import { ask, crosses, idAt, Members, membersOf, Pattern, Years, yearsBetween } from './ask.ts';
import type { Kind } from './kind.ts';
import { measureOf } from './measure.ts';

const Params = z.strictObject({
  members: Members,
  /** With `*` for the member and `{year}`. */
  fact: Pattern,
  years: Years,
  widthMm: z.number().min(60).max(210).default(210),
  heightMm: z.number().min(40).max(297).default(170),
  /** Of a line at its beginning and at its end. */
  from: z.string(),
  to: z.string(),
  /** Members drawn strong. */
  highlight: z.array(z.string()).default([]),
});

/** Points of a line between two years, so that it runs smoothly through its values. */
const SAMPLES = 14;
const eased = (t: number): number => t * t * (3 - 2 * t);

/** A drawing for a cover: every member a line over the years, without numbers, from the one edge to the other. */
export const cover: Kind<typeof Params> = {
  name: 'cover',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens } = ctx;
    const years = yearsBetween(params.years, ctx);
    const lines = membersOf(params.members, ctx)
      .map((member) => ({
        member,
        ...ask(
          years.map((year) => idAt(params.fact, { scope: member.id, year }, ctx)),
          ctx,
        ),
      }))
      .filter(({ found }) => found.length === years.length && !crosses(found));
    if (lines.length === 0) return { missing: [params.fact] };
    const all = lines.flatMap(({ found }) => found.map(({ value }) => value));
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const [width, height] = [mm(params.widthMm), mm(params.heightMm)];
    const toY = (value: number): number => 8 + (1 - (value - low) / (high - low)) * (height - 24);
    const points = (strong: boolean): Json[] =>
      lines
        .filter(({ member }) => params.highlight.includes(member.id) === strong)
        .flatMap(({ member, found }) => {
          const ys = found.map(({ value }) => toY(value));
          const step = width / (ys.length - 1);
          return ys.slice(1).flatMap((y, i) =>
            Array.from({ length: SAMPLES + 1 }, (_, k) => {
              const t = k / SAMPLES;
              const before = ys[i] ?? y;
              return { line: member.id, order: i + t, x: (i + t) * step, y: before + (y - before) * eased(t) };
            }),
          );
        });
    const gradient = {
      gradient: 'linear',
      ...{ x1: 0, y1: 0, x2: 1, y2: 0 },
      stops: [
        { offset: 0, color: colour(tokens, params.from) },
        { offset: 1, color: colour(tokens, params.to) },
      ],
    };
    const layer = (strong: boolean): Json => ({
      data: { values: points(strong) },
      mark: { type: 'line', stroke: gradient, strokeWidth: strong ? 4 : 1.4, opacity: strong ? 1 : 0.7 },
      encoding: {
        x: px('x'),
        y: px('y'),
        order: { field: 'order', type: 'quantitative' },
        detail: { field: 'line', type: 'nominal' },
      },
    });
    const used = lines.flatMap(({ found }) => found);
    const measure = measureOf(used);
    const told = lines.filter(({ member }) => params.highlight.includes(member.id));
    return {
      used,
      alt: joined([
        {
          en: `Cover drawing: ${measure.name.en} of ${lines.length} places from ${years[0]} to ${years.at(-1)}, a line each.`,
          zh: `封面图：${lines.length}地${years[0]}—${years.at(-1)}年${measure.name.zh}，每地一条线。`,
        },
        ...told.map(({ member, found }) =>
          describeSeries(
            { ...measure, name: member.name },
            found.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
        ),
      ]),
      spec: () => lite({ width, height, padding: 0, layer: [layer(false), layer(true)] }),
    };
  },
};
