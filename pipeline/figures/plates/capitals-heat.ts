import { unitOf } from '../../facts/unit-words.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { binOf } from '../map/bins.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { ink, type Json, lite, px } from '../parts/lite.ts';
import { asPrinted, best, bulletin, namer, plainName, scopeOf, yearsOf, yearsOfOneState } from '../parts/pick.ts';
import { textLayers } from '../parts/text-layers.ts';
import { said } from '../parts/words.ts';
import { colour, ramp } from '../tokens.ts';

const BREAKS = [15, 25, 35, 50, 65, 80];
const ROW = 15.5;

const yearsShown = (ctx: PlateContext): number[] => yearsOfOneState(ctx, yearsOf(ctx));

/** The 31 capitals with their PM2.5 of each year, the cleanest of the year assessed first. */
function capitals(ctx: PlateContext) {
  const nameOf = namer(ctx);
  return (scopeOf(ctx.data.scopes, 'CAP31')?.members ?? [])
    .map((code) => {
      const facts = yearsShown(ctx).map((year) => best(ctx.facts, bulletin(code, 'pm25'), year));
      return { code, name: plainName({ short: nameOf(code) }), facts, last: facts.at(-1) ?? null };
    })
    .sort((a, b) => (a.last?.value ?? 1e6) - (b.last?.value ?? 1e6) || (a.code < b.code ? -1 : 1));
}

/** PM2.5 of the provincial capitals as a table in colour: a row a city, a column a year. */
export const capitalsHeat: Plate = {
  id: 'capitals-heat',
  needs: (ctx) =>
    capitals(ctx).some(({ last }) => last !== null) && yearsShown(ctx).length > 1
      ? null
      : 'no capital has PM2.5 for the year assessed and another on the same state of the air',
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const all = capitals(ctx);
    const used = all.flatMap(({ facts }) => facts.filter((fact) => fact !== null));
    const known = all.flatMap(({ name, last }) => (last ? [{ name, last }] : []));
    const [low, high] = [known[0], known.at(-1)];
    const fills = ramp(tokens, 'seq', BREAKS.length + 1);
    const bins = { breaks: BREAKS, colours: fills, breaksBelow: true };
    return {
      title: {
        en: `PM2.5 in the provincial capitals, ${edition.year}: from ${low ? said(low.last).en : ''} in ${low?.name.en} to ${high ? said(high.last).en : ''} in ${high?.name.en}`,
        zh: `${edition.year}年省会城市和直辖市PM2.5：最低为${low?.name.zh}（${low ? said(low.last).zh : ''}），最高为${high?.name.zh}（${high ? said(high.last).zh : ''}）`,
      },
      alt: describeRanking(
        {
          name: {
            en: `PM2.5 of the provincial capitals in ${edition.year}`,
            zh: `${edition.year}年省会城市和直辖市PM2.5年均浓度`,
          },
          unit: unitOf('µg/m³'),
          decimals: 0,
        },
        known.map(({ name, last }) => ({ name, value: asPrinted(last) })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: `Annual means in µg/m³, in order of ${edition.year}. Bold: published; others: computed from city data. Dash: no figure.`,
          zh: `年均浓度，微克/立方米，按${edition.year}年数值排列。粗体为公布值，其余据城市数据计算；“–”表示无数值。`,
        },
      ]),
      spec: (language) => {
        const cell = Math.min(60, 210 / yearsShown(ctx).length);
        const half = Math.ceil(all.length / 2);
        const block = (part: typeof all): Json => {
          const cells = part.flatMap(({ facts }, i) =>
            facts.map((fact, k) => {
              const bin = fact ? binOf(asPrinted(fact), bins) : -1;
              return {
                fact,
                bin,
                x: k * cell,
                x2: (k + 1) * cell,
                y: i * ROW,
                y2: (i + 1) * ROW,
                colour: fills[bin] ?? colour(tokens, 'paper'),
              };
            }),
          );
          const texts = [
            ...yearsShown(ctx).map((year, k) => ({
              x: (k + 0.5) * cell,
              y: -8,
              text: String(year),
              align: 'center',
              colour: colour(tokens, 'ink-2'),
            })),
            ...part.map(({ name }, i) => ({
              x: -6,
              y: (i + 0.5) * ROW,
              text: name[language],
              align: 'right',
              colour: colour(tokens, 'ink'),
            })),
            ...cells.map(({ fact, bin, x, y }) => ({
              x: x + cell / 2,
              y: y + ROW / 2,
              text: fact ? format(fact, language) : '–',
              align: 'center',
              weight: fact?.origin === 'published' ? 600 : 400,
              colour: colour(tokens, bin >= 4 ? 'paper' : 'ink'),
            })),
          ];
          const values = cells.map(({ x, x2, y, y2, colour: fill }) => ({ x, x2, y, y2, colour: fill }));
          return {
            width: cell * yearsShown(ctx).length,
            height: ROW * half,
            layer: [
              {
                data: { values },
                mark: { type: 'rect', stroke: colour(tokens, 'paper'), strokeWidth: 1 },
                encoding: { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' }, fill: ink() },
              },
              ...textLayers(texts, tokens, false),
            ],
          };
        };
        return lite({ bounds: 'flush', spacing: 105, hconcat: [block(all.slice(0, half)), block(all.slice(half))] });
      },
    };
  },
};
