import type { Finding } from './fact.ts';
import type { Bilingual, Language } from './terms.ts';

export type FigureRow = Readonly<Record<string, string | number | null>>;

export type Figure = Readonly<{
  id: string;
  /** States the finding, with numbers that are facts. */
  title: Bilingual;
  svg: Readonly<Partial<Record<Language, string>>>;
  /** Alternative text, computed from the rows. */
  alt: Bilingual;
  rows: readonly FigureRow[];
  /** Ids of the facts it shows. */
  facts: readonly string[];
  /** Source ids, and notes in both languages. */
  sources: readonly string[];
  note: Bilingual;
}>;

export type Manuscript = Readonly<{
  language: Language;
  title: string;
  /** A whole document, with `<span data-page-of="anchor">` where a page number belongs. */
  html: string;
  cited: Readonly<{ facts: readonly string[]; figures: readonly string[]; tables: readonly string[] }>;
}>;

export type Printed = Readonly<{
  pdf: Uint8Array;
  pages: number;
  /** Printed page label of each anchor that is linked to. */
  pageOf: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

/** A chapter's folder, and how it is set: front matter and annexes are not numbered with the chapters. */
export type ChapterRef = Readonly<{
  folder: string;
  kind: 'front' | 'chapter' | 'annex';
  landscape: boolean;
  /** Its text defines and explains: the lint does not look for assertions in it. */
  plain?: boolean | undefined;
}>;

export type CoverSetting = string | number | boolean | Bilingual;

export type Edition = Readonly<{
  /** The year for annual reports (`2018`), the folder's name for special ones. */
  id: string;
  /** Folder under templates/. */
  folder: string;
  title: Bilingual;
  subtitle: Bilingual;
  year: number;
  previousYear: number;
  baselineYear: number;
  /**
   * The last day or month (YYYY-MM, YYYY-MM-DD) of which the report knows, in the year assessed or after it; null: that year's last day.
   * Records issued by then can be named, and a winter that has ended by then is assessed.
   */
  asOf: string | null;
  /**
   * Scopes (cohorts, cities; `BTH13/*`: each city of one) whose PM2.5 is assessed month by month from the baseline year on, and winter
   * by winter, besides the regions.
   */
  months: readonly string[];
  chapters: readonly ChapterRef[];
  languages: readonly Language[];
  /** Scope ids by role; `nation` is the cohort in force in the year assessed. */
  scopes: Readonly<{ nation: string; key: string; regions: readonly string[] }>;
  /** Ids of the figures drawn for it, standard and own; null: all. */
  figures: readonly string[] | null;
  /** Settings that its cover reads; `plate` is the figure drawn on it. */
  cover: Readonly<Record<string, CoverSetting>>;
  /** Words under which catalogues and readers find it. */
  keywords: Readonly<Record<Language, readonly string[]>>;
  /** Approval number of the maps (审图号), printed under each map when set. */
  mapApproval: string | null;
}>;
