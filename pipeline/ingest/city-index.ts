import { nearest } from '../errors.ts';
import type { City } from '../types.ts';

/** What a name in an archive stands for. */
export type Resolved =
  | Readonly<{ kind: 'city'; city: City }>
  /** A county-level or other unit that is known, and that no national assessment counts as a city. */
  | Readonly<{ kind: 'not-assessed'; name: string; reason: string }>
  | Readonly<{ kind: 'unknown'; name: string; nearest: readonly string[] }>;

/** Finds cities by code, or by any name or alias in either language. */
export class CityIndex {
  readonly cities: readonly City[];
  readonly #byCode: ReadonlyMap<string, City>;
  readonly #byName = new Map<string, City>();
  /** Units that are known and not assessed, with the reason. */
  readonly notAssessed: ReadonlyMap<string, string>;

  constructor(cities: readonly City[], notAssessed: ReadonlyMap<string, string> = new Map()) {
    this.cities = cities;
    this.#byCode = new Map(cities.map((city) => [city.code, city]));
    this.notAssessed = notAssessed;
    for (const city of cities) {
      for (const name of [city.name.zh, city.name.en, city.short.zh, city.short.en, ...city.aliases]) {
        this.#byName.set(name, city);
      }
    }
  }

  byCode(code: string): City | undefined {
    return this.#byCode.get(code);
  }

  resolve(name: string): Resolved {
    const city = this.#byName.get(name);
    if (city) return { kind: 'city', city };
    const reason = this.notAssessed.get(name);
    if (reason !== undefined) return { kind: 'not-assessed', name, reason };
    return { kind: 'unknown', name, nearest: nearest(name, this.#byName.keys()) };
  }
}
