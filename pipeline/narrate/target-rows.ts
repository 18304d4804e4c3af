import { moreIsBetter } from '../assess/target-measure.ts';
import type { TargetProgress } from '../types.ts';
import type { Context } from './context.ts';
import type { TableCell, TableModel } from './table.ts';

const AIR: Readonly<Record<string, string>> = { pm25_annual: 'pm25.annual-mean', pm10_annual: 'pm10.annual-mean' };

/** What a target is about, in words; some targets share an indicator and say more by their own id. */
export function indicatorText({ target }: TargetProgress, { strings }: Context): string {
  const own = `indicator.${target.id}`;
  return strings.get(strings.has(own) ? own : `indicator.${target.indicator}`);
}

/** The unit of goal and result, with the direction in which the goal is meant. */
function unitText({ target }: TargetProgress, { strings }: Context): string {
  return strings.get(`unit.${target.unit === '% change' ? '%' : target.unit}`);
}

function goalCell(progress: TargetProgress): TableCell {
  const change = progress.target.kind === 'relative-change' || progress.target.baselineYear !== null;
  return { fact: progress.goal, form: change ? 'signed' : 'number' };
}

/** ≤ or ≥ before a level that must be kept or reached; nothing before a change. */
function senseText({ target }: TargetProgress): string {
  if (target.kind === 'relative-change') return '';
  return moreIsBetter(target) ? '≥' : '≤';
}

/**
 * The published result. Where none answers the target, the published change since the baseline year of the report is shown
 * with its mark, because it is counted from another year than the target.
 */
function resultCell({ target, result, rule }: TargetProgress, { edition, facts }: Context): TableCell {
  const change = target.kind === 'relative-change';
  if (result !== null) {
    const mark = rule === 'published-other-base' || rule === 'other-base' ? { mark: 'other-base' } : {};
    return { fact: result, form: change ? 'signed' : 'number', ...mark };
  }
  const by = AIR[target.indicator];
  const last = Math.min(edition.year, target.deadlineYear);
  const since = `published.${target.scope}.${by}.${last}-vs-${edition.baselineYear}`;
  if (change && by && target.baselineYear !== edition.baselineYear && facts.has(since)) {
    return { fact: since, form: 'signed', mark: 'other-base' };
  }
  return { fact: `none.${target.id}`, absent: 'no-result' };
}

/** Columns and rows of targets: grouped by policy in the order of issue, each with result, verdict and the rule of it. */
export function targetTable(lines: readonly TargetProgress[], context: Context): TableModel | null {
  if (lines.length === 0) return null;
  const { data, language, names, strings, facts } = context;
  const policies = data.policies.filter(({ id }) => lines.some(({ target }) => target.policy === id));
  const since = ({ issued, effective }: (typeof policies)[number]) => issued ?? effective ?? '';
  const groups = policies.sort((a, b) => since(a).localeCompare(since(b)) || a.id.localeCompare(b.id));
  return {
    columns: [
      { key: 'place' },
      { key: 'indicator' },
      { key: 'sense' },
      { key: 'goal', numeric: true },
      { key: 'unit' },
      { key: 'base', numeric: true },
      { key: 'deadline', numeric: true },
      { key: 'result', numeric: true },
      { key: 'verdict' },
    ],
    rows: groups.flatMap((policy) => [
      { group: policy.title },
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
            resultCell(line, context),
            { text: verdictText(line, strings), className: `verdict ${line.verdict}` },
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

/** "met: as published, other base year": the verdict, and by which rule; where none is possible, only why. */
function verdictText({ verdict, rule }: TargetProgress, strings: Context['strings']): string {
  const why = strings.get(`rule.${rule}`);
  return verdict === 'not-assessable'
    ? why
    : strings
        .get('verdict-line')
        .replace('{verdict}', strings.get(`verdict.${verdict}`))
        .replace('{rule}', why);
}
