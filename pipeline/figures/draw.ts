import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokensCss } from '../edition-files.ts';
import { ChinaAirError, nearest } from '../errors.ts';
import { printedNumber } from '../facts/format.ts';
import type { Edition, Figure, Finding } from '../types.ts';
import { drawFigure, type PlateContext } from './figure.ts';
import { type OwnFigure, readFigures } from './kinds/read.ts';
import type { Geo } from './map/geo.ts';
import { plates } from './plates/index.ts';
import type { toSvg } from './to-svg.ts';
import { tokensOf } from './tokens.ts';

type DrawInput = Omit<PlateContext, 'tokens' | 'geo' | 'format'> &
  Readonly<{ dataDir: string; templatesDir: string; render?: typeof toSvg }>;

/** The figures that could be drawn, and what is wrong with those of the edition's own that could not. */
export type Drawn = Readonly<{ figures: readonly Figure[]; findings: readonly Finding[] }>;

/**
 * Draws every plate that the edition asks for and whose data are there, in the order of the plates, then its own figures. A plate that cannot be drawn
 * for this year is left out: templates ask with {{#drawn}}, and say what is missing. A figure of the edition's own that cannot be drawn is an error,
 * unless it says that it is optional.
 */
export async function drawFigures({ dataDir, templatesDir, render, ...input }: DrawInput): Promise<Drawn> {
  const { folder } = input.edition;
  const context: PlateContext = {
    ...input,
    tokens: tokensOf(tokensCss(templatesDir, folder)),
    geo: JSON.parse(readFileSync(path.join(dataDir, 'geo', 'china.topo.json'), 'utf8')) as Geo,
    format: (fact) => printedNumber(fact),
  };
  const own = readFigures(templatesDir, folder, new Set(plates.map(({ id }) => id)));
  const figures: Figure[] = [];
  const { figures: asked } = input.edition;
  const wanted = (id: string): boolean => asked === null || asked.includes(id);
  for (const plate of plates.filter(({ id }) => wanted(id))) {
    if (plate.needs(context) === null) figures.push(await drawFigure(plate, context, render));
  }
  const findings: Finding[] = [...own.findings, ...unknownIds(input.edition, own.figures)];
  for (const figure of own.figures.filter(({ plate }) => wanted(plate.id))) {
    const made = await drawOwn(figure, context, render);
    if (made === null) continue;
    if ('rule' in made) findings.push(made);
    else figures.push(made);
  }
  return { figures, findings };
}

/** A figure of the edition's own; null when it is optional and its facts are not there. */
async function drawOwn(
  { plate, file, optional }: OwnFigure,
  context: PlateContext,
  render?: typeof toSvg,
): Promise<Figure | Finding | null> {
  const fault = (rule: string, message: string, remedy: string): Finding => ({
    ...{ severity: 'error', rule, file, row: 1, message, remedy },
  });
  try {
    const lacks = plate.needs(context);
    if (lacks === null) return await drawFigure(plate, context, render);
    if (optional) return null;
    const [first = ''] = lacks.split(', ');
    const near = context.facts.find(first)
      ? []
      : nearest(
          first,
          context.facts.all.map(({ id }) => id),
        );
    return fault(
      'figure-without-data',
      `Nothing to draw: there is no ${lacks}.`,
      `${near.length > 0 ? `Nearest: ${near.join(', ')}. ` : ''}Correct the facts, or set "optional": true; all facts are in facts.csv.`,
    );
  } catch (error) {
    if (!(error instanceof ChinaAirError)) throw error;
    return fault(error.code, error.message, error.remedy);
  }
}

/** Figures that edition.json asks for and that nobody draws. */
function unknownIds({ figures, folder }: Edition, own: readonly OwnFigure[]): Finding[] {
  const known = [...plates, ...own.map(({ plate }) => plate)].map(({ id }) => id);
  return (figures ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => ({
      ...{ severity: 'error', rule: 'unknown-figure', file: path.join(folder, 'edition.json'), row: null },
      message: `figures: there is no figure ${id}.`,
      remedy: `Nearest: ${nearest(id, known).join(', ')}.`,
    }));
}
