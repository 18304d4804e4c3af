import type { Language } from '../../types.ts';
import { PT } from '../paper.ts';
import { textWidth } from '../text-width.ts';
import { familyOf } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { Box, Point } from './albers.ts';
import { type Bins, binLabels } from './bins.ts';
import { hatch } from './hatch.ts';
import { pathOf } from './projected.ts';
import type { Dot, Label, Layer, Shape } from './scene.ts';

type Legend = Readonly<{
  title: string;
  /** Whether there are classes to explain: not on a map of points alone. */
  classes: boolean;
  bins: Bins;
  language: Language;
  tokens: Tokens;
  hatchGap: number;
  points?: Readonly<{ largest: number; legend: readonly number[]; title: string }> | undefined;
}>;

const NO_DATA = { en: 'no data', zh: '无数据' } as const;

const SIZE = 7 * PT;
const ROW = 11.5;
const SWATCH = { width: 15, height: 8.5 };
const GAP = 4;

/** Width and height in px of the legend: a title, one row a class with the highest on top, and "no data" last. */
export function legendSize(legend: Legend): { width: number; height: number } {
  const texts = legend.classes ? [...binLabels(legend.bins, legend.language), NO_DATA[legend.language]] : [];
  const font = { family: familyOf(legend.language), size: SIZE };
  const text = Math.max(0, ...texts.map((label) => textWidth(label, font)));
  const title = textWidth(legend.classes ? legend.title : (legend.points?.title ?? ''), { ...font, weight: 600 });
  const points = legend.points ? ROW + legend.points.legend.length * pointRow(legend.points.largest) : 0;
  return {
    width: Math.ceil(Math.max(title, SWATCH.width + GAP + text)),
    height: Math.ceil((legend.classes ? ROW + 10 + texts.length * ROW : 0) + points),
  };
}

const pointRow = (largest: number): number => Math.max(ROW, largest * 2 + 2);

export function legendLayer(legend: Legend, box: Box): Layer {
  const { tokens, bins, language } = legend;
  const ink = colour(tokens, 'ink');
  const labels: Label[] = [];
  const shapes: Shape[] = [];
  const dots: Dot[] = [];
  let y = box.y;
  const heading = (text: string): void => {
    labels.push({ x: box.x, y: y + 8, text, size: SIZE, bold: true, fill: ink });
    y += ROW + 2;
  };
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
  if (legend.classes) {
    heading(legend.title);
    for (const [text, fill] of [...ranges].reverse()) row(text, fill);
    row(NO_DATA[language], colour(tokens, 'paper'), true);
    y += 6;
  }

  if (legend.points) {
    const { largest, legend: steps, title } = legend.points;
    heading(title);
    const most = Math.max(...steps);
    for (const value of [...steps].sort((a, b) => b - a)) {
      const r = largest * Math.sqrt(value / most);
      const middle = y + pointRow(largest) / 2;
      dots.push({
        x: box.x + Math.max(largest, SWATCH.width / 2),
        y: middle,
        r,
        fill: colour(tokens, 'accent'),
        opacity: 0.85,
      });
      const left = box.x + Math.max(largest * 2, SWATCH.width) + GAP;
      labels.push({ x: left, y: middle + 3, text: String(value), size: SIZE, fill: ink });
      y += pointRow(largest);
    }
  }
  return { shapes, dots, labels };
}
