import { POLLUTANTS } from '../../types.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

/** How many cities meet the class 2 limits: for all six pollutants as published, for each pollutant as computed. */
export const attainment: TableBuilder = (context) => {
  const { strings } = context;
  const subjects = [
    { subject: 'all', statistic: 'attaining', head: strings.get('pollutant.all') },
    ...POLLUTANTS.map((subject) => ({ subject, statistic: 'attaining', head: strings.get(`pollutant.${subject}`) })),
    { subject: 'all', statistic: 'attaining-dust-excluded', head: strings.get('measure.dust-excluded') },
    { subject: 'all', statistic: 'attaining-four', head: strings.get('measure.four') },
  ];
  return settled(context, {
    columns: [
      { key: 'pollutant' },
      { key: 'published-cities-before', numeric: true },
      { key: 'published-cities', numeric: true },
      { key: 'published-share', unit: '%', numeric: true },
      { key: 'computed-cities', numeric: true },
      { key: 'computed-share', unit: '%', numeric: true },
      { key: 'computed-strict', numeric: true },
      { key: 'cities-with-data', numeric: true },
    ],
    rows: subjects.map(({ subject, statistic, head }) => ({
      head: { text: head },
      cells: [
        { fact: `published.@N.${subject}.${statistic}-cities.@P` },
        { fact: `published.@N.${subject}.${statistic}-cities.@Y` },
        { fact: `published.@N.${subject}.${statistic}-share.@Y` },
        { fact: `computed.@N.${subject}.${statistic}-cities.@Y` },
        { fact: `computed.@N.${subject}.${statistic}-share.@Y` },
        { fact: `computed.@N.${subject}.${statistic}-strict-cities.@Y` },
        { fact: `computed.@N.${subject}.${statistic}-cities.@Y`, form: 'n' as const },
      ],
    })),
    notes: ['attainment-rule', ...computedNotes(context)],
  });
};
