import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../types.ts';
import type { Context } from '../context.ts';
import type { RenderedChapter } from '../outline.ts';
import { withBars } from './bars.ts';
import { type Change, changesIn, likeness } from './compare.ts';
import { type Rendered, readable, renderedIn, type Written, writtenIn } from './paragraph.ts';
import { type Approvals, approvalsOf, readApproved } from './record.ts';

/** From how much of its words an edited paragraph is taken for the one that was approved. */
const ALIKE = 0.4;
/** Characters by which a message names a paragraph. */
const NAMED = 60;

const opening = (text: string): string => (text.length > NAMED ? `${text.slice(0, NAMED).trimEnd()}…` : text);

type Reviewed = Readonly<{ chapters: readonly RenderedChapter[]; findings: readonly Finding[] }>;
type Place = Pick<Finding, 'file' | 'row'>;

/** A number by its fact, words by themselves. */
const told = ({ id, was, now }: Change): string => `${id === '' ? '' : `${id} `}“${was}” is now “${now}”`;

function stale(place: Place, paragraph: Rendered, changes: readonly Change[], draft: boolean): Finding {
  return {
    severity: draft ? 'warn' : 'error',
    rule: 'stale',
    ...place,
    message: `“${opening(readable(paragraph))}” was approved with other facts: ${changes.map(told).join('; ')}.`,
    remedy: 'Read it again with the new numbers, mend the words if they no longer hold, and approve it.',
  };
}

/** A paragraph of an approved chapter that nobody has approved as it stands. */
function unapproved(place: Place, paragraph: Rendered, left: Approvals, draft: boolean): Finding {
  const now = readable(paragraph);
  const [nearest] = Object.values(left)
    .map((approval) => ({ ...approval, alike: likeness(readable(approval), now) }))
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike);
  return {
    severity: draft ? 'note' : 'error',
    rule: nearest ? 'edited' : 'not-approved',
    ...place,
    message: nearest
      ? `“${opening(now)}” was edited since ${nearest.by} approved it on ${nearest.date}.`
      : `“${opening(now)}” is not approved, though its chapter is.`,
    remedy: 'Approve it again: npm run approve.',
  };
}

/** An approved paragraph that its template has and this draft does not print. */
const absent = (place: Place, text: string, draft: boolean): Finding => ({
  severity: draft ? 'warn' : 'error',
  rule: 'stale',
  ...place,
  message: `“${opening(text)}” was approved, and is not printed now: a condition around it came out otherwise.`,
  remedy: 'Look what its condition asks for, and approve the chapter again.',
});

/**
 * Compares the chapters of a language with what editors approved (approved.json beside each). A paragraph is known by the
 * hash of its source, wherever in the edition it stands now. One whose facts print otherwise is marked in the margin and is
 * a warning in a draft, an error in a final edition; one that was edited is a note, an error in a final edition. Of
 * chapters that nobody approved a draft says nothing, and a final edition one note for all.
 */
export function review(templatesDir: string, context: Context, chapters: readonly RenderedChapter[]): Reviewed {
  const { edition, language, draft } = context;
  const approvals = chapters.map(({ ref }) =>
    approvalsOf(readApproved(templatesDir, edition.folder, ref.folder), edition.year, language),
  );
  if (draft && approvals.every((own) => Object.keys(own).length === 0)) return { chapters, findings: [] };
  const everywhere: Approvals = Object.assign({}, ...approvals);
  const sources = chapters.map(({ file }) => readSource(templatesDir, file));
  const seen = new Set<string>();
  const findings: Finding[] = [];

  const reviewed = chapters.map((chapter, i) => {
    const own = approvals[i] ?? {};
    const here = new Set((sources[i] ?? []).map(({ hash }) => hash));
    const left = Object.fromEntries(Object.entries(own).filter(([hash]) => !here.has(hash)));
    const byBlock = new Map((sources[i] ?? []).map((source) => [source.block, source]));
    const changed = new Map<number, readonly Change[]>();
    for (const paragraph of renderedIn(chapter.html)) {
      const source = byBlock.get(paragraph.block);
      if (!source) continue;
      const place = { file: chapter.file, row: source.line };
      const approval = own[source.hash] ?? everywhere[source.hash];
      if (approval) {
        seen.add(source.hash);
        const changes = changesIn(approval, paragraph);
        if (changes.length === 0) continue;
        changed.set(paragraph.block, changes);
        findings.push(stale(place, paragraph, changes, draft));
      } else if (Object.keys(own).length > 0) findings.push(unapproved(place, paragraph, left, draft));
    }
    return draft ? { ...chapter, html: withBars(chapter.html, changed) } : chapter;
  });
  chapters.forEach(({ file }, i) => {
    for (const { hash, line } of sources[i] ?? []) {
      const approval = everywhere[hash];
      if (!approval || seen.has(hash)) continue;
      findings.push(absent({ file, row: line }, readable(approval), draft));
      seen.add(hash);
    }
  });
  const nobody = chapters.filter((_, i) => Object.keys(approvals[i] ?? {}).length === 0);
  if (!draft && nobody.length > 0) findings.push(unapprovedChapters(nobody, context));
  return { chapters: reviewed, findings };
}

/** A chapter that is missing has a finding of its own. */
function readSource(templatesDir: string, file: string): readonly Written[] {
  try {
    return writtenIn(readFileSync(path.join(templatesDir, file), 'utf8'));
  } catch {
    return [];
  }
}

const unapprovedChapters = (nobody: readonly RenderedChapter[], { edition, language }: Context): Finding => ({
  severity: 'note',
  rule: 'not-approved',
  file: path.join(edition.folder, 'edition.json'),
  row: null,
  message: `Nobody has approved these chapters for ${edition.year} (${language}): ${nobody.map(({ ref }) => ref.folder).join(', ')}.`,
  remedy: 'npm run approve -- <chapter> approves one; without it no build can say that its facts have moved.',
});
