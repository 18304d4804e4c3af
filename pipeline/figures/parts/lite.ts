import type { ChartSpec } from '../to-svg.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Full text width of a figure in px: 160 mm. */
export const FULL = 604;

/** A vega-lite spec as the renderer takes it. Widths in px. */
export const lite = (spec: Json): ChartSpec =>
  ({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', ...spec }) as unknown as ChartSpec;

/** A position in px that no scale touches. */
export const px = (field: string): Json => ({ field, type: 'quantitative', scale: null });
/** A colour that stands in the row itself. */
export const ink = (field = 'colour'): Json => ({ field, type: 'nominal', scale: null });

/** Round steps for an axis from `low` up that holds `most`, at most five of them. */
export function steps(most: number, low = 0, count = 4): number[] {
  const rough = (most - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 4, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999) ?? rough;
  const length = Math.ceil((most - low) / step - 1e-9) + 1;
  return Array.from({ length }, (_, i) => Number((low + i * step).toFixed(6)));
}

/** Moves positions apart until each stands `gap` from the next, as little as possible, inside `from` to `to`; same order out. */
export function spread(wanted: readonly number[], gap: number, from = -Infinity, to = Infinity): number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const groups: { members: number[]; centre: number }[] = [];
  const top = (group: { members: number[]; centre: number }): number =>
    group.centre - ((group.members.length - 1) * gap) / 2;
  const held = (group: { members: number[]; centre: number }): void => {
    const half = ((group.members.length - 1) * gap) / 2;
    group.centre = Math.max(from + half, Math.min(to - half, group.centre));
  };
  for (const { at, i } of order) {
    let group = { members: [i], centre: at };
    held(group);
    for (let last = groups.at(-1); last && top(group) < top(last) + last.members.length * gap; last = groups.at(-1)) {
      groups.pop();
      const members = [...last.members, ...group.members];
      const sum = last.centre * last.members.length + group.centre * group.members.length;
      group = { members, centre: sum / members.length };
      held(group);
    }
    groups.push(group);
  }
  const out = [...wanted];
  for (const group of groups) {
    group.members.forEach((member, k) => {
      out[member] = top(group) + k * gap;
    });
  }
  return out;
}
