import { makeFact } from '../fact-id.ts';
import type { Fact } from '../types.ts';
import { lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import { THROUGHOUT } from './short-year.ts';
import type { CityValues } from './values.ts';

/**
 * In how many cities of a panel the annual mean of PM2.5 rests on fewer days than GB 3095 table 4 asks for: said
 * where it is nearly all of them, because the archive lacks whole days for all alike; elsewhere the values are marked one by one.
 */
export function captureFacts(values: CityValues, panel: Panel, year: number): Fact[] {
  const rows = values.present(panel.codes, 'pm25', 'annual-mean', year);
  const short = rows.filter(({ capture }) => capture === 'short');
  if (rows.length === 0 || short.length / rows.length < THROUGHOUT) return [];
  return [
    makeFact({
      origin: 'computed',
      scope: panel.id,
      subject: 'pm25',
      statistic: 'short-capture-cities',
      period: String(year),
      value: short.length,
      unit: 'cities',
      decimals: 0,
      ...lineage(rows),
      n: rows.length,
      of: panel.codes.length,
      inputs: [`city-year:${panel.id}:pm25:annual-mean:${year}`],
    }),
  ];
}
