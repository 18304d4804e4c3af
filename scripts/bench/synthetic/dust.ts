import { Random } from './random.ts';

/** A sand-dust episode over part of the north: from one hour of the year to another, around a place. */
type Episode = Readonly<{ from: number; to: number; lon: number; lat: number; reach: number; strength: number }>;

/** Spring's episodes: about one in eight days from March to May, a few in the other cold months. */
export function episodesOf(year: number, seed: number): Episode[] {
  const random = new Random(seed, year, 11);
  return Array.from({ length: 16 }, (_, i) => {
    const day = i < 12 ? random.between(60, 150) : random.between(280, 360);
    const from = day * 24 + random.between(0, 23);
    return {
      from,
      to: from + random.between(10, 44),
      lon: random.between(78, 120),
      lat: random.between(36, 44),
      reach: random.between(3, 9),
      strength: random.between(150, 1400),
    };
  });
}

/** Dust at a place in an hour of the year, µg/m³ of coarse particles: sudden at the front, then falling off. */
export function dustAt(episodes: readonly Episode[], hour: number, lon: number, lat: number): number {
  let dust = 0;
  for (const { from, to, strength, reach, ...centre } of episodes) {
    if (hour < from || hour >= to) continue;
    const distance = ((lon - centre.lon) ** 2 + (lat - centre.lat) ** 2) / reach ** 2;
    const age = (hour - from) / (to - from);
    dust += strength * Math.exp(-distance) * Math.exp(-2 * age);
  }
  return dust < 20 ? 0 : dust;
}
