import { makeFact } from '../fact-id.ts';
import { type Fact, type TargetProgress, VERDICTS } from '../types.ts';
import { isAirTarget } from './target-measure.ts';

/** Whose target it is: of the nation and its regions, of a province (a municipality is one), or of a city or district. */
export function tierOf(scope: string): 'nation' | 'province' | 'city' {
  if (/^\d{2}0000$/.test(scope)) return 'province';
  return /^\d{6}$/.test(scope) || scope.startsWith('BEIJING-') ? 'city' : 'nation';
}

/** How many targets stand where: by tier (`all` for every one) and verdict, for targets of the air itself and for others. */
export function targetCounts(progress: readonly TargetProgress[], year: number): Fact[] {
  const tiers = ['all', 'nation', 'province', 'city'] as const;
  const kinds = [
    { subject: 'air', holds: isAirTarget },
    { subject: 'measures', holds: (target: TargetProgress['target']) => !isAirTarget(target) },
  ];
  return tiers.flatMap((tier) =>
    kinds.flatMap(({ subject, holds }) => {
      const own = progress.filter(({ target }) => holds(target) && (tier === 'all' || tierOf(target.scope) === tier));
      const count = (statistic: string, value: number) =>
        makeFact({
          origin: 'register',
          scope: `targets-${tier}`,
          subject,
          statistic,
          period: String(year),
          value,
          unit: 'targets',
          decimals: 0,
          n: own.length,
          method: 'count',
          inputs: ['policies/targets.csv'],
        });
      return [
        count('targets', own.length),
        ...VERDICTS.map((verdict) => count(verdict, own.filter((line) => line.verdict === verdict).length)),
      ];
    }),
  );
}
