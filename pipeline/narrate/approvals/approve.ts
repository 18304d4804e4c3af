import { sectionsOf } from '../parity/sections.ts';
import type { Pair } from '../parity/unlike.ts';
import { type Change, changesIn } from './compare.ts';
import { hashOf, type Rendered, renderedIn, writtenIn } from './paragraph.ts';
import type { Approval, Approvals, Approved } from './record.ts';

/** A paragraph as it comes out, with its number (from 1, as it stands in the chapter), line and hash. */
export type Numbered = Rendered & Readonly<{ number: number; line: number; hash: string }>;

/** The paragraphs of a chapter that are printed, in order; `html` is the chapter as its template made it. */
export function paragraphsOf(template: string, html: string): Numbered[] {
  const byBlock = new Map(writtenIn(template).map((written) => [written.block, written]));
  return renderedIn(html)
    .flatMap((rendered) => {
      const written = byBlock.get(rendered.block);
      return written ? [{ ...rendered, ...written }] : [];
    })
    .map((paragraph, i) => ({ ...paragraph, number: i + 1 }));
}

export type Step = Readonly<{
  approvals: Approvals;
  /** What is approved now and was not, or with other words or numbers. */
  fresh: readonly Numbered[];
  changed: readonly Readonly<{ paragraph: Numbered; changes: readonly Change[] }>[];
}>;

/**
 * Approves paragraphs: all of a chapter, or one by its number. Those that read as approved before keep who and when.
 * Approving the whole chapter forgets paragraphs that are gone.
 */
export function approve(
  paragraphs: readonly Numbered[],
  before: Approvals,
  { by, date, only }: Readonly<{ by: string; date: string; only: number | null }>,
): Step {
  const asked = paragraphs.filter(({ number }) => only === null || number === only);
  const known = (paragraph: Numbered) => {
    const old = before[paragraph.hash];
    return old ? { old, changes: changesIn(old, paragraph) } : null;
  };
  const entries = asked.map((paragraph): [string, Approval] => {
    const { hash, text, facts } = paragraph;
    const now = known(paragraph);
    return [hash, now && now.changes.length === 0 ? now.old : { by, date, text, facts }];
  });
  return {
    approvals: { ...(only === null ? {} : before), ...Object.fromEntries(entries) },
    fresh: asked.filter((paragraph) => !known(paragraph)),
    changed: asked.flatMap((paragraph) => {
      const changes = known(paragraph)?.changes ?? [];
      return changes.length > 0 ? [{ paragraph, changes }] : [];
    }),
  };
}

/** The sections of both languages, by their hashes: that they say the same was approved with them. */
export function agreedSections({ en, zh }: Pair): Approved['sections'] {
  const theirs = sectionsOf(zh);
  return Object.fromEntries(sectionsOf(en).map(({ source }, i) => [hashOf(source), hashOf(theirs[i]?.source ?? '')]));
}
