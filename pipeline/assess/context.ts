import type { Assessment, City, Data, Edition, Fact } from '../types.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/** What every part of the assessment reads. Only years up to the one assessed are in `values`. */
export type AssessContext = Readonly<{
  data: Data;
  edition: Edition;
  year: number;
  values: CityValues;
  panels: readonly Panel[];
  /** The cities that exist in the year assessed. */
  cities: readonly City[];
}>;

/** What is assessed so far, and any fact of it by id. */
export type SoFar = Assessment & Readonly<{ find: (id: string) => Fact | undefined }>;

/** A part of the assessment that builds on what the parts before it found. Lists it gives are added to those of before. */
export type Step = (context: AssessContext, soFar: SoFar) => Partial<Assessment>;

/** Runs the steps in order; each sees what the ones before it added. */
export function inOrder(steps: readonly Step[], context: AssessContext, start: Assessment): Assessment {
  const byId = new Map(start.facts.map((fact) => [fact.id, fact]));
  const find = (id: string) => byId.get(id);
  let assessed = start;
  for (const step of steps) {
    const added = step(context, { ...assessed, find });
    for (const fact of added.facts ?? []) byId.set(fact.id, fact);
    assessed = joined(assessed, added);
  }
  return assessed;
}

function joined(before: Assessment, added: Partial<Assessment>): Assessment {
  return {
    facts: [...before.facts, ...(added.facts ?? [])],
    rankings: [...before.rankings, ...(added.rankings ?? [])],
    reconciliation: [...before.reconciliation, ...(added.reconciliation ?? [])],
    targets: [...before.targets, ...(added.targets ?? [])],
    robustness: [...before.robustness, ...(added.robustness ?? [])],
    twins: [...before.twins, ...(added.twins ?? [])],
  };
}
