import { POLLUTANTS } from '../../types.ts';

/** The hours one file holds: for each pollutant and each of its 24 labels a row with one value a column; NaN is missing. */
export class HourGrid {
  values: Float64Array;
  /** Length of a row: room for the columns known so far. */
  stride: number;
  /** The columns of the file that was read into it last. */
  #places: Int32Array | null = null;
  /** Rows of the file, 1 where seen. */
  readonly seen = new Uint8Array(POLLUTANTS.length * 24);

  constructor(stride: number) {
    this.stride = stride;
    this.values = new Float64Array(POLLUTANTS.length * 24 * stride).fill(Number.NaN);
  }

  /**
   * Makes the grid ready for a file with these columns. When the file before had the same, what it left is written over,
   * cell by cell, and only the rows not seen are emptied (emptyUnseen): most files have the columns of the one before.
   */
  clear(columns: number, places: Int32Array | null): void {
    this.seen.fill(0);
    if (columns > this.stride) {
      this.stride = columns + 64;
      this.values = new Float64Array(POLLUTANTS.length * 24 * this.stride);
      this.#places = null;
    }
    if (this.#places !== places || places === null) this.values.fill(Number.NaN);
    this.#places = places;
  }

  emptyUnseen(): void {
    this.seen.forEach((seen, row) => {
      if (seen === 0) this.values.fill(Number.NaN, row * this.stride, (row + 1) * this.stride);
    });
  }

  /** Where the row of a pollutant (index in POLLUTANTS) and a label (0 to 23) begins. */
  row(pollutant: number, label: number): number {
    return (pollutant * 24 + label) * this.stride;
  }

  /** NaN where the file had no such column. */
  at(pollutant: number, label: number, place: number): number {
    return place < this.stride ? (this.values[this.row(pollutant, label) + place] as number) : Number.NaN;
  }

  /** The labels with at least one row. */
  labels(): number[] {
    return Array.from({ length: 24 }, (_, label) => label).filter((label) =>
      POLLUTANTS.some((_, pollutant) => this.seen[pollutant * 24 + label] === 1),
    );
  }
}
