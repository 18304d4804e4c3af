import { type Fact, POLICY_LEVELS, type Policy, THEMES } from '../types.ts';
import type { Step } from './context.ts';
import { KEY_REGIONS, regionOf, regionPlans } from './key-regions.ts';
import { familyOf, PROGRAMMES } from './policy-families.ts';
import { printable } from './published.ts';
import { recordCount } from './record-count.ts';
import { issuedBy, sinceOf } from './register-status.ts';

/**
 * Counts of printable records in groups that cut across levels and sectors, for the year assessed:
 * - `register.<programme>:<level>.all.family-to-date.<Y>` and `register.<programme>.all.family-to-date.<Y>`: what carries
 *   out a national programme, at first hand or through another record;
 * - `register.theme:<theme>.all.to-date.<Y>`, `.issued.<Y>` and the same for `freight`: by theme of freight transport;
 * - `register.region-<id>:regional.all.in-force.<Y>`, `register.region-<id>:provincial.…`: plans in force in a key region.
 */
export const registerGroups: Step = ({ data, edition, year }) => {
  const count = (scope: string, statistic: string, records: readonly Policy[]): Fact =>
    recordCount(scope, statistic, year, records);
  const families = PROGRAMMES.flatMap((head) => {
    const family = familyOf(head, data.policies, year);
    return [
      count(head, 'family-to-date', family),
      ...POLICY_LEVELS.map((level) =>
        count(
          `${head}:${level}`,
          'family-to-date',
          family.filter((policy) => policy.level === level),
        ),
      ),
    ];
  });
  const there = data.policies.filter((policy) => printable(policy) && issuedBy(policy, year));
  const freight = [
    { scope: 'freight', of: there.filter(({ themes }) => themes.length > 0) },
    ...THEMES.map((theme) => ({ scope: `theme:${theme}`, of: there.filter(({ themes }) => themes.includes(theme)) })),
  ].flatMap(({ scope, of }) => [
    count(scope, 'to-date', of),
    count(
      scope,
      'issued',
      of.filter((policy) => sinceOf(policy).startsWith(String(year))),
    ),
  ]);
  const regions = KEY_REGIONS.flatMap((id) => {
    const region = regionOf(id, data, edition);
    if (region === null) return [];
    const { regional, provincial } = regionPlans(region, data.policies, year);
    return [
      count(`region-${id}:regional`, 'in-force', regional),
      count(`region-${id}:provincial`, 'in-force', provincial),
    ];
  });
  return { facts: [...families, ...freight, ...regions] };
};
