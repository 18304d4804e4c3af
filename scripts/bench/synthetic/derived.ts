import { CO, MEASURED, NO2, O3, PM10, PM25, SO2 } from './course.ts';

/** The rows of an hour, in the order of the files. */
export const TYPES = [
  ...['AQI', 'PM2.5', 'PM2.5_24h', 'PM10', 'PM10_24h', 'SO2', 'SO2_24h', 'NO2', 'NO2_24h'],
  ...['O3', 'O3_24h', 'O3_8h', 'O3_8h_24h', 'CO', 'CO_24h'],
] as const;

/** Of the hours a mean is made of, so many must be there. */
const LEAST_OF_24 = 20;
const LEAST_OF_8 = 6;

/** The index of a concentration by table, one for each measure; -1 where there is no concentration. */
export type IndexTables = readonly Int16Array[];

/** The running columns of the files: means of 24 and 8 hours, the day's maxima, and the index of the hour. */
export class Derived {
  /** A row of all sites for each of TYPES; -1 is missing; CO in tenths. */
  readonly rows: readonly Int16Array[];
  readonly #sites: number;
  readonly #index: IndexTables;
  /** The last 24 hours of every measure and site, and their sums. */
  readonly #ring: Int16Array;
  readonly #sum: Int32Array;
  readonly #count: Int16Array;
  #slot = 0;

  constructor(sites: number, index: IndexTables) {
    this.#sites = sites;
    this.#index = index;
    this.rows = TYPES.map(() => new Int16Array(sites).fill(-1));
    this.#ring = new Int16Array(24 * sites * MEASURED.length).fill(-1);
    this.#sum = new Int32Array(sites * MEASURED.length);
    this.#count = new Int16Array(sites * MEASURED.length);
  }

  /** @param label end of the hour: the maxima of a day begin anew with label 1 */
  advance(values: Int16Array, label: number): void {
    const sites = this.#sites;
    const all = sites * MEASURED.length;
    const now = this.#slot * all;
    for (let i = 0; i < all; i++) {
      const leaves = this.#ring[now + i] ?? -1;
      const enters = values[i] ?? -1;
      this.#ring[now + i] = enters;
      if (leaves >= 0) {
        this.#sum[i] = (this.#sum[i] ?? 0) - leaves;
        this.#count[i] = (this.#count[i] ?? 0) - 1;
      }
      if (enters >= 0) {
        this.#sum[i] = (this.#sum[i] ?? 0) + enters;
        this.#count[i] = (this.#count[i] ?? 0) + 1;
      }
    }
    for (const [row, kind] of [
      [1, PM25],
      [3, PM10],
      [5, SO2],
      [7, NO2],
      [9, O3],
      [13, CO],
    ] as const) {
      this.rows[row]?.set(values.subarray(kind * sites, (kind + 1) * sites));
    }
    for (const [row, kind] of [
      [2, PM25],
      [4, PM10],
      [6, SO2],
      [8, NO2],
      [14, CO],
    ] as const)
      this.#means(row, kind);
    this.#ozone(label);
    this.#indices(values);
    this.#slot = (this.#slot + 1) % 24;
  }

  #means(row: number, kind: number): void {
    const into = this.rows[row];
    if (!into) return;
    for (let site = 0, i = kind * this.#sites; site < into.length; site++, i++) {
      const count = this.#count[i] ?? 0;
      into[site] = count < LEAST_OF_24 ? -1 : Math.round((this.#sum[i] ?? 0) / count);
    }
  }

  #ozone(label: number): void {
    const [hours, highest, eight, highestEight] = [this.rows[9], this.rows[10], this.rows[11], this.rows[12]];
    if (!hours || !highest || !eight || !highestEight) return;
    const all = this.#sites * MEASURED.length;
    const begins = label === 1;
    for (let site = 0; site < this.#sites; site++) {
      let sum = 0;
      let count = 0;
      for (let ago = 0; ago < 8; ago++) {
        const value = this.#ring[((this.#slot - ago + 24) % 24) * all + O3 * this.#sites + site] ?? -1;
        if (value < 0) continue;
        sum += value;
        count += 1;
      }
      const mean = count < LEAST_OF_8 ? -1 : Math.round(sum / count);
      eight[site] = mean;
      highestEight[site] = Math.max(begins ? -1 : (highestEight[site] ?? -1), mean);
      highest[site] = Math.max(begins ? -1 : (highest[site] ?? -1), hours[site] ?? -1);
    }
  }

  #indices(values: Int16Array): void {
    const into = this.rows[0];
    if (!into) return;
    for (let site = 0; site < into.length; site++) {
      let index = -1;
      for (let kind = 0; kind < MEASURED.length; kind++) {
        const value = values[kind * this.#sites + site] ?? -1;
        if (value >= 0) index = Math.max(index, this.#index[kind]?.[value] ?? -1);
      }
      into[site] = index;
    }
  }
}
