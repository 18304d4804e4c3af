import type { Language } from '../../types.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, type Json, lite } from './lite.ts';
import { boxes, levels } from './shapes.ts';
import { textLayers } from './text-layers.ts';

/** One policy and, level by level, how many records carry it out, with names; an empty level stands as a dash. */
type FamilyRow = Readonly<{
  head: readonly string[];
  cells: readonly Readonly<{ count: string; names: readonly string[] }>[];
}>;

type FamilyTree = Readonly<{
  /** Heads of the columns: of the policies, then of each level. */
  heads: readonly string[];
  rows: readonly FamilyRow[];
  language: Language;
  tokens: Tokens;
}>;

const GAP = 16;
const LINE = 12;
const TOP = 18;
const PAD = 7;

/** Words put on lines of a width, several to a line where they fit. */
export function wrapped(names: readonly string[], between: string, width: number, language: Language): string[] {
  const font = { family: familyOf(language), size: SIZES.label };
  const pieces = names.flatMap((name, i) => {
    const ended = i < names.length - 1 ? `${name}${between.trimEnd()}` : name;
    // A sign for a pause never begins a line.
    if (language === 'zh') return textWidth(ended, font) > width ? (ended.match(/.、?/gu) ?? []) : [ended];
    return textWidth(ended, font) > width ? ended.split(' ') : [ended];
  });
  const space = language === 'zh' ? '' : ' ';
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = `${last}${space}${piece}`;
    if (last !== undefined && textWidth(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** Policies at the left and what follows from them to the right, a column a level, joined by strokes. */
export function familyTree({ heads, rows, language, tokens }: FamilyTree): ChartSpec {
  const first = 92;
  const width = (FULL - first - GAP * (heads.length - 1)) / (heads.length - 1);
  const left = (i: number): number => (i === 0 ? 0 : first + GAP + (i - 1) * (width + GAP));
  const [dark, second, paper, accent, wash, rule] = (['ink', 'ink-2', 'paper', 'accent', 'wash', 'rule'] as const).map(
    (name) => colour(tokens, name),
  );
  const shapes: Json[] = [];
  const links: Json[] = [];
  const onPaper: Json[] = heads.map((text, i) => ({ x: left(i), y: 6, text, colour: second }));
  let top = TOP;
  for (const { head, cells } of rows) {
    const texts = cells.map(({ names }) => wrapped(names, language === 'zh' ? '、' : '; ', width - 2 * PAD, language));
    const height = Math.max(head.length, ...texts.map((lines) => lines.length + 1)) * LINE + 2 * PAD;
    const line = (i: number): number => top + PAD + (i + 0.5) * LINE;
    shapes.push({ x: 0, x2: first, y: top, y2: top + head.length * LINE + 2 * PAD, colour: accent });
    head.forEach((text, i) => {
      onPaper.push({ x: PAD, y: line(i), text, colour: paper, weight: i === 0 ? 600 : 400 });
    });
    cells.forEach(({ count }, i) => {
      const x = left(i + 1);
      shapes.push({ x, x2: x + width, y: top, y2: top + height, colour: wash });
      links.push({ x: x - GAP + 2, x2: x - 2, y: line(0) });
      onPaper.push({ x: x + PAD, y: line(0), text: count, colour: accent, weight: 600 });
      (texts[i] ?? []).forEach((text, j) => {
        onPaper.push({ x: x + PAD, y: line(j + 1), text, colour: dark });
      });
    });
    top += height + 10;
  }
  return lite({
    width: FULL,
    height: top - 10,
    layer: [boxes(shapes), levels(links, { color: rule, strokeWidth: 1.5 }), ...textLayers(onPaper, tokens, false)],
  });
}
