import { CHOICES, type Choice, type RobustnessLine, type TargetProgress } from '../../types.ts';
import type { Context } from '../context.ts';
import type { TableBuilder, TableCell, TableColumn } from '../table.ts';
import { indicatorText } from '../target-rows.ts';

/** Reasons that a reader must know of, as notes under the table; the others stand at the dash. */
const TOLD = ['other-state', 'capture-none', 'capture-unknown', 'no-dust-hours', 'before-archives'];

const columnsOf = (choices: readonly Choice[]): TableColumn[] =>
  choices.map((choice) => ({ key: `choice-${choice}`, numeric: true }));

/** Choices under which anything could be computed. */
const computable = (lines: readonly RobustnessLine[]): Choice[] =>
  CHOICES.filter((choice) => lines.some((line) => line.choice === choice && line.holds !== null));

/** Notes that the changes shown carry: said once for the table. */
function comparisonNotes(lines: readonly RobustnessLine[], { facts }: Context): string[] {
  const carried = new Set(lines.flatMap(({ fact }) => (fact ? facts.get(fact).notes : [])));
  return ['mixed-basis', 'method-change'].filter((note) => carried.has(note)).map((note) => `${note}-column`);
}

const notesOf = (lines: readonly RobustnessLine[]): string[] =>
  TOLD.filter((key) => lines.some(({ reason }) => reason === key)).map((key) => `choice-${key}`);

function sourcesOf(lines: readonly RobustnessLine[], { facts }: Context): string[] {
  const shown = lines.flatMap(({ printed, fact }) => (fact ? [printed, fact] : [printed]));
  return [...new Set(shown.flatMap((id) => facts.find(id)?.sources ?? []))];
}

/** A number, or for a statement on who stands first the name; ≠ where the statement does not hold. */
function cell(id: string, holds: boolean, named: boolean, context: Context): TableCell {
  const { facts, strings, names, language } = context;
  const fact = facts.get(id);
  if (!named) {
    const form = /-(?:vs|minus)-/.test(fact.period) && fact.unit !== 'cities' ? 'signed' : 'number';
    return { fact: id, form, bare: true, ...(holds ? {} : { mark: 'differs' }) };
  }
  const pollutant = `pollutant.${fact.subject}`;
  const name = isPlace(fact.statistic) ? names.get(fact.scope)?.[language] : strings.get(pollutant);
  return { text: `${name ?? fact.scope}${holds ? '' : `\u00a0${strings.get('mark.differs')}`}`, className: 'num' };
}

/** Places are told apart by their level or index, pollutants by a share. */
const isPlace = (statistic: string): boolean => !statistic.endsWith('-share');
const NAMED = /^(?:most-|highest-|lowest-|best-|worst-)/;

function choiceCells(lines: readonly RobustnessLine[], choices: readonly Choice[], context: Context): TableCell[] {
  return choices.map((choice) => {
    const line = lines.find((one) => one.choice === choice);
    if (!line || line.reason === 'not-concerned') return null;
    if (line.fact === null || line.holds === null) return { fact: `none.${line.id}`, absent: line.reason ?? 'unknown' };
    return cell(line.fact, line.holds, line.kind === 'headline' && NAMED.test(line.id), context);
  });
}

/** Ids of what could be made again under one choice at least: only these have a row, the text counts the others. */
const testedIds = (lines: readonly RobustnessLine[]): string[] => [
  ...new Set(lines.filter(({ holds }) => holds !== null).map(({ id }) => id)),
];

/** The headline statements that could be tested: as printed, and under each choice that can be computed for any of them. */
export const robustness: TableBuilder = (context) => {
  const lines = context.assessment.robustness.filter(({ kind }) => kind === 'headline');
  const ids = testedIds(lines);
  if (ids.length === 0) return null;
  const choices = computable(lines);
  return {
    columns: [{ key: 'statement' }, { key: 'as-printed', numeric: true }, ...columnsOf(choices)],
    rows: ids.map((id) => {
      const own = lines.filter((line) => line.id === id);
      const printed = own[0]?.printed ?? '';
      const unit = context.facts.get(printed).unit;
      const named = NAMED.test(id);
      const shown = named || unit === 'cities' || unit === '' ? '' : context.strings.get(`unit.${unit}`);
      return {
        head: { text: context.strings.get(`headline.${id}`), ...(shown ? { below: shown } : {}) },
        cells: [cell(printed, true, named, context), ...choiceCells(own, choices, context)],
      };
    }),
    sources: sourcesOf(lines, context),
    notes: ['robustness', ...notesOf(lines), ...comparisonNotes(lines, context)],
    className: 'compact robust',
  };
};

/** The verdicts on targets that could be asked again, as printed, and the figures by which they were judged. */
export const robustnessTargets: TableBuilder = (context) => {
  const lines = context.assessment.robustness.filter(({ kind }) => kind === 'verdict');
  const ids = testedIds(lines);
  if (ids.length === 0) return null;
  const choices = computable(lines);
  const { strings, names, language } = context;
  const row = (target: TargetProgress) => {
    const own = lines.filter(({ id }) => id === target.target.id);
    return {
      head: { text: names.get(target.target.scope)?.[language] ?? target.target.scope },
      cells: [
        { text: indicatorText(target, context) },
        { text: strings.get(`verdict.${target.verdict}`), className: `verdict ${target.verdict}` },
        cell(own[0]?.printed ?? '', true, false, context),
        ...choiceCells(own, choices, context),
      ],
    };
  };
  const shown = lines.filter(({ id }) => ids.includes(id));
  return {
    columns: [
      { key: 'place' },
      { key: 'indicator' },
      { key: 'verdict' },
      { key: 'as-printed', numeric: true },
      ...columnsOf(choices),
    ],
    rows: context.assessment.targets.filter(({ target }) => ids.includes(target.id)).map(row),
    sources: sourcesOf(shown, context),
    notes: ['robustness-targets', ...comparisonNotes(shown, context)],
    className: 'compact',
  };
};
