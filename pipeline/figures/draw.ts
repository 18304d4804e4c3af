import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokensCss } from '../edition-files.ts';
import { printedNumber } from '../facts/format.ts';
import type { Figure } from '../types.ts';
import { drawFigure, type PlateContext } from './figure.ts';
import type { Geo } from './map/geo.ts';
import { plates } from './plates/index.ts';
import type { toSvg } from './to-svg.ts';
import { tokensOf } from './tokens.ts';

export type DrawInput = Omit<PlateContext, 'tokens' | 'geo' | 'format'> &
  Readonly<{ dataDir: string; templatesDir: string; render?: typeof toSvg }>;

/**
 * Draws every plate that the edition asks for and whose data are there, in the order of the plates. A plate that cannot be drawn for this year is left
 * out: templates ask with {{#drawn}}, and say what is missing.
 */
export async function drawFigures({ dataDir, templatesDir, render, ...input }: DrawInput): Promise<readonly Figure[]> {
  const context: PlateContext = {
    ...input,
    tokens: tokensOf(tokensCss(templatesDir, input.edition.folder)),
    geo: JSON.parse(readFileSync(path.join(dataDir, 'geo', 'china.topo.json'), 'utf8')) as Geo,
    format: (fact) => printedNumber(fact),
  };
  const figures: Figure[] = [];
  const { figures: asked } = input.edition;
  for (const plate of plates.filter(({ id }) => asked === null || asked.includes(id))) {
    if (plate.needs(context) === null) figures.push(await drawFigure(plate, context, render));
  }
  return figures;
}
