import { ink, type Json, px } from './lite.ts';

type Rows = readonly Json[];

/** Layers of plain shapes whose places in px stand in their rows; a `colour` in the row inks each, else the mark does. */
const layer = (values: Rows, mark: Json, encoding: Json, channel = 'color'): Json => ({
  data: { values },
  mark,
  encoding: { ...encoding, ...(values.some((row) => 'colour' in row) ? { [channel]: ink() } : {}) },
});

/** Boxes from x to x2 and y to y2. */
export const boxes = (values: Rows, mark: Json = {}): Json =>
  layer(values, { type: 'rect', ...mark }, { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' } });

/** Upright strokes at x from y to y2. */
export const uprights = (values: Rows, mark: Json): Json =>
  layer(values, { type: 'rule', ...mark }, { x: px('x'), y: px('y'), y2: { field: 'y2' } });

/** Level strokes at y from x to x2. */
export const levels = (values: Rows, mark: Json): Json =>
  layer(values, { type: 'rule', ...mark }, { x: px('x'), x2: { field: 'x2' }, y: px('y') });

/** Round marks, filled with their `colour`; a `size` in the row is their area. */
export const discs = (values: Rows, mark: Json): Json => {
  const sized = values.some((row) => 'size' in row);
  const size = { size: { field: 'size', type: 'quantitative', scale: null } };
  const point = { type: 'point', filled: true, opacity: 1, ...mark };
  return layer(values, point, { x: px('x'), y: px('y'), ...(sized ? size : {}) }, 'fill');
};
