import type { Bilingual, Fact } from '../../types.ts';
import { describeMap, type Measure } from '../alt-text.ts';
import { type Bins, chinaMap } from '../china-map.ts';
import type { Plate, PlateContext } from '../figure.ts';
import type { Tokens } from '../tokens.ts';
import { credits, noteOn, rowsOf } from './credits.ts';
import { asPrinted, cohortCodes, type Known, namer } from './pick.ts';

type CityMap = Readonly<{
  id: string;
  /** The cities' facts, one a city; those without a value are hatched. */
  facts: (ctx: PlateContext) => readonly Known[];
  /** Why there is no map when no city has a value. */
  needs: string;
  bins: (tokens: Tokens, ctx: PlateContext) => Bins;
  measure: (ctx: PlateContext) => Measure;
  /** Stands over the legend. */
  legend: Bilingual;
  title: (ctx: PlateContext, facts: readonly Known[]) => Readonly<{ text: Bilingual; facts: readonly Fact[] }>;
  /** Facts that are compared though not drawn, for the note; and its own sentences. */
  compared?: (ctx: PlateContext) => readonly Fact[];
  /** Default: what the hatching says. */
  note?: Bilingual;
  /** From 70 to 170; default the full width. */
  widthMm?: number;
}>;

/** The source of the borders. */
export const BORDERS = 'echarts-map';
const WIDTH_MM = 160;
const HATCHED: Bilingual = {
  en: 'Computed from city data. Hatched: no data, or not in the cohort.',
  zh: '据城市数据计算。斜线：无数据或不在城市范围内。',
};

const decimalsOf = ([first]: readonly Known[]) => (first ? { decimals: first.decimals } : {});

/** A map of one number for each city of the national cohort. Values are classed as they are printed. */
export function cityMap({
  id,
  facts,
  needs,
  bins,
  measure,
  legend,
  title,
  compared,
  note = HATCHED,
  widthMm = WIDTH_MM,
}: CityMap): Plate {
  return {
    id,
    needs: (ctx) => (facts(ctx).length > 0 ? null : needs),
    draw: (ctx) => {
      const { tokens, geo } = ctx;
      const nameOf = namer(ctx);
      const shown = facts(ctx);
      const values = new Map(shown.map((fact) => [fact.scope, asPrinted(fact)]));
      const classes = bins(tokens, ctx);
      const told = title(ctx, shown);
      const used = [...shown, ...told.facts];
      const { facts: ids, sources } = credits(used);
      const named = cohortCodes(ctx).map((code) => ({ name: nameOf(code), value: values.get(code) ?? null }));
      return {
        title: told.text,
        // The rules of the year say how exactly a concentration is printed.
        alt: describeMap({ ...measure(ctx), ...decimalsOf(shown) }, named, classes),
        rows: rowsOf(ctx, shown),
        facts: ids,
        sources: [...sources, BORDERS],
        note: noteOn([...shown, ...(compared?.(ctx) ?? [])], [note]),
        spec: (language) =>
          chinaMap({ geo, values, bins: classes, language, tokens, widthMm, legendTitle: legend[language] }),
      };
    },
  };
}
