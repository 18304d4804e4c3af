import type { Facts } from '../../facts/fact.ts';
import { printedNumber } from '../../facts/format.ts';
import type { Bilingual, Language } from '../../types.ts';
import { aqiColours } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { type Known, known } from './pick.ts';
import type { BarRow, Segment } from './segment-bars.ts';

/** The six classes of the air quality index (HJ 633-2012, table 2), best first. */
const CLASSES = ['level-1', 'level-2', 'light', 'moderate', 'heavy-only', 'severe'] as const;

const NAMES: readonly Bilingual[] = [
  { en: 'excellent', zh: '优' },
  { en: 'good', zh: '良' },
  { en: 'light', zh: '轻度' },
  { en: 'moderate', zh: '中度' },
  { en: 'heavy', zh: '重度' },
  { en: 'severe', zh: '严重' },
];

/** Segments narrower than this many per cent carry no number. */
const NARROW = 3;

/** The shares of the six classes in a scope's valid days, `period` a year or a month; null unless all six are known. */
export function classShares(facts: Facts, scope: string, period: string): readonly Known[] | null {
  const shares = CLASSES.map((name) => known(facts, `computed.${scope}.aqi.${name}-day-share.${period}`));
  const all = shares.filter((fact) => fact !== null);
  return all.length === CLASSES.length ? all : null;
}

const onDark = (i: number) => i >= 3;

const textOn = (i: number, tokens: Tokens) => (onDark(i) ? { textColour: colour(tokens, 'paper') } : {});

/** One bar of 100 %, in the six prescribed colours. */
export function classBar(label: string, shares: readonly Known[], after: string, tokens: Tokens): BarRow {
  const segments = shares.map((fact, i): Segment => {
    const fill = aqiColours(tokens)[i] ?? '';
    const text = fact.value >= NARROW ? { text: printedNumber(fact), ...textOn(i, tokens) } : {};
    return { value: fact.value, colour: fill, ...text };
  });
  return { label, segments, outline: 100, after };
}

/** The first bar of a chart: six equal pieces with the names of the classes. */
export function classKey(language: Language, tokens: Tokens): BarRow {
  const segments = NAMES.map((name, i) => ({
    value: 100 / NAMES.length,
    colour: aqiColours(tokens)[i] ?? '',
    text: name[language],
    ...textOn(i, tokens),
  }));
  return { label: '', segments };
}
