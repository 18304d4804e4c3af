import type { Facts } from '../facts/fact.ts';
import type { Assessment, Bilingual, Data, Edition, Fact, Figure, FigureRow, Language } from '../types.ts';
import type { Geo } from './map/geo.ts';
import { type ChartSpec, toSvg } from './to-svg.ts';
import type { Tokens } from './tokens.ts';

/** What a plate may look at: numbers come from facts, colours from the tokens, borders from data/geo. */
export type PlateContext = Readonly<{
  edition: Edition;
  facts: Facts;
  assessment: Assessment;
  data: Data;
  tokens: Tokens;
  geo: Geo;
  /** A fact's value as it is printed: the figures alone, with its decimals. */
  format: (fact: Fact, language: Language) => string;
}>;

/** A drawing, complete but for its ink: the same rows, facts and words for every language. */
export type PlateDrawing = Readonly<{
  /** States the finding, with numbers that are facts. */
  title: Bilingual;
  /** Says in words what the picture shows, computed from the rows: see alt-text.ts. */
  alt: Bilingual;
  /** What is plotted, one row a mark, for figures/<id>.csv. */
  rows: readonly FigureRow[];
  /** Ids of the facts in it. */
  facts: readonly string[];
  /** Ids of the sources under it. */
  sources: readonly string[];
  note: Bilingual;
  /** Vega or vega-lite, with its `$schema`; widths in px (`mm()` of paper.ts). */
  spec: (language: Language) => ChartSpec;
}>;

/** One figure of the reports. `needs` is asked first: null when it can be drawn, else why not, in words. */
export type Plate = Readonly<{
  /** Also the file name and the prefix of all ids in the SVG: lower case, digits, hyphens. */
  id: string;
  needs: (ctx: PlateContext) => string | null;
  draw: (ctx: PlateContext) => PlateDrawing;
}>;

/** Draws a plate in every language of the edition. Call only when `needs` said null. Errors: those of Vega and of Facts. */
export async function drawFigure(plate: Plate, ctx: PlateContext, render = toSvg): Promise<Figure> {
  const { title, alt, rows, facts, sources, note, spec } = plate.draw(ctx);
  const svg: Partial<Record<Language, string>> = {};
  for (const language of ctx.edition.languages) {
    svg[language] = await render(spec(language), { id: plate.id, language, alt: alt[language], tokens: ctx.tokens });
  }
  return { id: plate.id, title, svg, alt, rows, facts, sources, note };
}
