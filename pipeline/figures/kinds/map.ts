import * as z from 'zod';
import { describeMap } from '../alt-text.ts';
import { chinaMap } from '../china-map.ts';
import { BORDERS } from '../parts/city-map.ts';
import { rowsOf } from '../parts/credits.ts';
import { asPrinted } from '../parts/pick.ts';
import { colour, ramp } from '../tokens.ts';
import { askFirst, Members, membersOf, Patterns } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { MeasureText, measureOf } from './measure.ts';

const Params = z.strictObject({
  members: Members.default('@N'),
  /** With `*` for the city; of several the first that is there. */
  fact: Patterns,
  /** Bounds of the classes, rising; one class more than bounds. */
  breaks: z.array(z.number()).min(2).max(8),
  /** Colours of the classes: a ramp of the tokens, or as many tokens as there are classes. */
  colours: z.union([z.enum(['seq', 'div']), z.array(z.string()).min(3)]),
  /** Over the legend. */
  legend: Text,
  widthMm: z.number().min(70).max(170).default(160),
  /** Cities named on the map. */
  labels: z.array(z.string()).default([]),
  measure: MeasureText,
});

/** Cities coloured by a number, with the islands and the South China Sea as on every map of the reports. */
export const map: Kind<typeof Params> = {
  name: 'map',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, geo, data } = ctx;
    const members = membersOf(params.members, ctx);
    const asked = members.map(({ id }) => askFirst(params.fact, { scope: id }, ctx));
    const found = asked.flatMap((one) => one.found);
    const missing = asked.flatMap((one) => one.missing);
    if (found.length === 0) return { missing };
    const classes = params.breaks.length + 1;
    const colours =
      typeof params.colours === 'string'
        ? ramp(tokens, params.colours, classes)
        : params.colours.map((name) => colour(tokens, name));
    const measure = measureOf(found, params.measure);
    const bins = { breaks: params.breaks, colours };
    const values = new Map(found.map((fact) => [fact.scope, asPrinted(fact)]));
    const named = data.cities.filter(({ code }) => params.labels.includes(code));
    return {
      used: found,
      rows: rowsOf(ctx, found),
      sources: [BORDERS],
      notes: missing.length > 0 ? [{ en: 'Hatched: no data.', zh: '斜线：无数据。' }] : [],
      alt: describeMap(
        measure,
        members.map(({ id, name }) => ({ name, value: values.get(id) ?? null })),
        bins,
      ),
      spec: (language) =>
        chinaMap({
          ...{ geo, values, bins, language, tokens },
          widthMm: params.widthMm,
          legendTitle: params.legend[language],
          labels: named.flatMap(({ short, lon, lat }) =>
            lon === null || lat === null ? [] : [{ text: short[language], lon, lat }],
          ),
        }),
    };
  },
};
