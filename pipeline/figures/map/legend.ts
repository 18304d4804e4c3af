import type { Language } from '../../types.ts';
import { PT } from '../paper.ts';
import { textWidth } from '../text-width.ts';
import { familyOf } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { Box, Point } from './albers.ts';
import { type Bins, binLabels } from './bins.ts';
import { hatch } from './hatch.ts';
import { pathOf } from './projected.ts';
import type { Label, Layer, Shape } from './scene.ts';

type Legend = Readonly<{
  title: string;
  bins: Bins;
  language: Language;
  tokens: Tokens;
  hatchGap: number;
}>;

const NO_DATA = { en: 'no data', zh: '无数据' } as const;

const SIZE = 7 * PT;
const ROW = 11.5;
const SWATCH = { width: 15, height: 8.5 };
const GAP = 4;

/** Width and height in px of the legend: a title, one row a class with the highest on top, and "no data" last. */
export function legendSize(legend: Legend): { width: number; height: number } {
  const texts = [...binLabels(legend.bins, legend.language), NO_DATA[legend.language]];
  const font = { family: familyOf(legend.language), size: SIZE };
  const text = Math.max(0, ...texts.map((label) => textWidth(label, font)));
  const title = textWidth(legend.title, { ...font, weight: 600 });
  return {
    width: Math.ceil(Math.max(title, SWATCH.width + GAP + text)),
    height: Math.ceil(ROW + 10 + texts.length * ROW),
  };
}

export function legendLayer(legend: Legend, box: Box): Layer {
  const { tokens, bins, language } = legend;
  const ink = colour(tokens, 'ink');
  const labels: Label[] = [{ x: box.x, y: box.y + 8, text: legend.title, size: SIZE, bold: true, fill: ink }];
  const shapes: Shape[] = [];
  let y = box.y + ROW + 2;
  const row = (text: string, fill: string, hatched = false): void => {
    const frame: Point[] = [
      [box.x + 0.3, y],
      [box.x + SWATCH.width, y],
      [box.x + SWATCH.width, y + SWATCH.height],
      [box.x + 0.3, y + SWATCH.height],
    ];
    const rule = colour(tokens, 'rule');
    shapes.push({ path: pathOf([[...frame, frame[0] as Point]], true), fill, stroke: rule, strokeWidth: 0.4 });
    if (hatched) shapes.push({ path: pathOf(hatch([frame], legend.hatchGap), false), stroke: rule, strokeWidth: 0.4 });
    labels.push({ x: box.x + SWATCH.width + GAP, y: y + 7.4, text, size: SIZE, fill: ink });
    y += ROW;
  };
  const ranges = binLabels(bins, language).map(
    (text, i) => [text, bins.colours[i] ?? colour(tokens, 'paper')] as const,
  );
  for (const [text, fill] of [...ranges].reverse()) row(text, fill);
  row(NO_DATA[language], colour(tokens, 'paper'), true);
  return { shapes, dots: [], labels };
}
