import { Facts } from '../facts/fact.ts';
import { inTableUnit } from '../facts/unit-words.ts';
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

/** A drawing, complete but for its ink. */
type PlateDrawing = Readonly<{
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

const chinese = new WeakMap<Facts, Facts>();

/** What a plate looks at for its Chinese drawing: large numbers in the units of Chinese tables, 万 and 亿. */
function inChinese(ctx: PlateContext): PlateContext {
  const facts = chinese.get(ctx.facts) ?? new Facts(ctx.facts.all.map(inTableUnit));
  chinese.set(ctx.facts, facts);
  return { ...ctx, facts };
}

/**
 * Draws a plate in every language of the edition; its rows are in the units of the facts. Call only when `needs` said null.
 * Errors: those of Vega and of Facts.
 */
export async function drawFigure(plate: Plate, ctx: PlateContext, render = toSvg): Promise<Figure> {
  const drawn: Readonly<Record<Language, PlateDrawing>> = { en: plate.draw(ctx), zh: plate.draw(inChinese(ctx)) };
  const told = (part: 'title' | 'alt' | 'note'): Bilingual => ({ en: drawn.en[part].en, zh: drawn.zh[part].zh });
  const svg: Partial<Record<Language, string>> = {};
  for (const language of ctx.edition.languages) {
    const { alt, spec } = drawn[language];
    svg[language] = await render(spec(language), { id: plate.id, language, alt: alt[language], tokens: ctx.tokens });
  }
  const { rows, facts, sources } = drawn.en;
  return { id: plate.id, title: told('title'), svg, alt: told('alt'), rows, facts, sources, note: told('note') };
}
