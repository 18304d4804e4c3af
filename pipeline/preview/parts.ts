import { createHash } from 'node:crypto';
import { chapterId } from '../narrate/outline.ts';
import type { Edition, Language } from '../types.ts';
import type { PartRef } from './messages.ts';

export type Part = PartRef & Readonly<{ html: string }>;

/** Where one thing begins or ends at the top of the body: its outermost sections, and runs of what stands between them. */
function pieces(body: string): string[] {
  const found: string[] = [];
  let [depth, from] = [0, 0];
  const cut = (at: number) => {
    const piece = body.slice(from, at).trim();
    if (piece) found.push(piece);
    from = at;
  };
  for (const mark of body.matchAll(/<(\/?)section\b[^>]*>/g)) {
    if (mark[1]) {
      depth -= 1;
      if (depth === 0) cut(mark.index + mark[0].length);
    } else {
      if (depth === 0) cut(mark.index);
      depth += 1;
    }
  }
  cut(body.length);
  return found;
}

/** A short name for content: the same content has the same. */
export const contentHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const nameOf = (piece: string): string => {
  const [tag = ''] = /^<section\b[^>]*>/.exec(piece) ?? [];
  return /\sid="([^"]+)"/.exec(tag)?.[1] ?? /\sclass="([\w-]+)/.exec(tag)?.[1] ?? 'text';
};

/** The sections of a manuscript's page in order, each with a name of its own. `stale` are chapters that stand as they last were good. */
export function partsOf(html: string, edition: Edition, language: Language, stale: ReadonlySet<string>): Part[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  const files = new Map(
    edition.chapters.map(({ folder }) => [
      chapterId(folder),
      { folder, file: `${edition.folder}/chapters/${folder}/${language}.hbs` },
    ]),
  );
  const taken = new Map<string, number>();
  return pieces(body).map((piece) => {
    const name = nameOf(piece);
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const chapter = files.get(name);
    return {
      id: times === 1 ? name : `${name}-${times}`,
      hash: contentHash(piece),
      file: chapter?.file ?? null,
      stale: chapter !== undefined && stale.has(chapter.folder),
      html: piece,
    };
  });
}
