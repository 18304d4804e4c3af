import type { Language } from '../../types.ts';

/** Classes of a map: n breaks make n + 1 classes; a value equal to a break belongs to the class above it, unless `breaksBelow`. */
export type Bins = Readonly<{
  /** Ascending, in the unit of the values. */
  breaks: readonly number[];
  /** One colour for each class, lowest first. */
  colours: readonly string[];
  /** Decimals of the breaks in the legend; default 0. */
  decimals?: number;
  /** A break belongs to the class below it: right for limits, where 35 still attains "at most 35". */
  breaksBelow?: boolean;
  /** What the classes are called, lowest first, in place of their ranges. */
  names?: Readonly<Record<Language, readonly string[]>>;
}>;

/** Which class a value falls into, from 0. */
export function binOf(value: number, { breaks, breaksBelow = false }: Bins): number {
  const above = breaks.findIndex((limit) => (breaksBelow ? value <= limit : value < limit));
  return above < 0 ? breaks.length : above;
}

/** The ranges in words, lowest first: `≤ 15` has no glyph in the faces, so `up to 15`, `15–25`, `over 75`. */
export function binLabels({ breaks, decimals = 0, breaksBelow = false, names }: Bins, language: Language): string[] {
  if (names) return [...names[language]];
  const print = (value: number): string => value.toFixed(decimals).replace('-', '\u2212');
  const first = print(breaks[0] ?? 0);
  const last = print(breaks.at(-1) ?? 0);
  const negative = breaks.some((value) => value < 0);
  const between = breaks.slice(1).map((high, i) => {
    const low = print(breaks[i] ?? 0);
    if (language === 'zh') return `${low}～${print(high)}`;
    return negative ? `${low} to ${print(high)}` : `${low}–${print(high)}`;
  });
  const ends = {
    en: breaksBelow ? [`up to ${first}`, `over ${last}`] : [`under ${first}`, `${last} and over`],
    zh: breaksBelow ? [`${first}及以下`, `${last}以上`] : [`${first}以下`, `${last}及以上`],
  }[language];
  return [ends[0] ?? '', ...between, ends[1] ?? ''];
}

/** How many values fall into each class, and how many are missing. */
export function binCounts(values: Iterable<number | null>, bins: Bins): { counts: number[]; missing: number } {
  const counts = Array.from({ length: bins.breaks.length + 1 }, () => 0);
  let missing = 0;
  for (const value of values) {
    if (value === null) missing += 1;
    else counts[binOf(value, bins)] = (counts[binOf(value, bins)] ?? 0) + 1;
  }
  return { counts, missing };
}
