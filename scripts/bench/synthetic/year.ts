import { daysInMonth, daysInYear } from '../../../pipeline/dates.ts';
import { Air } from './air.ts';
import { DayFile } from './day-file.ts';
import { Derived, type IndexTables } from './derived.ts';
import { faultsOf } from './faults.ts';
import { columnsIn, FIRST_YEAR, type Network } from './network.ts';

export type File = Readonly<{ name: string; bytes: Buffer }>;

/** What a year is made of. `days`: only so many from 1 January on. */
export type YearParts = Readonly<{ network: Network; index: IndexTables; year: number; seed: number; days?: number }>;

/**
 * The files of a year, one a day, with the faults of faults.ts. A year depends on its number and the seed only, not on other
 * years. The bytes of a file are good until the next one is asked for.
 */
export function* filesOfYear({ network, index, year, seed, days = daysInYear(year) }: YearParts): Generator<File> {
  const air = new Air(network, year, seed);
  const derived = new Derived(network.sites.length, index);
  const faults = faultsOf(year, seed);
  const file = new DayFile(network);
  const before = Math.round((Date.UTC(year) - Date.UTC(FIRST_YEAR)) / 864e5);
  let day = 0;
  for (let month = 1; month <= 12; month++) {
    for (let ofMonth = 1; ofMonth <= daysInMonth(year, month) && day < days; ofMonth++, day++) {
      const date = `${year}${String(month).padStart(2, '0')}${String(ofMonth).padStart(2, '0')}`;
      const fault = faults.get(day);
      file.begin(columnsIn(network, year, month), fault);
      for (let label = 0; label < 24; label++) {
        air.advance(day, label, before + day);
        derived.advance(air.values, label);
        file.hour(date, label, derived.rows);
      }
      if (fault?.kind !== 'no-file') yield { name: `china_sites_${date}.csv`, bytes: file.bytes() };
    }
  }
}
