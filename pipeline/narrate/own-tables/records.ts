import { statusesAt } from '../../assess/register-status.ts';
import { near } from '../../errors.ts';
import { POLICY_LEVELS, type Policy, SECTORS } from '../../types.ts';
import type { Context } from '../context.ts';
import { dateCell, isOfYear, jurisdictionOf, recordsToDate, sectorsOf, sourcesOf } from '../register-rows.ts';
import type { TableCell, TableModel } from '../table.ts';
import { targetTable } from '../target-rows.ts';
import type { Fault } from './faults.ts';
import { itemsOf } from './items.ts';
import type { RecordColumn, RecordTable, TargetTable } from './spec.ts';
import { keyOf } from './texts.ts';

/** Whether a record is a family's head, or belongs to it directly or through others. */
function inFamily(policy: Policy, heads: readonly string[], byId: ReadonlyMap<string, Policy>): boolean {
  const seen = new Set<string>();
  for (let at: Policy | undefined = policy; at && !seen.has(at.id); at = byId.get(at.family ?? '')) {
    if (heads.includes(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

/** The records a table asks for, oldest first: those that agree with everything it names. */
function chosen({ records }: RecordTable, context: Context): readonly Policy[] {
  const { ids, families, levels, sectors, areas, years } = records;
  const byId = new Map(context.data.policies.map((policy) => [policy.id, policy]));
  const of = years === undefined ? null : itemsOf(years, context).map(Number);
  return recordsToDate(context).filter(
    (policy) =>
      (!ids || ids.includes(policy.id)) &&
      (!families || inFamily(policy, families, byId)) &&
      (!levels || levels.includes(policy.level)) &&
      (!sectors || policy.sectors.some((sector) => sectors.includes(sector))) &&
      (!areas || areas.includes(policy.jurisdiction)) &&
      (!of || of.some((year) => isOfYear(policy, year))),
  );
}

/** The model of a table of records, with their status on the last day of the year assessed; null without a record. */
export function recordTable(id: string, spec: RecordTable, context: Context): TableModel | null {
  const { data, edition, strings } = context;
  const records = chosen(spec, context);
  if (records.length === 0) return null;
  const statuses = statusesAt(data.policies, edition.year);
  const cell: Readonly<Record<RecordColumn, (policy: Policy) => TableCell>> = {
    issued: (policy) => dateCell(policy, context),
    record: ({ id: policy }) => ({ policy }),
    issuer: ({ issuer }) => ({ text: issuer }),
    area: (policy) => ({ text: jurisdictionOf(policy, context) }),
    sectors: (policy) => ({ text: sectorsOf(policy, context) }),
    content: ({ summary }) => ({ text: summary }),
    status: ({ id: policy }) => ({
      text: strings.get(`register-status.${statuses.get(policy)?.status ?? 'not-yet-in-force'}`),
    }),
  };
  const row = (policy: Policy) => {
    const [head = null, ...cells] = spec.columns.map((column) => cell[column](policy));
    return { head, cells };
  };
  const groups =
    spec.group === 'level'
      ? POLICY_LEVELS.map((level) => ({ key: `level.${level}`, own: records.filter((one) => one.level === level) }))
      : SECTORS.map((sector) => ({ key: `sector.${sector}`, own: records.filter((one) => one.sectors[0] === sector) }));
  return {
    columns: spec.columns.map((key) => ({ key })),
    rows:
      spec.group === undefined
        ? records.map(row)
        : groups.flatMap(({ key, own }) => (own.length ? [{ group: strings.get(key) }, ...own.map(row)] : [])),
    sources: sourcesOf(records),
    notes: spec.notes.map((note, at) => keyOf(id, note, at)),
    className: spec.className ?? 'records',
  };
}

/** The model of a table of targets: those that agree with everything it names. */
export function ownTargetTable(id: string, spec: TargetTable, context: Context): TableModel | null {
  const { ids, policies, areas } = spec.targets;
  const lines = context.assessment.targets.filter(
    ({ target }) =>
      (!ids || ids.includes(target.id)) &&
      (!policies || policies.includes(target.policy)) &&
      (!areas || areas.includes(target.scope)),
  );
  const table = targetTable(lines, context);
  return table && { ...table, notes: [...(table.notes ?? []), ...spec.notes.map((note, at) => keyOf(id, note, at))] };
}

/** Names of records, places and targets that are not there. */
export function recordFaults(spec: RecordTable | TargetTable, context: Context): Fault[] {
  const { data, assessment, names } = context;
  const policies = data.policies.map(({ id }) => id);
  const check = (
    part: string,
    key: string,
    words: readonly string[] | undefined,
    known: readonly string[],
    what: string,
  ) =>
    (words ?? []).flatMap((word, i): Fault[] =>
      known.includes(word)
        ? []
        : [
            {
              at: [part, key, i],
              rule: `unknown-${what}`,
              message: `There is no ${what} ${word}.`,
              remedy: near(word, known),
            },
          ],
    );
  const places = [...names.keys()];
  if ('records' in spec) {
    return [
      ...check('records', 'ids', spec.records.ids, policies, 'policy'),
      ...check('records', 'families', spec.records.families, policies, 'policy'),
      ...check('records', 'areas', spec.records.areas, places, 'scope'),
    ];
  }
  const targets = assessment.targets.map(({ target }) => target.id);
  return [
    ...check('targets', 'ids', spec.targets.ids, targets, 'target'),
    ...check('targets', 'policies', spec.targets.policies, policies, 'policy'),
    ...check('targets', 'areas', spec.targets.areas, places, 'scope'),
  ];
}
