import type { CityRecord, Series, StoredSeries } from './adapter.ts';

const SLOTS = { 10: 372, 7: 12, 4: 1 } as const;

/** Puts together what the batches of one archive give, in whatever order they come. */
export class Store {
  readonly #byKey = new Map<string, StoredSeries>();

  /** @returns the series that had a value for that date already; the first value is kept */
  add({ code, date, values }: CityRecord): Series[] {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7) || 1);
    const day = Number(date.slice(8, 10) || 1);
    const length = SLOTS[date.length as keyof typeof SLOTS];
    const slot = (month - 1) * (date.length === 10 ? 31 : 1) + day - 1;
    const taken: Series[] = [];
    for (const [series, value] of Object.entries(values) as [Series, number][]) {
      const key = `${code} ${series} ${year}`;
      let stored = this.#byKey.get(key);
      if (!stored) {
        stored = { code, series, year, slots: new Float64Array(length).fill(Number.NaN) };
        this.#byKey.set(key, stored);
      }
      if (Number.isNaN(stored.slots[slot])) stored.slots[slot] = value;
      else taken.push(series);
    }
    return taken;
  }

  series(): Iterable<StoredSeries> {
    return this.#byKey.values();
  }
}
