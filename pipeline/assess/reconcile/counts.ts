import { makeFact } from '../../fact-id.ts';
import { type Fact, RECONCILED_KINDS, type ReconciledRow, type Scope } from '../../types.ts';
import { agrees, UNEXPLAINED } from './explain.ts';

/** The sets of figures that are counted: all, then by place and by kind. */
const GROUPS = ['all', 'nation', 'regions', 'provinces', 'cities', ...RECONCILED_KINDS] as const;

const share = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);

/**
 * How many published figures stand beside a computed one, and how many of them are close (within 3 % or one unit of the last
 * digit; changes within 1.5 pp), agree within one unit, and differ by more than that with or without a reason that can make the
 * whole of the difference; and the share of close ones where both figures follow one rule on sand-dust and the state of the air
 * (`alike`): `computed.reconciliation.<group>.figures-….<year>`. A second twin is not counted. Each explanation
 * is counted by its reasons too (`figures-by-<reason>`, only of figures that are not close).
 */
export function reconcileCounts(
  rows: readonly ReconciledRow[],
  facts: readonly Fact[],
  scopes: readonly Pick<Scope, 'id' | 'kind'>[],
  year: number,
): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const kinds = new Map(scopes.map(({ id, kind }) => [id, kind]));
  const placeOf = (scope: string): (typeof GROUPS)[number] => {
    const kind = kinds.get(scope);
    if (kind !== undefined) return kind === 'nation' ? 'nation' : 'regions';
    // A municipality is a province and a city: it is counted as the city it is computed as.
    return scope.endsWith('0000') && !MUNICIPALITIES.has(scope) ? 'provinces' : 'cities';
  };
  const lines = rows
    .filter(({ second }) => !second)
    .map((row) => ({ row, place: placeOf(byId.get(row.published)?.scope ?? '') }));
  return GROUPS.flatMap((group) => {
    const own = lines
      .filter(({ row, place }) => group === 'all' || place === group || row.kind === group)
      .map(({ row }) => row);
    if (own.length === 0) return [];
    const make = (name: string, value: number | null, unit = 'figures', decimals = 0) =>
      makeFact({
        ...{ origin: 'computed', scope: 'reconciliation', subject: group, statistic: `figures-${name}` },
        ...{ period: String(year), value, unit, decimals, n: own.length, method: 'count' },
        inputs: own.map(({ difference }) => difference),
      });
    const close = own.filter((row) => row.close).length;
    const alike = own.filter((row) => row.alike);
    const unexplained = own.filter(({ reasons }) => reasons.includes(UNEXPLAINED)).length;
    const agreeing = own.filter(({ reasons }) => agrees(reasons[0])).length;
    return [
      make('compared', own.length),
      make('close', close),
      make('close-share', share(close, own.length), '%', 1),
      make('agreeing', agreeing),
      make('alike', alike.length),
      ...(alike.length > 0
        ? [make('alike-close-share', share(alike.filter((row) => row.close).length, alike.length), '%', 1)]
        : []),
      make('explained', own.length - agreeing - unexplained),
      make('unexplained', unexplained),
      ...(group === 'all' ? byReason(own).map(([reason, count]) => make(`by-${reason}`, count)) : []),
    ];
  });
}

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);

function byReason(rows: readonly ReconciledRow[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reasons, close } of rows) {
    for (const reason of close ? [] : reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
