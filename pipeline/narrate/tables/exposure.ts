import { settle } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, nameCell } from '../table-cells.ts';

const LEVELS = ['IT-1', 'IT-2', 'IT-3'] as const;

/**
 * PM2.5 of the nation and the key regions, each city counting once and each registered person counting once; and the shares of
 * the people who live in cities within WHO's first three interim targets, of which the first is also the class 2 limit.
 */
export const exposure: TableBuilder = (context) => {
  const { edition, strings } = context;
  const scopes = [edition.scopes.nation, ...edition.scopes.regions];
  const changes = scopes.map((scope) => `computed.${scope}.pm25.population-weighted-mean.@Y-vs-@P`);
  return settled(context, {
    columns: [
      { key: 'region' },
      { key: 'mean-of-cities', unit: 'µg/m³', numeric: true },
      { key: 'mean-of-people', unit: 'µg/m³', numeric: true },
      { key: 'change', unit: '%', numeric: true },
      ...LEVELS.map((level) => ({
        key: 'people-within',
        label: strings.get('column.people-within').replace('{}', strings.get(`who.${level}`)),
        unit: '%',
        numeric: true,
      })),
      { key: 'cities-used', numeric: true },
      { key: 'cities', numeric: true },
    ],
    rows: scopes.map((scope) => {
      const weighted = `computed.${scope}.pm25.population-weighted-mean`;
      return {
        head: nameCell(context, scope),
        cells: [
          { fact: `computed.${scope}.pm25.annual-mean.@Y`, decimals: 1 },
          { fact: `${weighted}.@Y`, decimals: 1, bare: true },
          { fact: `${weighted}.@Y-vs-@P`, form: 'signed' as const },
          ...LEVELS.map((level) => ({
            fact: `computed.${scope}.pm25.population-within-${level}-share.@Y`,
            bare: true,
          })),
          { fact: `${weighted}.@Y`, form: 'n' as const },
          { fact: `${weighted}.@Y`, form: 'of' as const },
        ],
      };
    }),
    // The changes carry this note themselves.
    notes: [
      'people-within',
      ...(changes.some((id) => context.facts.has(settle(id, edition))) ? [] : ['coverage-population']),
      // Not the note that each city counts once: half of the table weighs them.
      ...computedNotes(context).filter((key) => key !== 'computed-cities'),
    ],
    className: 'compact',
  });
};
