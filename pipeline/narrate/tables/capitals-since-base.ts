import { NETWORK_YEAR } from '../../assess/since-base-level.ts';
import { settled } from '../settled-table.ts';
import { commonNotes, levelCells, sinceBaseCell, sinceBaseOf } from '../since-base-cells.ts';
import type { TableBuilder } from '../table.ts';
import { nameCell } from '../table-cells.ts';

const FOUR = ['pm25', 'pm10', 'so2', 'no2'] as const;
const CAPITALS = 'CAP31';

/**
 * The capitals since the first year of the national network: the level of 2013 as published and the change from it, for four pollutants.
 * Null in 2013 and where no change can be counted.
 */
export const capitalsSinceBase: TableBuilder = (context) => {
  const { data, edition, strings } = context;
  const members = data.scopes.find(({ id }) => id === CAPITALS)?.members ?? [];
  const changes = [...members, CAPITALS].map((scope) => ({
    scope,
    own: FOUR.map((subject) =>
      sinceBaseOf(context, scope, { subject, statistic: 'annual-mean', from: NETWORK_YEAR, to: edition.year }),
    ),
  }));
  const label = (subject: string) => strings.get(`column.${subject}-of-year`).replace('{}', String(NETWORK_YEAR));
  return settled(context, {
    columns: [
      { key: 'city' },
      ...FOUR.flatMap((subject) => [
        { key: `${subject}-of-year`, label: label(subject), numeric: true },
        { key: 'change', unit: '%', numeric: true },
      ]),
    ],
    rows: changes.map(({ scope, own }) => ({
      head: nameCell(context, scope),
      // A level without its change says nothing here: particles have none on the new reference state.
      cells: own.flatMap((fact) => [
        fact?.value == null
          ? { fact: 'none.since-base', absent: 'no-pair' }
          : levelCells(fact, { from: NETWORK_YEAR, to: edition.year })[0],
        sinceBaseCell(fact),
      ]),
    })),
    notes: ['capitals-since-base', ...commonNotes(changes.flatMap(({ own }) => own))],
    className: 'compact',
  });
};
