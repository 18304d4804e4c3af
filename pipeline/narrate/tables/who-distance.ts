import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, nameCell, regionsInUse } from '../table-cells.ts';
import { trendOf } from '../trend-of.ts';

const LEVELS = ['IT-1', 'IT-2', 'IT-3', 'AQG'] as const;

/** Interim targets of PM2.5 with the goals of the facts `years-to-…`. */
const UNTIL = [
  { level: 'IT-1', goal: 35 },
  { level: 'IT-2', goal: 25 },
] as const;

/**
 * How far the nation, the key cities, the regions and the capitals are from WHO's levels for PM2.5, as computed: the fall in % that each level
 * would take, and, in years with a trend, its slope and the years until the first two levels with their intervals.
 */
export const whoDistance: TableBuilder = (context) => {
  const { data, edition, strings } = context;
  const { year, scopes } = edition;
  const capitals = data.scopes.find(({ id }) => id === 'CAP31')?.members ?? [];
  const trended = [...capitals, scopes.nation].some(
    (code) => trendOf(context.facts, 'computed', code, 'pm25', year) !== null,
  );
  const row = (scope: string) => {
    const stem = `computed.${scope}.pm25`;
    const slope = trendOf(context.facts, 'computed', scope, 'pm25', year);
    const end = (name: string) => slope?.id.replace('.trend-slope.', `.trend-slope-${name}.`) ?? '';
    return {
      head: nameCell(context, scope),
      cells: [
        { fact: `${stem}.annual-mean.@Y` },
        ...LEVELS.map((level) => ({ fact: `${stem}.reduction-to-${level}.@Y`, nought: 'who.met' })),
        {
          fact: slope?.id ?? `${stem}.trend-slope.none`,
          form: 'signed' as const,
          range: [end('low'), end('high')] as const,
          bare: true,
          absent: 'trend-short',
        },
        ...(trended ? UNTIL : []).map(({ goal }) => ({
          fact: `${stem}.years-to-${goal}.@Y`,
          range: [`${stem}.years-to-${goal}-low.@Y`, `${stem}.years-to-${goal}-high.@Y`] as const,
          nought: 'who.met',
          bare: true,
        })),
      ],
    };
  };
  const rows = [
    { group: strings.get('group.cohorts-regions') },
    ...[...new Set([scopes.nation, scopes.key, 'CAP31', ...regionsInUse(context)])].map(row),
    { group: strings.get('group.capitals') },
    ...capitals.map(row),
  ];
  return settled(context, {
    columns: [
      { key: 'scope-or-city' },
      { key: 'pm25', unit: 'µg/m³', numeric: true },
      ...LEVELS.map((level) => ({ key: 'fall-to', label: strings.get(`who.${level}`), unit: '%', numeric: true })),
      { key: 'trend-slope', numeric: true },
      ...(trended ? UNTIL : []).map(({ level }) => ({
        key: 'years-until',
        label: strings.get('column.years-until').replace('{}', strings.get(`who.${level}`)),
        numeric: true,
      })),
    ],
    rows,
    notes: [
      'who-fall',
      ...(trended ? ['trend-interval', 'years-until', ...(year >= 2017 ? ['trend-archives'] : [])] : []),
      ...computedNotes(context),
    ],
    className: 'compact',
  });
};
