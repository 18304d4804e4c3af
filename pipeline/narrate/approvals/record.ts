import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ChinaAirError } from '../../errors.ts';
import type { Language } from '../../types.ts';

const Said = z.strictObject({ id: z.string(), value: z.number().nullable(), printed: z.string() });
const Approval = z.strictObject({
  by: z.string(),
  /** The day, as 2026-11-23. */
  date: z.string(),
  /** The words that were approved, with `{}` for each number of `facts`. */
  text: z.string(),
  facts: z.array(Said).readonly(),
});
const ByHash = z.record(z.string(), Approval);
const Approved = z.strictObject({
  /** Sections that were approved in both languages together: hash of the English one, hash of the Chinese one. */
  sections: z.record(z.string(), z.string()).default({}),
  /** Year, language, hash of the paragraph in its template. */
  paragraphs: z.record(z.string(), z.partialRecord(z.enum(['en', 'zh']), ByHash)).default({}),
});

/** One paragraph as an editor approved it. */
export type Approval = Readonly<z.infer<typeof Approval>>;
/** approved.json of one chapter. */
export type Approved = Readonly<z.infer<typeof Approved>>;
export type Approvals = Readonly<Record<string, Approval>>;

export const NOTHING_APPROVED: Approved = { sections: {}, paragraphs: {} };

export const approvedFile = (edition: string, chapter: string): string =>
  path.join(edition, 'chapters', chapter, 'approved.json');

/** What is approved of a chapter; nothing where there is no file. Errors: bad-approvals (exit 1). */
export function readApproved(templatesDir: string, edition: string, chapter: string): Approved {
  const file = path.join(templatesDir, approvedFile(edition, chapter));
  if (!existsSync(file)) return NOTHING_APPROVED;
  try {
    return Approved.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ChinaAirError({
      code: 'bad-approvals',
      exit: 1,
      message: `${file}: ${cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : cause}`,
      remedy: 'It is written by npm run approve: take it back from git, or delete it and approve the chapter again.',
      cause,
    });
  }
}

/** The approvals of a year in a language, by the hash of their paragraph; empty where there are none. */
export const approvalsOf = ({ paragraphs }: Approved, year: number, language: Language): Approvals =>
  paragraphs[String(year)]?.[language] ?? {};

/** Sorted by year, language and hash, so that the same approvals are the same bytes whatever came first. */
export function approvedText(approved: Approved): string {
  const sorted = <T>(record: Readonly<Record<string, T>>, each: (value: T) => unknown): Record<string, unknown> =>
    Object.fromEntries(
      Object.keys(record)
        .sort()
        .flatMap((key) => {
          const value = record[key];
          return value === undefined ? [] : [[key, each(value)] as const];
        }),
    );
  const approval = ({ by, date, text, facts }: Approval) => ({
    by,
    date,
    text,
    facts: facts.map(({ id, value, printed }) => ({ id, value, printed })),
  });
  const all = {
    sections: sorted(approved.sections, (hash) => hash),
    paragraphs: sorted(approved.paragraphs, (year) => sorted(year, (hashes) => sorted(hashes ?? {}, approval))),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
