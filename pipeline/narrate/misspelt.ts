import { distance, fail, nearest } from '../errors.ts';
import type { Facts } from '../facts/fact.ts';
import { ORIGINS } from '../types.ts';

/** What scopes, subjects and statistics there are among the facts; asked for again and again. */
const partsOf = new WeakMap<Facts, Readonly<{ scopes: Set<string>; subjects: Set<string>; statistics: Set<string> }>>();

function partsIn(facts: Facts) {
  const known = partsOf.get(facts) ?? {
    scopes: new Set(facts.all.map(({ scope }) => scope)),
    subjects: new Set(facts.all.map(({ subject }) => subject)),
    statistics: new Set(facts.all.map(({ statistic }) => statistic)),
  };
  partsOf.set(facts, known);
  return known;
}

/** Names that differ in figures only are different names: p95-daily, p98-daily. */
const letters = (name: string): string => name.replace(/\d/g, '');

/** Whether a name is not there and is a letter or two away from one that is. */
const isSlip = (name: string, known: Iterable<string>): boolean => {
  const [near = ''] = nearest(name, known, 1);
  return near !== name && letters(near) !== letters(name) && name.length > 4 && distance(name, near, 2) <= 2;
};

/**
 * A condition may ask for a fact that this year does not have; but a name that is written wrong is never there, and would hide its
 * part of the text for good. Errors: unknown-fact (exit 1) where a part of the id is a slip of the pen.
 */
export function refuseMisspelt(id: string, facts: Facts, scopes: ReadonlyMap<string, unknown>): void {
  if (facts.find(id)) return;
  const [origin = '', scope = '', subject = '', statistic = '', period = ''] = id.split('.');
  const known = partsIn(facts);
  const origins = ['best', ...ORIGINS];
  const wrong = [
    ...(origins.includes(origin) ? [] : [{ part: origin, near: nearest(origin, origins) }]),
    ...(scopes.has(scope) || known.scopes.has(scope) || !isSlip(scope, scopes.keys())
      ? []
      : [{ part: scope, near: nearest(scope, scopes.keys()) }]),
    ...(isSlip(subject, known.subjects) ? [{ part: subject, near: nearest(subject, known.subjects) }] : []),
    ...(isSlip(statistic, known.statistics) ? [{ part: statistic, near: nearest(statistic, known.statistics) }] : []),
    ...(period === '' ? [{ part: id, near: ['<origin>.<scope>.<subject>.<statistic>.<period>'] }] : []),
  ];
  const [first] = wrong;
  if (!first) return;
  fail(
    'unknown-fact',
    `There can be no fact ${id}: ${first.part} is written wrong.`,
    `Nearest: ${first.near.join(', ')}. All facts are in facts.csv.`,
  );
}
