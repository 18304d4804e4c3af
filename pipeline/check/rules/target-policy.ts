import { type At, MEASURED_BY, type Policy, type Target } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('target-policy', 'policies/targets.csv');

/** Goals that are an increase: freight by rail, clean energy. Everything else that changes is meant to fall. */
const MEANT_TO_GROW = /freight|share|good_day|days$|clean|scrapped|replaced|pass|retrofitted|capacity/;

const unprinted = (target: At<Target>, policy: Policy | undefined) =>
  policy && isPrintable(target) && !isPrintable(policy)
    ? [
        report(
          'note',
          target.at,
          `${target.id} is printed, its policy ${target.policy} is not (${policy.evidence}).`,
          'Confirm the policy.',
        ),
      ]
    : [];

/** What cannot be true of a target's years and values. */
function impossible({ kind, indicator, value, unit, baselineYear, deadlineYear, officialResult }: Target): string[] {
  return [
    baselineYear !== null && baselineYear >= deadlineYear
      ? `its baseline ${baselineYear} is not before its deadline ${deadlineYear}`
      : '',
    officialResult?.sources.length === 0 ? `its result of ${officialResult.year} has no source` : '',
    officialResult && baselineYear !== null && officialResult.year <= baselineYear
      ? `its result is of ${officialResult.year}, not after its baseline ${baselineYear}`
      : '',
    kind !== 'relative-change' && unit === '%' && (value < 0 || value > 100) ? `a share of ${value} % is none` : '',
    kind === 'relative-change' && unit === '%' && value < -100 ? `nothing falls by ${-value} %` : '',
    kind === 'relative-change' && value > 0 && !MEANT_TO_GROW.test(indicator)
      ? `${indicator} is to rise by ${value} ${unit}; a fall is negative`
      : '',
  ].filter(Boolean);
}

/** Targets: their policy is printed with them, their years and values can be, and what they ask can be measured (else noted, once). */
export const targetPolicy: Rule = ({ policies, targets }) => {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const unmeasured = targets.filter(
    ({ indicator, officialResult }) => !(indicator in MEASURED_BY) && officialResult === null,
  );
  const indicators = [...new Set(unmeasured.map(({ indicator }) => indicator))];
  return [
    ...targets.flatMap((target) => [
      ...unprinted(target, byId.get(target.policy)),
      ...impossible(target).map((what) =>
        report(
          isPrintable(target) ? 'error' : 'warn',
          target.at,
          `${target.id}: ${what}.`,
          'Look the target up, and correct the row.',
        ),
      ),
    ]),
    ...(unmeasured.length
      ? [
          report(
            'note',
            null,
            `${unmeasured.length} targets have an indicator without a measure and no published result (${indicators.join(', ')}): not assessable.`,
            'Add a published result where one is found.',
          ),
        ]
      : []),
  ];
};
