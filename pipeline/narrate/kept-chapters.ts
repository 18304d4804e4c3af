import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isError } from '../findings.ts';
import type { Finding } from '../types.ts';
import type { Claim } from './claims/claim.ts';
import type { Context } from './context.ts';
import { ask, heard, Ledger } from './overheard.ts';

/** A chapter as it was filled, with all that it took from elsewhere and all that it gave to the whole. */
type Kept = Readonly<{
  source: string;
  usable: boolean;
  html: string;
  /** What was asked of the strings, and what they answered. */
  asked: ReadonlyMap<string, string>;
  /** What chapters before had cited, where it lists that (the annex of sources). */
  listed: Listed;
  cited: Cited;
  /** Claims are numbered through the manuscript: how many stood before, and its own. */
  claimsBefore: number;
  claims: readonly Claim[];
}>;

const SETS = ['facts', 'figures', 'tables', 'sources', 'policies'] as const;
type Cited = Readonly<Record<(typeof SETS)[number], ReadonlySet<string>>>;
type Listed = Partial<Record<(typeof SETS)[number], string>>;
const setsOf = <T>(make: (name: (typeof SETS)[number]) => T) =>
  Object.fromEntries(SETS.map((name) => [name, make(name)])) as Record<(typeof SETS)[number], T>;

/** HTML cut before each section. */
function sectionsIn(html: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<section', 1); at >= 0; at = html.indexOf('<section', at + 1)) {
    pieces.push(html.slice(from, at));
    from = at;
  }
  return [...pieces, html.slice(from)];
}

const contentOf = (set: ReadonlySet<string>): string => [...set].join('\n');

/**
 * Chapters filled before, for a manuscript that is made again and again (the preview): a chapter whose template, texts and
 * surroundings are what they were is not filled again. Facts, figures, tables and edition must be the same; `clear` when
 * they are not. A chapter that uses partials or has findings is always filled anew. Where a template cannot be
 * compiled the chapter as it last was good stands in, and is `stale`.
 */
export class KeptChapters {
  readonly #kept = new Map<string, Kept>();
  /** Files of chapters filled since `begin`, in order, and of those that stand as they last were good. */
  filled: string[] = [];
  stale: string[] = [];
  #asked = new Map<string, string>();
  #set: ReadonlyMap<string, string> = new Map();

  /** What all chapters rest on has changed: each is filled anew, and its last good text still stands in for it. */
  clear(): void {
    for (const [file, kept] of this.#kept) this.#kept.set(file, { ...kept, usable: false });
  }

  /** The context for one manuscript: as given, but it tells what chapters ask and cite. */
  begin(context: Context): Context {
    this.filled = [];
    this.stale = [];
    return { ...context, cited: setsOf(() => new Ledger()), strings: heard(context.strings, () => this.#asked) };
  }

  /** The page typeset, section by section: nothing in one depends on another. */
  typeset(html: string, set: (piece: string) => string): string {
    const pieces = sectionsIn(html).map((piece) => [piece, this.#set.get(piece) ?? set(piece)] as const);
    this.#set = new Map(pieces);
    return pieces.map(([, piece]) => piece).join('');
  }

  /** A chapter, kept or filled; `context` is that of `begin`, `file` its template inside `templatesDir`. */
  chapter(context: Context, templatesDir: string, file: string, fill: () => string): string {
    const at = path.join(templatesDir, file);
    const source = existsSync(at) ? readFileSync(at, 'utf8') : '';
    const kept = this.#kept.get(file);
    if (kept?.usable && kept.source === source && fits(kept, context)) return replayed(kept, context);
    this.#asked = new Map();
    const ledgers = setsOf((name) => context.cited[name] as Ledger);
    for (const name of SETS) Object.assign(ledgers[name], { own: new Set(), listed: undefined });
    const findings = context.findings.length;
    const claims = context.claims.length;
    const html = fill();
    const found = context.findings.slice(findings);
    if (kept && html === '' && found.some(isBroken)) {
      this.stale.push(file);
      return replayed(kept, context);
    }
    this.filled.push(file);
    this.#kept.set(file, {
      source,
      usable: found.length === 0 && !/\{\{~?#?>/.test(source),
      html,
      asked: this.#asked,
      listed: Object.fromEntries(
        SETS.flatMap((name) => (ledgers[name].listed === undefined ? [] : [[name, ledgers[name].listed]])),
      ),
      cited: setsOf((name) => new Set(ledgers[name].own)),
      claimsBefore: claims,
      claims: context.claims.slice(claims),
    });
    return html;
  }
}

const isBroken = (finding: Finding): boolean => isError(finding) && finding.rule.startsWith('template');

/** Whether a chapter would come out the same now. */
function fits({ asked, listed, cited, claimsBefore, claims }: Kept, context: Context): boolean {
  const once = (name: 'figures' | 'tables') => [...cited[name]].every((id) => !context.cited[name].has(id));
  return (
    once('figures') &&
    once('tables') &&
    SETS.every((name) => listed[name] === undefined || listed[name] === contentOf(context.cited[name])) &&
    (claims.length === 0 || claimsBefore === context.claims.length) &&
    [...asked].every(([question, answer]) => ask(context.strings, question) === answer)
  );
}

/** What a kept chapter gives to the whole, given again. */
function replayed({ html, cited, claims }: Kept, context: Context): string {
  for (const name of SETS) for (const id of cited[name]) context.cited[name].add(id);
  context.claims.push(...claims);
  return html;
}
