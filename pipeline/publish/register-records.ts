import { byDate, endsAsOf, issuedBy, statusesAt } from '../assess/register-status.ts';
import { scopeNames } from '../facts/table.ts';
import {
  type Assessment,
  type Bilingual,
  type Data,
  type Edition,
  type Evidence,
  POLICY_LEVELS,
  type Policy,
  type RegisterStatus,
  type Relation,
  type Source,
  type Target,
  type Verdict,
} from '../types.ts';

/** A record as the edition may give it: nothing in it is later than the year assessed. */
export type PolicyRecord = Readonly<{
  policy: Policy;
  /** Head of its family, and how it relates to it; null where the head is not in the list. */
  family: string | null;
  relation: Relation | null;
  place: Bilingual;
  ends: string | null;
  status: RegisterStatus;
  supersededBy: string | null;
  sources: readonly Source[];
}>;

export type TargetRecord = Readonly<{
  target: Target;
  policy: Policy;
  place: Bilingual;
  /** Verdict of the year assessed; null where the assessment does not hold the target. */
  verdict: Verdict | null;
  /** The published result, where it is of the year assessed or before. */
  result: Target['officialResult'];
  sources: readonly Source[];
}>;

/** What was read at least in part; the rest stands in the findings alone. */
const isListed = ({ evidence }: Readonly<{ evidence: Evidence }>): boolean => evidence !== 'unconfirmed';

const sourcesOf = (ids: readonly string[], sources: ReadonlyMap<string, Source>): Source[] =>
  ids.flatMap((id) => sources.get(id) ?? []);

const byId = (sources: readonly Source[]) => new Map(sources.map((source) => [source.id, source]));

/** The register to the end of the year assessed, by level, date and id, with the status of each record on the last day of the year. */
export function policyRecords(data: Data, { year }: Pick<Edition, 'year'>): PolicyRecord[] {
  const names = scopeNames(data);
  const [sources, statuses] = [byId(data.sources), statusesAt(data.policies, year)];
  const listed = data.policies.filter((policy) => isListed(policy) && issuedBy(policy, year));
  const ids = new Set(listed.map(({ id }) => id));
  return listed
    .flatMap((policy): PolicyRecord[] => {
      const at = statuses.get(policy.id);
      if (!at) return [];
      const family = policy.family !== null && ids.has(policy.family) ? policy.family : null;
      const { jurisdiction } = policy;
      return [
        {
          ...{ policy, family, relation: family === null ? null : policy.relation, ends: endsAsOf(policy, year) },
          place: names.get(jurisdiction) ?? { en: jurisdiction, zh: jurisdiction },
          ...{ ...at, sources: sourcesOf(policy.sources, sources) },
        },
      ];
    })
    .sort(
      ({ policy: a }, { policy: b }) => POLICY_LEVELS.indexOf(a.level) - POLICY_LEVELS.indexOf(b.level) || byDate(a, b),
    );
}

/** The targets of those records, in the order of the register, with what was published and judged to the year assessed. */
export function targetRecords(
  data: Data,
  { targets }: Pick<Assessment, 'targets'>,
  { year }: Pick<Edition, 'year'>,
): TargetRecord[] {
  const names = scopeNames(data);
  const sources = byId(data.sources);
  const verdicts = new Map(targets.map(({ target, verdict }) => [target.id, verdict]));
  const policies = new Map(policyRecords(data, { year }).map(({ policy }) => [policy.id, policy]));
  return data.targets.filter(isListed).flatMap((target): TargetRecord[] => {
    const policy = policies.get(target.policy);
    if (!policy) return [];
    const { officialResult: result, scope } = target;
    return [
      {
        ...{ target, policy, verdict: verdicts.get(target.id) ?? null },
        place: names.get(scope) ?? { en: scope, zh: scope },
        result: result !== null && result.year <= year ? result : null,
        sources: sourcesOf(target.sources, sources),
      },
    ];
  });
}
