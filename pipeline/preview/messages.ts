import type { Finding, Language } from '../types.ts';

/**
 * How often each stage ran since the preview began, and what its last narration wrote anew. `tables` are tables read from
 * files, `drawn` are drawings made (one a figure and language), `chapters` the folders of the chapters filled last.
 */
export type Counts = Readonly<{
  ingest: number;
  tables: number;
  assess: number;
  figures: number;
  drawn: number;
  narrate: number;
  chapters: readonly string[];
}>;

/** A section of the report. `file` is the template it comes from (inside templates/), null for covers and lists; `stale`: the last good one. */
export type PartRef = Readonly<{ id: string; hash: string; file: string | null; stale: boolean }>;

/** What the page shows. Parts and styles are fetched by their hash, so that a page asks only for what it has not got. */
export type PreviewState = Readonly<{
  /** The same as before when only more findings are told. */
  version: number;
  /** The folder of the edition, and its title with the year. */
  edition: string;
  title: string;
  language: Language;
  languages: readonly Language[];
  draft: boolean;
  fonts: string;
  styles: string;
  parts: readonly PartRef[];
  /** Errors and warnings, errors first. */
  findings: readonly Finding[];
  counts: Counts;
  /** The files whose saving made this version, inside templates/ or data/, and when the last was saved (ms since 1970); null at the start. */
  changed: readonly string[];
  savedAt: number | null;
}>;

/** What goes on: a stage that runs, in a word; '' when nothing does. */
export type Busy = Readonly<{ stage: string }>;

/** A claim, as the card shows it: what was asserted of which facts, with the values it was judged by. */
export type ClaimAnswer = Readonly<{
  kind: string;
  words: string;
  holds: boolean;
  /** `chapters/01-nation/en.hbs:12`, inside the folder of the edition. */
  place: string;
  facts: readonly Readonly<{ id: string; value: string }>[];
}>;

/** A fact, as the card beside a number shows it. Lists are cut; `more` says how many inputs were left out. */
export type FactAnswer = Readonly<{
  id: string;
  /** Of scope, subject and statistic, in words. */
  name: string;
  value: string;
  printed: string;
  unit: string;
  basis: string | null;
  n: number | null;
  of: number | null;
  method: string;
  reason: string | null;
  inputs: readonly Readonly<{ id: string; printed: string | null }>[];
  more: number;
  sources: readonly Readonly<{ id: string; title: string; where: string }>[];
  notes: readonly string[];
}>;
