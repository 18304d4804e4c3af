import { canBeginDust } from '../../standards/dust.ts';
import { POLLUTANTS } from '../../types.ts';

/** Indices in POLLUTANTS of those that have rules of their own: sand-dust, and ozone's windows of eight. */
export const PM25 = 0;
export const PM10 = 1;
export const O3 = 5;

const LABELS = 24;

/** What one file holds: the hours of every pollutant, one value a column; NaN is missing. */
export class HourGrid {
  values = new Float64Array(0);
  /** Length of a row: room for the columns known so far. */
  stride = 0;
  /** For each label the columns with a PM10 high enough to begin a sand-dust event, and how many they are. */
  risen = new Int32Array(0);
  readonly risenCounts = new Int32Array(LABELS);
  /** Rows of the file (pollutant × 24 + label), 1 where seen. */
  readonly seen = new Uint8Array(POLLUTANTS.length * LABELS);
  /** The columns of the file that was read into it last. */
  #places: Int32Array | null = null;

  /**
   * Makes the grid ready for a file with these columns. When the file before had the same, what it left is written over,
   * cell by cell, and only the rows not seen are emptied (settle): most files have the columns of the one before.
   */
  clear(columns: number, places: Int32Array | null): void {
    this.seen.fill(0);
    this.risenCounts.fill(0);
    if (columns > this.stride) {
      this.stride = columns + 64;
      this.values = new Float64Array((POLLUTANTS.length * LABELS + 1) * this.stride);
      this.risen = new Int32Array(LABELS * this.stride);
      this.#places = null;
    }
    if (this.#places !== places || places === null) this.values.fill(Number.NaN);
    this.#places = places;
  }

  /** Where a row begins that is always empty. */
  get none(): number {
    return this.row(POLLUTANTS.length, 0);
  }

  /** Where the row of a pollutant and a label begins. */
  row(pollutant: number, label: number): number {
    return (pollutant * LABELS + label) * this.stride;
  }

  /** To be called when all rows are read: empties those that the file did not have, and notes where dust may begin. */
  settle(): void {
    this.seen.forEach((seen, row) => {
      if (seen === 0) this.values.fill(Number.NaN, row * this.stride, (row + 1) * this.stride);
    });
    for (let label = 0; label < LABELS; label++) this.#noteRisen(label);
  }

  #noteRisen(label: number): void {
    const { values, risen, stride } = this;
    const row = this.row(PM10, label);
    let count = 0;
    for (let place = 1; place < stride; place++) {
      if (canBeginDust(values[row + place] as number)) risen[label * stride + count++] = place;
    }
    this.risenCounts[label] = count;
  }

  /** The value of an hour; NaN where the file had no such column. */
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
    for (let row = 0; row < this.seen.length; row++) {
      if (!Number.isNaN(this.values[row * this.stride + place])) count += 1;
    }
    return count;
  }
}
