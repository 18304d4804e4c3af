import { near } from '../../errors.ts';
import type { Finding } from '../../types.ts';
import type { Calls } from '../source/calls.ts';
import { templateError } from '../template-error.ts';

/** A template, by its file, and the partials it names. */
type Naming = Readonly<{ file: string; partials: Calls['partials'] }>;

/** `dynamic` names, `(lookup …)`, have none that can be looked up. */
const isNamed = (name: string) => name !== '' && name !== '@partial-block';

/** Partials that are named and not there. */
export function unknownPartials(templates: readonly Naming[], known: readonly string[]): Finding[] {
  return templates.flatMap(({ file, partials }) =>
    partials
      .filter(({ name }) => isNamed(name) && !known.includes(name))
      .map(({ name, line }) =>
        templateError(
          { file, line },
          'unknown-partial',
          `There is no partial ${name}.`,
          `${near(name, known, 5)} Or write partials/${name}.hbs.`,
        ),
      ),
  );
}

/** Partials that come back to themselves: told once for each circle, at the call that closes it. */
export function circularPartials(partials: ReadonlyMap<string, Naming>): Finding[] {
  const found = new Map<string, Finding>();
  const follow = (name: string, way: readonly string[]): void => {
    const { file, partials: named } = partials.get(name) ?? { file: '', partials: [] };
    for (const { name: next, line } of named) {
      const from = [...way, name].indexOf(next);
      if (from < 0) {
        if (partials.has(next)) follow(next, [...way, name]);
        continue;
      }
      const circle = [...way, name].slice(from);
      const key = circle.toSorted().join(' ');
      if (found.has(key)) continue;
      const round = [...circle, next].join(' → ');
      const remedy = 'Take this {{> …}} out: a partial cannot hold itself.';
      found.set(key, templateError({ file, line }, 'circular-partial', `Partials go in a circle: ${round}.`, remedy));
    }
  };
  for (const name of partials.keys()) follow(name, []);
  return [...found.values()];
}
