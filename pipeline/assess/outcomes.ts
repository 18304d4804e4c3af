import { makeFact } from '../fact-id.ts';
import type { At, Edition, Fact, Outcome } from '../types.ts';
import type { Step } from './context.ts';
import { knowsPeriod } from './known.ts';
import { printable } from './published.ts';

/**
 * What was done, as published, as facts `published.<scope>.<indicator>.outcome.<period>`: value, unit and digits of the source,
 * without basis or cohort. A number that the source gives as "more than", "within" or "about" carries the note `at-least`,
 * `at-most` or `about`, which is to be said wherever it is printed. Left out is what may not be printed, and what the edition cannot know yet.
 */
export function outcomeFacts(outcomes: readonly At<Outcome>[], edition: Pick<Edition, 'year' | 'asOf'>): Fact[] {
  return outcomes
    .filter((outcome) => printable(outcome) && knowsPeriod(outcome.period, edition))
    .map(({ id, scope, indicator, period, value, unit, decimals, evidence, sources, bound }) =>
      makeFact({
        ...{ origin: 'published', scope, subject: indicator, statistic: 'outcome', period, value, unit, decimals },
        method: evidence === 'derived' ? 'published-derived' : 'published',
        inputs: [`policies/outcomes.csv:${id}`],
        sources,
        notes: bound === 'exact' ? [] : [bound],
      }),
    );
}

export const outcomesStep: Step = ({ data, edition }) => ({ facts: outcomeFacts(data.outcomes, edition) });
