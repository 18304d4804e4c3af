import { CO, COURSES, courseAt, dirtAt, MEASURED, PM10, PM25 } from './course.ts';
import { dustAt, episodesOf } from './dust.ts';
import type { Network } from './network.ts';
import { fraction, Random } from './random.ts';

const KINDS = MEASURED.length;
/** Regions: fields of so many degrees, whose air changes together. */
const FIELD = 5;
const HIGHEST = 2400;
/** Per 2³² draws: an outage of all instruments of a site, of one instrument, of one hour. Together some 2 % of the values. */
const SITE_OUT = 2 ** 32 * 0.0004;
const ONE_OUT = 2 ** 32 * 0.0004;
const HOUR_OUT = 2 ** 32 * 0.005;

/**
 * The air at every site, hour after hour: a course of season and day, times a slow change that a region has in common, times
 * that of the city, times the site's own. Values are integers (CO: tenths of mg/m³), -1 where nothing was measured.
 */
export class Air {
  /** Measures of the hour, one row of all sites for each of MEASURED. */
  readonly values: Int16Array;
  readonly #network: Network;
  readonly #random: Random;
  readonly #episodes: ReturnType<typeof episodesOf>;
  readonly #regionOf: Int32Array;
  readonly #regions: Float64Array;
  readonly #cities: Float64Array;
  readonly #cityNow: Float64Array;
  readonly #level: Float32Array;
  readonly #drift: Float32Array;
  readonly #siteOut: Int16Array;
  readonly #oneOut: Int16Array;
  /** County-level sites breathe the air of a city near them. */
  readonly #cityOf: Int32Array;

  constructor(network: Network, year: number, seed: number) {
    const { cities, sites } = network;
    this.#network = network;
    this.#random = new Random(seed, year, 1);
    this.#episodes = episodesOf(year, seed);
    const fields = cities.map(({ lon, lat }) => `${Math.floor(lon / FIELD)},${Math.floor(lat / FIELD)}`);
    const names = [...new Set(fields)];
    this.#regionOf = Int32Array.from(fields, (field) => names.indexOf(field));
    this.#regions = new Float64Array(names.length * KINDS);
    this.#cities = new Float64Array(cities.length * KINDS);
    this.#cityNow = new Float64Array(cities.length * KINDS);
    this.#cityOf = Int32Array.from(sites, ({ city }, i) => (city < 0 ? i % cities.length : city));
    this.values = new Int16Array(sites.length * KINDS);
    this.#level = Float32Array.from({ length: sites.length * KINDS }, (_, i) => 0.8 + 0.4 * fraction(seed, i, 6));
    this.#drift = new Float32Array(sites.length * KINDS);
    this.#siteOut = new Int16Array(sites.length);
    this.#oneOut = new Int16Array(sites.length * KINDS);
  }

  /**
   * Goes on by an hour.
   *
   * @param day day of the year, 0 is 1 January; @param label end of the hour, 0 to 23
   * @param running days since the start of the first year, for sites that fall silent
   */
  advance(day: number, label: number, running: number): void {
    this.#wander(this.#regions, 0.985, 0.3);
    this.#wander(this.#cities, 0.93, 0.64);
    this.#mix(day, label);
    const { sites } = this.#network;
    for (let site = 0; site < sites.length; site++) this.#measure(site, running > (sites[site]?.silentAfter ?? 0));
  }

  /** A first-order walk around 0 with a standard deviation of about 1. */
  #wander(state: Float64Array, keep: number, step: number): void {
    for (let i = 0; i < state.length; i++) {
      state[i] = keep * (state[i] ?? 0) + step * ((this.#random.next() + this.#random.next()) / 2 ** 31 - 2) * 0.7;
    }
  }

  /** The level of every city in this hour. */
  #mix(day: number, label: number): void {
    const courses = COURSES.map((course) => course.level * courseAt(course, day, label));
    this.#network.cities.forEach(({ lon, lat }, city) => {
      const region = (this.#regionOf[city] ?? 0) * KINDS;
      const dirt = dirtAt(lon, lat);
      COURSES.forEach((course, kind) => {
        const walk =
          course.region * (this.#regions[region + kind] ?? 0) + course.city * (this.#cities[city * KINDS + kind] ?? 0);
        this.#cityNow[city * KINDS + kind] = (courses[kind] ?? 0) * (kind === 4 ? 1 : dirt) * Math.exp(walk);
      });
      const dust = dustAt(this.#episodes, day * 24 + label, lon, lat);
      this.#cityNow[city * KINDS + PM10] = (this.#cityNow[city * KINDS + PM10] ?? 0) + dust;
      this.#cityNow[city * KINDS + PM25] = (this.#cityNow[city * KINDS + PM25] ?? 0) + dust * 0.1;
    });
  }

  #measure(site: number, silent: boolean): void {
    const count = this.#network.sites.length;
    const city = (this.#cityOf[site] ?? 0) * KINDS;
    const out = this.#siteOut[site] ?? 0;
    if (out > 0) this.#siteOut[site] = out - 1;
    else if (this.#random.next() < SITE_OUT) this.#siteOut[site] = this.#random.between(2, 40);
    let fine = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      const i = kind * count + site;
      const draw = this.#random.next();
      // The low bits of a draw move the value, the whole decides about outages.
      const drift = 0.9 * (this.#drift[i] ?? 0) + 0.12 * ((draw & 0xffff) / 0x8000 - 1);
      this.#drift[i] = drift;
      let value = Math.max(1, Math.round((this.#cityNow[city + kind] ?? 0) * (this.#level[i] ?? 1) * (1 + drift)));
      if (kind === PM25) fine = value;
      if (kind === PM10) value += fine;
      value = Math.min(value, kind === CO ? 150 : HIGHEST);
      const one = this.#oneOut[i] ?? 0;
      if (one > 0) this.#oneOut[i] = one - 1;
      else if (draw < ONE_OUT) this.#oneOut[i] = this.#random.between(1, 24);
      this.values[i] = silent || out > 0 || one > 0 || draw < HOUR_OUT ? -1 : value;
    }
  }
}
