import { canBeginDust } from '../../standards/dust.ts';
import { POLLUTANTS } from '../../types.ts';

/** Indices in POLLUTANTS of those whose hours are looked at one by one: for sand-dust, and for ozone's windows of eight. */
export const PM25 = 0;
export const PM10 = 1;
export const O3 = 5;

const LABELS = 24;
/** Rows of hours in the grid: all 24 of PM2.5, PM10 and O3, and label 0, which is the day before's, of the others. */
const ROWS = { hours: 3 * LABELS, first: 3, scratch: 1 };
const KEPT: readonly (number | null)[] = [0, 1, null, null, null, 2];
const FIRST: readonly number[] = [0, 0, 0, 1, 2, 0];

/**
 * What one file holds: the hours that are needed one by one, and of every pollutant the sum and the number of the hours that
 * belong to the file's own day, labels 1 to 23. One value a column; NaN is missing.
 */
export class HourGrid {
  values = new Float64Array(0);
  /** Length of a row: room for the columns known so far. */
  stride = 0;
  /** Sums and numbers of labels 1 to 23, a row for each pollutant; those of ozone stay empty. */
  sums = new Float64Array(0);
  counts = new Uint8Array(0);
  /** For each label the columns with a PM10 high enough to begin a sand-dust event, and how many they are. */
  risen = new Int32Array(0);
  readonly risenCounts = new Int32Array(LABELS);
  /** Rows of the file (pollutant × 24 + label), 1 where seen. */
  readonly seen = new Uint8Array(POLLUTANTS.length * LABELS);
  /** The columns of the file that was read into it last. */
  #places: Int32Array | null = null;

  /**
   * Makes the grid ready for a file with these columns. When the file before had the same, what it left is written over,
   * cell by cell, and only the rows not seen are emptied (emptyUnseen): most files have the columns of the one before.
   */
  clear(columns: number, places: Int32Array | null): void {
    this.seen.fill(0);
    this.risenCounts.fill(0);
    if (columns > this.stride) {
      this.stride = columns + 64;
      this.values = new Float64Array((ROWS.hours + ROWS.first + ROWS.scratch) * this.stride);
      this.sums = new Float64Array(POLLUTANTS.length * this.stride);
      this.counts = new Uint8Array(POLLUTANTS.length * this.stride);
      this.risen = new Int32Array(LABELS * this.stride);
      this.#places = null;
    }
    if (this.#places !== places || places === null) this.values.fill(Number.NaN);
    this.sums.fill(0);
    this.counts.fill(0);
    this.#places = places;
  }

  /** Where the row of a pollutant and a label begins; hours that are only summed up share one scratch row. */
  row(pollutant: number, label: number): number {
    const kept = KEPT[pollutant] ?? null;
    if (kept !== null) return (kept * LABELS + label) * this.stride;
    const row = label === 0 ? (FIRST[pollutant] ?? 0) : ROWS.first;
    return (ROWS.hours + row) * this.stride;
  }

  /** Adds up a row that has been read, and notes where PM10 may begin an event. */
  add(pollutant: number, label: number): void {
    const { values, sums, counts, stride } = this;
    const row = this.row(pollutant, label);
    // The day of ozone is made of its hours, which are kept.
    if (label > 0 && pollutant !== O3) {
      const into = pollutant * stride;
      for (let place = 1; place < stride; place++) {
        const value = values[row + place] as number;
        if (Number.isNaN(value)) continue;
        sums[into + place] = (sums[into + place] as number) + value;
        counts[into + place] = (counts[into + place] as number) + 1;
      }
    }
    if (pollutant !== PM10) return;
    let count = 0;
    for (let place = 1; place < stride; place++) {
      if (canBeginDust(values[row + place] as number)) this.risen[label * stride + count++] = place;
    }
    this.risenCounts[label] = count;
  }

  /** Empties the rows that the file did not have. */
  emptyUnseen(): void {
    this.seen.forEach((seen, row) => {
      if (seen === 1) return;
      const at = this.row(Math.floor(row / LABELS), row % LABELS);
      this.values.fill(Number.NaN, at, at + this.stride);
    });
  }

  /** A value of an hour that is kept one by one; NaN where the file had no such column. */
  at(pollutant: number, label: number, place: number): number {
    return place < this.stride ? (this.values[this.row(pollutant, label) + place] as number) : Number.NaN;
  }

  /** The labels with at least one row. */
  labels(): number[] {
    return Array.from({ length: LABELS }, (_, label) => label).filter((label) =>
      POLLUTANTS.some((_, pollutant) => this.seen[pollutant * LABELS + label] === 1),
    );
  }

  /** How many values a column has, over all pollutants and hours. */
  countOf(place: number): number {
    let count = 0;
    for (let pollutant = 0; pollutant < POLLUTANTS.length; pollutant++) {
      count += this.counts[pollutant * this.stride + place] as number;
      const labels = pollutant === O3 ? LABELS : 1;
      for (let label = 0; label < labels; label++) if (!Number.isNaN(this.at(pollutant, label, place))) count += 1;
    }
    return count;
  }
}
