import { byDate } from '../assess/register-status.ts';
import { NETWORK_YEAR } from '../assess/since-base-level.ts';
import { moreIsBetter } from '../assess/target-measure.ts';
import type { TargetProgress } from '../types.ts';
import type { Context } from './context.ts';
import type { TableCell, TableColumn, TableModel } from './table.ts';

/** What a target is about, in words; some targets share an indicator and say more by their own id. */
export function indicatorText({ target }: TargetProgress, { strings }: Pick<Context, 'strings'>): string {
  const own = `indicator.${target.id}`;
  return strings.get(strings.has(own) ? own : `indicator.${target.indicator}`);
}

/** The unit of goal and result, with the direction in which the goal is meant. */
export function unitText({ target }: TargetProgress, { strings }: Context): string {
  return strings.get(`unit.${target.unit === '% change' ? '%' : target.unit}`);
}

export function goalCell(progress: TargetProgress): TableCell {
  const change = progress.target.kind === 'relative-change' || progress.target.baselineYear !== null;
  return { fact: progress.goal, form: change ? 'signed' : 'number' };
}

/** ≤ or ≥ before a level that must be kept or reached; nothing before a change. */
export function senseText({ target }: TargetProgress): string {
  if (target.kind === 'relative-change') return '';
  return moreIsBetter(target) ? '≥' : '≤';
}

/** What answers the target, marked where it counts from another year than the target; a figure of ours carries its own notes. */
export function resultCell({ target, result, base }: TargetProgress): TableCell {
  if (result === null) return { fact: `none.${target.id}`, absent: 'no-result' };
  const change = target.kind === 'relative-change';
  const mark = change && base !== null && base !== target.baselineYear ? { mark: 'other-base' } : {};
  return { fact: result, form: change ? 'signed' : 'number', ...mark };
}

/** Where the straight path stands in the year assessed, of targets whose year lies ahead. */
const pathCell = ({ target, path }: TargetProgress, year: number): TableCell =>
  path !== null && year < target.deadlineYear ? { fact: path, form: 'signed' } : { text: '' };

/** What a target asks for: the columns of every table of targets, before the result. */
export const GOAL_COLUMNS: readonly TableColumn[] = [
  { key: 'indicator' },
  { key: 'sense' },
  { key: 'goal', numeric: true },
  { key: 'unit' },
  { key: 'base', numeric: true },
  { key: 'deadline', numeric: true },
];

/** Columns and rows of targets: grouped by policy in the order of issue, each with result, verdict and the rule of it. */
export function targetTable(lines: readonly TargetProgress[], context: Context): TableModel | null {
  if (lines.length === 0) return null;
  const { data, edition, language, names, facts } = context;
  const paths = lines.some(({ target, path }) => path !== null && edition.year < target.deadlineYear);
  const policies = data.policies.filter(({ id }) => lines.some(({ target }) => target.policy === id));
  const groups = policies.sort(byDate);
  return {
    columns: [
      { key: 'place' },
      ...GOAL_COLUMNS,
      ...(paths ? [{ key: 'path', numeric: true }] : []),
      { key: 'result', numeric: true },
      { key: 'verdict' },
    ],
    rows: groups.flatMap((policy) => [
      { group: policy.title, ...(policy.evidence === 'partly-seen' ? { mark: 'partly-seen' } : {}) },
      ...lines
        .filter(({ target }) => target.policy === policy.id)
        .map((line) => ({
          head: { text: names.get(line.target.scope)?.[language] ?? line.target.scope },
          cells: [
            { text: indicatorText(line, context) },
            { text: senseText(line) },
            goalCell(line),
            { text: unitText(line, context) },
            { text: line.target.baselineYear === null ? '' : String(line.target.baselineYear) },
            { text: String(line.target.deadlineYear) },
            ...(paths ? [pathCell(line, edition.year)] : []),
            resultCell(line),
            { text: verdictText(line, context), className: `verdict ${line.verdict}` },
          ],
        })),
    ]),
    sources: [
      ...new Set(
        lines.flatMap(({ target, result }) => [...target.sources, ...(result ? facts.get(result).sources : [])]),
      ),
    ],
    className: 'targets',
  };
}

/**
 * "met: as published, other base year": the verdict, and by which rule; where none is possible, only why, with the two years that were
 * to be compared.
 */
function verdictText({ target, base, verdict, rule }: TargetProgress, { edition, strings }: Context): string {
  const from =
    target.baselineYear === NETWORK_YEAR - 1
      ? [target.baselineYear, NETWORK_YEAR].join(strings.get('list.span'))
      : target.baselineYear;
  const why = strings
    .get(`rule.${rule}`)
    .replace('{base}', String(base ?? from ?? ''))
    .replace('{year}', String(Math.min(edition.year, target.deadlineYear)));
  return verdict === 'not-assessable'
    ? why
    : strings
        .get('verdict-line')
        .replace('{verdict}', strings.get(`verdict.${verdict}`))
        .replace('{rule}', why);
}
