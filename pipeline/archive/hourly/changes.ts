import type { CityDay } from './city-day.ts';
import type { DayCache, KeptDay } from './day-cache.ts';

/**
 * Finds the cities whose days differ from those of an earlier run, so that the lines of all others can be taken from it. Days
 * are told in their order; a day that one run has and the other has not makes everything different.
 */
export class Changes {
  readonly #codes: readonly string[];
  readonly #cache: DayCache;
  readonly #cities = new Set<string>();
  readonly #madeFrom = Array.from({ length: 12 }, () => '');
  readonly #counts = new Map<string, number>();
  #comparable = true;

  /** @param codes of the cities, in the order of their places */
  constructor(codes: readonly string[], cache: DayCache) {
    this.#codes = codes;
    this.#cache = cache;
  }

  /** A day that is taken from the earlier run. */
  same(date: string, { from }: KeptDay): void {
    this.#count(date, from);
  }

  /** A day that was made anew, and what it was before. */
  made(date: string, now: CityDay, before: KeptDay | undefined): void {
    if (before === undefined || before.day.cities !== now.cities) {
      this.#comparable = false;
      return;
    }
    this.#count(date, before.from);
    const then = before.day;
    for (let i = 0; i < now.sums.length; i++) {
      if (now.sums[i] === then.sums[i] && now.counts[i] === then.counts[i]) continue;
      const code = this.#codes[i % now.cities];
      if (code !== undefined) this.#cities.add(code);
    }
  }

  /** The cities that changed, and what the earlier run's months were made from; null where the two cannot be compared. */
  end(year: number): { cities: ReadonlySet<string>; madeFrom: readonly string[] } | null {
    const months = this.#madeFrom.map((_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
    const all = months.every((month) => (this.#counts.get(month) ?? 0) === this.#cache.daysBefore(month));
    return this.#comparable && all ? { cities: this.#cities, madeFrom: this.#madeFrom } : null;
  }

  #count(date: string, from: string): void {
    const month = date.slice(0, 7);
    this.#counts.set(month, (this.#counts.get(month) ?? 0) + 1);
    const at = Number(date.slice(5, 7)) - 1;
    this.#madeFrom[at] = `${this.#madeFrom[at]}${date} ${from}\n`;
  }
}
