import type { Fact } from '../types.ts';
import type { Context } from './context.ts';
import { partNumber } from './number-helpers.ts';
import { escapeHtml } from './typography.ts';

/** Means and shares over a set of cities of which some have no value. */
const isShort = ({ origin, value, n, of, unit }: Fact): boolean =>
  origin === 'computed' && value !== null && n !== null && of !== null && n < of && unit !== 'cities';

/** "334", or "334–336" where the numbers of a set differ by pollutant or year. */
function citiesText(facts: readonly Fact[], context: Context): string {
  const sorted = [...facts].sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return '';
  const [low, high] = [least, most].map((fact) => partNumber(fact, 'n', context));
  return least.n === most.n ? `${low}` : [low, high].join(context.strings.get('list.range'));
}

/**
 * Of how many of its cities each set's numbers are made, for those that lack some: "Xinjiang 13 of 14; 337 cities 334–336 of
 * 337". Empty where every set is complete.
 */
export function coverageNote(facts: readonly Fact[], context: Context): string {
  const { names, language, strings } = context;
  const short = facts.filter(isShort);
  const items = [...new Set(short.map(({ scope }) => scope))].map((scope) => {
    const own = short.filter((fact) => fact.scope === scope);
    const [first] = own;
    return strings
      .get('note.fewer-item')
      .replace('{name}', escapeHtml(names.get(scope)?.[language] ?? scope))
      .replace('{n}', citiesText(own, context))
      .replace('{of}', first ? partNumber(first, 'of', context) : '');
  });
  if (items.length === 0) return '';
  return strings.get('note.fewer-cities').replace('{}', items.join(strings.get('list.semicolon')));
}
