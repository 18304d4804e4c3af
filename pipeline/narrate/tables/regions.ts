import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { baseCell, nameCell, regionsInUse } from '../table-cells.ts';

const BEIJING = '110000';

/** The key regions as published: PM2.5 and the share of good days, with the nation and Beijing for comparison; null when no region was reported. */
export const regions: TableBuilder = (context) => {
  const { edition } = context;
  const { year, previousYear, baselineYear, scopes } = edition;
  const reported = (scope: string) =>
    context.facts.has(`published.${scope}.pm25.annual-mean.${year}`) ||
    context.facts.has(`published.${scope}.aqi.good-day-share.${year}`);
  if (!regionsInUse(context).some(reported)) return null;
  const all = [...regionsInUse(context), BEIJING, scopes.key, scopes.nation];
  return settled(context, {
    columns: [
      { key: 'region' },
      { key: 'pm25-before', unit: 'µg/m³', numeric: true },
      { key: 'pm25-year', unit: 'µg/m³', numeric: true },
      { key: 'change', unit: '%', numeric: true },
      ...(previousYear > baselineYear ? [{ key: 'change-since-baseline', unit: '%', numeric: true }] : []),
      { key: 'good-before', unit: '%', numeric: true },
      { key: 'good-year', unit: '%', numeric: true },
      { key: 'change-points', unit: 'pp', numeric: true },
    ],
    rows: all.map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        baseCell(context, `${scope}.pm25.annual-mean`, previousYear, year),
        { fact: `published.${scope}.pm25.annual-mean.@Y` },
        { fact: `published.${scope}.pm25.annual-mean.@Y-vs-@P`, form: 'signed' as const },
        ...(previousYear > baselineYear
          ? [{ fact: `published.${scope}.pm25.annual-mean.@Y-vs-@B`, form: 'signed' as const }]
          : []),
        { fact: `published.${scope}.aqi.good-day-share.@P` },
        { fact: `published.${scope}.aqi.good-day-share.@Y` },
        { fact: `published.${scope}.aqi.good-day-share.@Y-minus-@P`, form: 'signed' as const },
      ],
    })),
    notes: ['published-decimals'],
  });
};
