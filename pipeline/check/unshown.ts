import path from 'node:path';
import { namesIn } from '../edition-files.ts';
import type { Edition, Finding, Manuscript } from '../types.ts';
import { reporting } from './report.ts';

/** A figure or table of the edition's own that is written in full and set nowhere. */
const note = (file: string, kind: 'figure' | 'table', id: string): Finding =>
  reporting(`${kind}-unshown`, file)(
    'note',
    null,
    `No chapter, cover or partial sets the ${kind} ${id}.`,
    `Set it with {{${kind} "${id}"}} where the text speaks of it, or delete the file.`,
  );

/**
 * Runs after the text is filled: a note for each figure and table of the edition's own that no manuscript shows. A figure that was
 * asked for and could not be drawn is told of elsewhere, or is optional.
 *
 * @param drawn ids of the figures that were drawn
 */
export function unshown(
  templatesDir: string,
  { folder, figures: asked, cover }: Edition,
  drawn: ReadonlySet<string>,
  manuscripts: readonly Pick<Manuscript, 'cited'>[],
): Finding[] {
  const without = (kind: 'figures' | 'tables'): string[] => {
    const shown = new Set<unknown>([...manuscripts.flatMap(({ cited }) => cited[kind]), ...Object.values(cover)]);
    return namesIn(path.join(templatesDir, folder, kind), '.json').filter((id) => !shown.has(id));
  };
  const file = (kind: string, id: string) => path.join(folder, kind, `${id}.json`);
  return [
    ...without('figures')
      .filter((id) => drawn.has(id) || (asked !== null && !asked.includes(id)))
      .map((id) => note(file('figures', id), 'figure', id)),
    ...without('tables').map((id) => note(file('tables', id), 'table', id)),
  ];
}
