import { printable } from '../../assess/published.ts';
import { ACTION_PLAN_END } from '../../assess/since-base.ts';
import type { TargetProgress } from '../../types.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import { commonNotes, levelCells, rarelyMarked, sinceBaseCell, sinceBaseOf } from '../since-base-cells.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { resultCell } from '../target-rows.ts';

/** The base year in the Action Plan's text. */
const BASE = 2012;
/** Guangdong's letter is about the Pearl River Delta. */
const LETTER_FOR: Readonly<Record<string, string>> = { '440000': 'PRD9' };

/** The province's goal in the Action Plan: that of its responsibility letter, else of its own plan; null where it was not read. */
export function goalOf(code: string, lines: readonly TargetProgress[]): TargetProgress | null {
  const own = lines.filter(
    ({ target }) =>
      target.scope === (LETTER_FOR[code] ?? code) &&
      target.baselineYear === BASE &&
      target.deadlineYear === ACTION_PLAN_END &&
      /^pm(?:25|10)_annual$/.test(target.indicator) &&
      target.kind === 'relative-change',
  );
  return own.find(({ target }) => target.policy === 'cn-2014-responsibility-letters') ?? own[0] ?? null;
}

/** What the goal is about: the pollutant, and the area where it is not the whole province. */
function goalText(line: TargetProgress, code: string, { names, language }: Context): string {
  const pollutant = line.target.indicator.startsWith('pm25') ? 'PM2.5' : 'PM10';
  if (line.target.scope === code) return pollutant;
  const area = names.get(line.target.scope)?.[language] ?? line.target.scope;
  return language === 'zh' ? `${pollutant}（${area}）` : `${pollutant}, ${area}`;
}

/**
 * The provinces in the Action Plan: the goal and what answers it, the means of PM10 in the text's base year and at the end over the same cities,
 * and the ministry's grade once it is out.
 */
export const actionPlanProvinces: TableBuilder = (context) => {
  const { data, edition, strings, assessment } = context;
  const to = Math.min(edition.year, ACTION_PLAN_END);
  const grades = new Map(
    data.published
      .filter(
        (row) =>
          row.statistic === 'action-plan-grade' && printable(row) && Number(row.period.slice(-4)) <= edition.year,
      )
      .map(({ scope, text }) => [scope, text ?? '']),
  );
  const provinces = data.provinces.filter(({ code }) => data.cities.some(({ province }) => province.code === code));
  const rows = provinces.map(({ code, short }) => ({
    code,
    short,
    line: goalOf(code, assessment.targets),
    change: sinceBaseOf(context, code, { subject: 'pm10', statistic: 'annual-mean', from: BASE, to }),
  }));
  const label = (year: number) => strings.get('column.pm10-of-year').replace('{}', String(year));
  const resultOf = (line: TargetProgress) =>
    rarelyMarked(resultCell(line), line.result === null ? undefined : context.facts.find(line.result));
  const empty: TableCell = { text: '' };
  return settled(context, {
    columns: [
      { key: 'province' },
      { key: 'indicator' },
      { key: 'goal', unit: '%', numeric: true },
      { key: 'result', unit: '%', numeric: true },
      { key: 'verdict' },
      { key: 'pm10-of-year', label: label(BASE), numeric: true },
      { key: 'pm10-of-year', label: label(to), numeric: true },
      { key: 'change', unit: '%', numeric: true },
      { key: 'cities-used', numeric: true },
      ...(grades.size > 0 ? [{ key: 'grade' }] : []),
    ],
    rows: rows.map(({ code, short, line, change }) => ({
      head: { text: short },
      cells: [
        line ? { text: goalText(line, code, context) } : { text: strings.get('goal-not-read') },
        line ? { fact: line.goal, form: 'signed' as const } : empty,
        line ? resultOf(line) : empty,
        line ? { text: strings.get(`verdict.${line.verdict}`), className: `verdict ${line.verdict}` } : empty,
        ...levelCells(change, { from: BASE, to }),
        sinceBaseCell(change),
        change ? { fact: change.id, form: 'n' as const } : empty,
        ...(grades.size > 0 ? [{ text: grades.has(code) ? strings.get(`grade.${grades.get(code)}`) : '' }] : []),
      ],
    })),
    notes: ['action-plan-provinces', ...commonNotes(rows.map(({ change }) => change))],
    className: 'compact',
  });
};
