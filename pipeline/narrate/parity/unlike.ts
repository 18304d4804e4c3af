import { LANGUAGE_NAMES, type Language, otherLanguage } from '../../types.ts';
import { type Cited, type Section, sectionsOf } from './sections.ts';

/** In what two languages of a chapter differ: where it stands, in which language, and what to do. */
export type Unlike = Readonly<{
  rule: 'parity' | 'parity-length' | 'parity-edited';
  language: Language;
  line: number;
  message: string;
  remedy: string;
}>;

export type Pair = Readonly<Record<Language, string>>;

/**
 * Han characters for a word of English, in sections of at least `LEAST_WORDS`. The chapters of the annual edition have 1.00 to
 * 1.80 (half of their sections between 1.33 and 1.51); outside these bounds a part is missing on one side.
 */
export const BOUNDS: readonly [number, number] = [0.9, 2.0];
const LEAST_WORDS = 60;

const inSection = ({ title }: Section): string => (title ? ` in “${title}”` : ' before the first heading');

/** What `one` has more often than `two`. */
function surplus(one: readonly Cited[], two: readonly Cited[]): Cited[] {
  const left = two.map(({ what }) => what);
  return one.filter(({ what }) => {
    const at = left.indexOf(what);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What one language cites in a section and the other does not. */
function citedOnce(own: Section, theirs: Section, language: Language): Unlike[] {
  return [...surplus(own.cites, theirs.cites), ...surplus(own.plates, theirs.plates)].map(({ what, line }) => ({
    rule: 'parity',
    language,
    line,
    message: `Only ${LANGUAGE_NAMES[language]} has ${what}${inSection(own)}.`,
    remedy: `Put it into the same section of ${otherLanguage(language)}.hbs (line ${theirs.line}), or take it out.`,
  }));
}

/** Figures and tables that both languages have, in another order. */
function otherOrder(en: Section, zh: Section): Unlike[] {
  const names = (section: Section) => section.plates.map(({ what }) => what);
  const [a, b] = [names(en), names(zh)];
  if (a.toSorted().join() !== b.toSorted().join()) return [];
  const at = a.findIndex((what, i) => what !== b[i]);
  if (at < 0) return [];
  return [
    {
      rule: 'parity',
      language: 'zh',
      line: zh.plates[at]?.line ?? zh.line,
      message: `Chinese has ${b.join(', ')}${inSection(zh)}, where English has ${a.join(', ')}.`,
      remedy: 'Set figures and tables in the same order: they are numbered in it.',
    },
  ];
}

function otherLength(en: Section, zh: Section): Unlike[] {
  const ratio = zh.han / en.words;
  if (en.words < LEAST_WORDS || (ratio >= BOUNDS[0] && ratio <= BOUNDS[1])) return [];
  const shorter = ratio < BOUNDS[0] ? 'zh' : 'en';
  return [
    {
      rule: 'parity-length',
      language: shorter,
      line: (shorter === 'zh' ? zh : en).line,
      message: `${zh.han} Chinese characters${inSection(zh)} stand for ${en.words} words${inSection(en)}: ${ratio.toFixed(2)} to one.`,
      remedy: `Between ${BOUNDS.join(' and ')} is usual: look whether ${LANGUAGE_NAMES[shorter]} leaves something out.`,
    },
  ];
}

/**
 * In what the two languages of a chapter differ that must be the same: their sections, and in each section the numbers,
 * changes, lists, policies, sources, notes and claims (in any order), the figures and tables (in one order), and the length
 * within reason. Empty when they agree.
 */
export function unlike(pair: Pair): Unlike[] {
  const [en, zh] = [sectionsOf(pair.en), sectionsOf(pair.zh)];
  if (en.length !== zh.length) {
    const longer: Language = en.length > zh.length ? 'en' : 'zh';
    const [more, less] = longer === 'en' ? [en, zh] : [zh, en];
    const first = more[less.length];
    return [
      {
        rule: 'parity',
        language: otherLanguage(longer),
        line: less.at(-1)?.line ?? 1,
        message: `English has ${en.length} sections, Chinese has ${zh.length}; ${LANGUAGE_NAMES[longer]} ends with “${first?.title ?? ''}” (line ${first?.line ?? 1}).`,
        remedy: 'Give both languages the same headings in the same order; what they cite is compared after that.',
      },
    ];
  }
  return en.flatMap((section, i) => {
    const theirs = zh[i];
    if (!theirs) return [];
    return [
      ...citedOnce(section, theirs, 'en'),
      ...citedOnce(theirs, section, 'zh'),
      ...otherOrder(section, theirs),
      ...otherLength(section, theirs),
    ];
  });
}
