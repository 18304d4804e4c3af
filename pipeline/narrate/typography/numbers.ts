import type { Language } from '../../types.ts';

/** What stands after a number and belongs on its line. */
const UNIT = '(?:[µmkn]?g/m³|[kMG]?W(?:h|)|[kh]?Pa|k?m[²³]?|[cmµn]m|[kmµ]?g|ha|t|K|°C)(?![\\w/²³])';

const YEAR = '(?:19|20)\\d\\d';
const QUANTITY = '\\d{1,3}(?:\\.\\d+)?';

/** Between two years and between two quantities: an en dash in English, a dash of one character in Chinese (GB/T 15834, GB/T 15835). */
const RANGE: Readonly<Record<Language, string>> = { en: '–', zh: '—' };
const POINTS: Readonly<Record<Language, string>> = { en: '\u00a0percentage points', zh: '个百分点' };

type Rule = readonly [RegExp, string];

/** Units as they are typed on a keyboard. Our fonts have the micro sign, and not the Greek letter. */
const MICRO: readonly Rule[] = [
  [/\u03bc/g, 'µ'],
  [/(?<![A-Za-z])[uµ]g ?\/ ?m(?:3(?!\d)|³)/g, 'µg/m³'],
  [/(?<![A-Za-z])([mnk]?g)\/m3(?!\d)/g, '$1/m³'],
  [/\b(k?m)2(?!\w)/g, '$1²'],
  [/(?<=\d[ \u00a0]?)um\b/g, 'µm'],
];

/** A number and what belongs to it. The space does not break; it is the common one, since ours is in all fonts and is found by a search. */
const JOINED: readonly Rule[] = [
  [/(?<=\d)[ \u00a0]+(?=%)/g, ''],
  [new RegExp(`(?<=\\d) (?=${UNIT})`, 'g'), '\u00a0'],
  [/\b(HJ|GB|GB\/T) (?=\d)/g, '$1\u00a0'],
];

const MINUS: Rule = [/(?<=[\s(（\ue000±≥≤=:：，,、])-(?=\d)/g, '−'];

/** A run of years or of quantities; not numbers of standards (GB 2018-2019), dates (2018-09-01) or what has more hyphens. */
const between = (language: Language): readonly Rule[] => [
  [
    new RegExp(`(?<!(?:GB|HJ|ISO|DB\\d*)(?:/T)?[ \\u00a0]?)(?<![\\w.–-])(${YEAR})-(?=${YEAR}(?![\\d-]))`, 'g'),
    `$1${RANGE[language]}`,
  ],
  [new RegExp(`(?<![\\w.–-])(${QUANTITY})-(?=${QUANTITY}(?:%|[ \\u00a0]?${UNIT}))`, 'g'), `$1${RANGE[language]}`],
];
const RANGES: Readonly<Record<Language, readonly Rule[]>> = { en: between('en'), zh: between('zh') };

/**
 * Units, spaces, minus signs and ranges of one piece of text. `text` has one character before it and one after it that
 * belong to its neighbours, or U+E000 where there are none: they are looked at and stay.
 */
export function numbers(text: string, language: Language): string {
  const rules = [
    ...(/[μuµ]|[mg2]/.test(text) ? MICRO : []),
    ...(/\d/.test(text) && text.includes('pp') ? [[/(?<=\d)[ \u00a0]?pp\b/g, POINTS[language]] as const] : []),
    ...(/\d[ \u00a0]|(?:HJ|GB|T) \d/.test(text) ? JOINED : []),
    ...(text.includes('-') ? [...RANGES[language], MINUS] : []),
  ];
  return rules.reduce((set, [found, by]) => set.replace(found, by), text);
}

/** A hyphen that stands alone between two printed numbers. */
export const hyphenBetween = (language: Language): string => RANGE[language];
