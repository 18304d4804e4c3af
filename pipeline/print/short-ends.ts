import { FOOT_PT, type Place, TEXT_PT } from './fill-pages.ts';
import type { Unit } from './units.ts';

/** How many pages a part takes, and how much of the text area its last one holds, from 0 to 1. */
export type PartEnd = Readonly<{ part: string; pages: number; used: number }>;

/** Under this share of a page a chapter's end looks left over. */
const LITTLE = 0.36;

/** The ends of parts in a print, from the marks of their first and last blocks; parts without both are left out. */
export function partEnds(units: readonly Unit[], places: ReadonlyMap<string, Place>): PartEnd[] {
  return [...new Set(units.map(({ part }) => part))].flatMap((part) => {
    const own = units.filter((unit) => unit.part === part);
    const start = places.get(own[0]?.start ?? '');
    const end = places.get(own.at(-1)?.end ?? '');
    if (!start || !end) return [];
    return [{ part, pages: end.page - start.page + 1, used: 1 - (end.y - FOOT_PT) / TEXT_PT }];
  });
}

/** Whether the last page holds so little that the part should be set closer. */
export const sparse = ({ pages, used }: PartEnd): boolean => pages > 1 && used < LITTLE;

/** In the page: sets parts closer (styles: `.tight`). */
export function tighten(parts: readonly string[]): void {
  for (const id of parts) document.getElementById(id)?.classList.add('tight');
}

/** In the page: takes it back. */
export function loosen(parts: readonly string[]): void {
  for (const id of parts) document.getElementById(id)?.classList.remove('tight');
}
