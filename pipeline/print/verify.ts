import type { Finding, Severity } from '../types.ts';
import type { FontUse } from './fonts-used.ts';
import type { Contents } from './in-page.ts';
import { type Reading, textOf } from './reading.ts';

/** Everything a finished PDF is held against. */
export type Evidence = Readonly<{
  reading: Reading;
  fonts: FontUse;
  contents: Contents;
  /** Families the page may be set in. */
  families: readonly string[];
  bytes: number;
}>;

type Check = (evidence: Evidence) => Finding[];

/** More than a mail server takes. */
const MOST_BYTES = 15_000_000;

const packed = (text: string): string => text.replaceAll(/\s/g, '');

/** `page` is the PDF page from 0; null: the file as a whole. */
function fault(
  severity: Severity,
  rule: string,
  page: number | null,
  label: string,
  message: string,
  remedy: string,
): Finding {
  const where = page === null ? '' : `PDF page ${page + 1}${label ? ` (p. ${label})` : ''}: `;
  return {
    severity,
    rule: `print/${rule}`,
    file: 'report.pdf',
    row: page === null ? null : page + 1,
    message: where + message,
    remedy,
  };
}

const contentsPage: Check = ({ reading, contents }) =>
  contents.entries.flatMap(({ id, text }) => {
    const index = reading.indexOf.get(id);
    const page = index === undefined ? undefined : reading.pages[index];
    if (index === undefined || page === undefined) {
      return [
        fault(
          'error',
          'contents-page',
          null,
          '',
          `"${text}" is listed but has no place in the PDF`,
          'Give its heading the id of the link.',
        ),
      ];
    }
    if (textOf(page.body).includes(packed(text))) return [];
    return [
      fault(
        'error',
        'contents-page',
        index,
        page.label,
        `"${text}" is listed here but not found`,
        'Look at the page; report this.',
      ),
    ];
  });

const textLost: Check = ({ reading, contents }) => {
  const printed = reading.pages.reduce((sum, { body }) => sum + textOf(body).length, 0);
  if (printed >= contents.letters * 0.95) return [];
  const message = `${contents.letters} letters were written, ${printed} can be read`;
  return [
    fault(
      'error',
      'text-lost',
      null,
      '',
      message,
      'Check that the fonts load and the browser can read its font settings.',
    ),
  ];
};

const fonts: Check = ({ fonts: use, families }) => {
  const known = families.map((family) => family.replaceAll(' ', ''));
  const remedy = 'Set all text in the fonts of the edition; replace signs they do not have.';
  return [
    ...use.fonts.flatMap(({ name, type, embedded }) => {
      const faults: string[] = [];
      if (type === 'Type3') faults.push('is drawn, not set (Type 3)');
      else if (!embedded) faults.push('is not embedded');
      if (type !== 'Type3' && !known.some((family) => name.startsWith(family)))
        faults.push('stands in for a missing one');
      return faults.map((what) =>
        fault('error', 'font', null, '', `the font ${name || 'without a name'} ${what}`, remedy),
      );
    }),
    ...use.notdef.map((page) => fault('error', 'glyph', page, '', 'shows the sign for a missing glyph', remedy)),
  ];
};

const bookmarks: Check = ({ reading, contents }) => {
  const wanted = contents.headings.map(({ text }) => packed(text));
  const found = reading.bookmarks.map(({ title }) => packed(title));
  const at = wanted.findIndex((text, i) => text !== found[i]);
  if (at < 0 && wanted.length === found.length) {
    return reading.bookmarks.flatMap(({ title, index }, i) => {
      const page = index === null ? undefined : reading.pages[index];
      if (page && textOf(page.body).includes(packed(contents.headings[i]?.words ?? ''))) return [];
      const message = `the bookmark "${title}" leads here, where its heading is not`;
      return [
        fault(
          'error',
          'bookmark-page',
          index,
          page?.label ?? '',
          message,
          'Give the heading an id and a link to it, or more space above.',
        ),
      ];
    });
  }
  const first = contents.headings[Math.max(at, 0)]?.text ?? '';
  const message = `${found.length} bookmarks for ${wanted.length} headings; they part at "${first}"`;
  return [fault('error', 'bookmarks', null, '', message, 'Keep headings in order and never empty.')];
};

