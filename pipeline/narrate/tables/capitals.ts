import { placeCell, placeNotes } from '../place-cells.ts';
import { allSixKnown } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { bestCell, computedNotes, nameCell } from '../table-cells.ts';

const FOUR = ['pm25', 'pm10', 'so2', 'no2'] as const;

/**
 * The capitals and municipalities: four pollutants as computed, good days where a figure is at hand, and the rank by composite index or,
 * where that is not known, by PM2.5.
 */
export const capitals: TableBuilder = (context) => {
  const six = allSixKnown(context);
  // With all six pollutants there is no room for a unit in each head: a note gives them.
  const unit = (name: string) => (six ? {} : { unit: name });
  const members = context.data.scopes.find(({ id }) => id === 'CAP31')?.members ?? [];
  const ranking = context.assessment.rankings.filter(
    ({ list, cohort, year }) => list === 'cleanest' && cohort === 'CAP31' && year === context.edition.year,
  );
  const byCode = new Map(ranking.map((row) => [row.code, row]));
  const byIndex = ranking.some(({ note }) => note === 'by-composite');
  const rankOf = (code: string) => {
    const row = byCode.get(code);
    return row ? placeCell(row, ranking) : { place: `computed.${code}.all.rank.@Y.CAP31` };
  };
  return settled(context, {
    columns: [
      { key: 'city' },
      { key: 'pm25', ...unit('µg/m³'), numeric: true },
      { key: 'change', unit: '%', numeric: true },
      ...FOUR.slice(1).map((key) => ({ key, ...unit('µg/m³'), numeric: true })),
      ...(six
        ? [
            { key: 'co-p95', numeric: true },
            { key: 'o3-mda8', numeric: true },
          ]
        : []),
      { key: 'good-days', numeric: true },
      { key: 'good-day-share', unit: '%', numeric: true },
      ...(byIndex ? [{ key: 'composite', numeric: true }] : []),
      { key: 'rank-range', numeric: true },
    ],
    rows: members.map((code) => ({
      head: nameCell(context, code),
      cells: [
        { fact: `computed.${code}.pm25.annual-mean.@Y` },
        { fact: `computed.${code}.pm25.annual-mean.@Y-vs-@P`, form: 'signed' as const },
        ...FOUR.slice(1).map((pollutant) => ({ fact: `computed.${code}.${pollutant}.annual-mean.@Y` })),
        ...(six ? [{ fact: `computed.${code}.co.p95-daily.@Y` }, { fact: `computed.${code}.o3.p90-mda8.@Y` }] : []),
        six ? { fact: `computed.${code}.aqi.good-days.@Y` } : bestCell(context, `${code}.aqi.good-days.@Y`),
        six ? { fact: `computed.${code}.aqi.good-day-share.@Y` } : bestCell(context, `${code}.aqi.good-day-share.@Y`),
        ...(byIndex ? [{ fact: `computed.${code}.all.composite-index.@Y` }] : []),
        rankOf(code),
      ],
    })),
    notes: [
      ...(six ? ['units-shares'] : []),
      ...(ranking.length > 0 ? [byIndex ? 'ranked-by-composite' : 'ranked-by-pm25', ...placeNotes(ranking)] : []),
      ...computedNotes(context),
    ],
    className: 'compact placed',
  });
};
