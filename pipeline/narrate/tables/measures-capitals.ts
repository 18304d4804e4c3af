import { cityEfforts } from '../../assess/effort.ts';
import { sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';
import { nameCell } from '../table-cells.ts';

/** Fewer capitals are named in the text. */
const LEAST = 3;

/** The capitals for which the register knows enough: records in force at the end of the year, by whose they are; null for one or two. */
export const measuresCapitals: TableBuilder = (context) => {
  const { data, edition } = context;
  const members = data.scopes.find(({ id }) => id === 'CAP31')?.members ?? [];
  const efforts = cityEfforts(data, edition.year).filter(
    ({ city, assessable }) => assessable && members.includes(city.code),
  );
  const records = efforts.flatMap(({ own, province, region }) => [...own, ...province, ...region]);
  if (efforts.length < LEAST) return null;
  return {
    columns: [
      { key: 'city' },
      { key: 'sectors-covered', numeric: true },
      { key: 'level-own', numeric: true },
      { key: 'level-provincial', numeric: true },
      { key: 'level-regional', numeric: true },
    ],
    rows: efforts.map(({ city: { code } }) => ({
      head: nameCell(context, code),
      cells: [
        { fact: `register.${code}.all.sectors-covered.@Y` },
        { fact: `register.${code}.all.own-in-force.@Y` },
        { fact: `register.${code}.all.province-in-force.@Y` },
        { fact: `register.${code}.all.region-in-force.@Y` },
      ],
    })),
    sources: sourcesOf(records),
    notes: ['measures-capitals'],
    className: 'compact',
  };
};