const language: Check = ({ reading, contents }) =>
  reading.language === contents.language
    ? []
    : [
        fault(
          'error',
          'language',
          null,
          '',
          `the file says "${reading.language}", the text "${contents.language}"`,
          'Set <html lang>.',
        ),
      ];

const figures: Check = ({ reading, contents }) => {
  const remedy = 'Give each chart one role="img" with an aria-label, and nothing inside it a role.';
  const silent = reading.pages.flatMap(({ figures: alts, label }, i) =>
    alts
      .filter((alt) => alt === null)
      .map(() => fault('error', 'figure-alt', i, label, 'a figure has no alternative text', remedy)),
  );
  const count = reading.pages.reduce((sum, page) => sum + page.figures.length, 0);
  if (count === contents.figures.length) return silent;
  return [
    ...silent,
    fault('error', 'figure-count', null, '', `${count} figures tagged, ${contents.figures.length} drawn`, remedy),
  ];
};

const perPage: Check = ({ reading, contents }) => {
  const openers = new Set(contents.parts.map(({ id }) => reading.indexOf.get(id)));
  const firstOpener = Math.min(...[...openers].map((index) => index ?? Number.POSITIVE_INFINITY));
  return reading.pages.flatMap((page, i) => {
    const { body, furniture, label, width, height, last } = page;
    const found: Finding[] = [];
    const report = (severity: Severity, rule: string, message: string, remedy: string): void => {
      found.push(fault(severity, rule, i, label, message, remedy));
    };
    if (body.length === 0 && page.figures.length === 0)
      report('error', 'blank-page', 'nothing is on it', 'Look for an element as tall as a page.');
    if (i > 0 && !furniture.some(({ text }) => text.trim() === label)) {
      report('error', 'folio', 'its number is not printed on it', 'Put every section into .front, .chapter or .annex.');
    }
    if (body.some(({ text }) => text.includes('\uFFFD')))
      report('error', 'glyph', 'a letter cannot be read back', 'Check the fonts.');
    const off = body.find(({ x, width: wide }) => x < -1 || x + wide > width + 1);
    if (off)
      report(
        'error',
        'off-page',
        `"${off.text.slice(0, 40)}" leaves the paper`,
        'Make it narrower, or use a landscape part.',
      );
    if (i > 0 && /^H\d?$/.test(last ?? ''))
      report('warn', 'heading-at-foot', 'a heading stands alone at its foot', 'Cut or add a few lines before it.');
    if (i >= firstOpener && body.length > 0 && Math.min(...body.map(({ y }) => y)) > height * 0.82) {
      report('warn', 'nearly-empty', 'only a line or two stand on it', 'Cut a few lines before it.');
    }
    const next = reading.pages[i + 1];
    const runsOn = i >= firstOpener && next !== undefined && !openers.has(i + 1) && next.width === width;
    if (runsOn && Math.min(...body.map(({ y }) => y)) > height / 2) {
      report('warn', 'half-empty', 'less than half of it is used', 'Move the figure that follows behind a paragraph.');
    }
    return found;
  });
};

const size: Check = ({ bytes }) =>
  bytes <= MOST_BYTES
    ? []
    : [
        fault(
          'warn',
          'size',
          null,
          '',
          `${(bytes / 1e6).toFixed(1)} MB; the budget is ${MOST_BYTES / 1e6} MB`,
          'Simplify the largest charts.',
        ),
      ];

const CHECKS: readonly Check[] = [textLost, contentsPage, fonts, bookmarks, language, figures, perPage, size];

/** Holds a finished PDF against the document it was printed from. An empty list: it may be published. */
export const verify = (evidence: Evidence): Finding[] => CHECKS.flatMap((check) => check(evidence));
