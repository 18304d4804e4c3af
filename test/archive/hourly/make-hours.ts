import { POLLUTANTS, type Pollutant } from '../../../pipeline/types.ts';
import type { Random } from './random.ts';

/** One site's hours of each pollutant as they are written in a file; '' is missing. */
export type SiteHours = Readonly<Record<Pollutant, readonly string[]>>;

/**
 * Hours of one site that visit the rules' corners: sand-dust that comes suddenly and fades, smog, ozone on both sides of 160
 * and now and then above 800, days with 18 to 22 hours, hours of one pollutant only, zeros, and levels that stand still and
 * then double exactly.
 */
export function makeHours(count: number, random: Random): SiteHours {
  const pm = particles(count, random);
  const ozone = ozoneHours(count, random);
  const drift = (from: number, to: number, decimals: number) => {
    let level = (from + to) / 2;
    return Array.from({ length: count }, () => {
      level = Math.min(to, Math.max(from, level + (random.next() - 0.5) * (to - from) * 0.2));
      return level.toFixed(decimals);
    });
  };
  const hours = { ...pm, so2: drift(0, 90, 0), no2: drift(2, 130, 0), co: drift(0.1, 4.6, 1), o3: ozone };
  for (const pollutant of POLLUTANTS) gaps(hours[pollutant], random, random.pick([0.002, 0.01, 0.03]));
  const outages = makeOutages(count, random, 0.004);
  for (const pollutant of POLLUTANTS) clear(hours[pollutant], outages);
  return hours;
}

function particles(count: number, random: Random): { pm25: string[]; pm10: string[] } {
  const pm25: string[] = [];
  const pm10: string[] = [];
  const still = random.chance(0.25);
  let level = random.whole(30, 140);
  let share = 0.3 + random.next() * 0.5;
  let dust = { hours: 0, factor: 1, fine: 1 };
  for (let i = 0; i < count; i++) {
    if (!still) {
      level = Math.min(400, Math.max(4, level * (0.85 + random.next() * 0.32)));
      share = Math.min(1.1, Math.max(0.1, share + (random.next() - 0.5) * 0.1));
    } else if (i % 31 === 0) {
      level = random.pick([80, 90, 100, 120]);
      share = random.pick([0.5, 0.4, 0.25]);
    }
    if (dust.hours > 0) dust = { ...dust, hours: dust.hours - 1, fine: dust.fine + random.next() * 0.05 };
    else if (random.chance(0.008)) {
      const factor = still ? random.pick([2, 4]) : 2 + random.next() * 6;
      dust = { hours: random.whole(1, random.chance(0.2) ? 40 : 6), factor, fine: still ? 1 : 1 + random.next() };
    } else dust = { hours: 0, factor: 1, fine: 1 };
    pm10.push((level * dust.factor).toFixed(random.chance(0.02) ? 1 : 0));
    pm25.push((level * share * dust.fine).toFixed(0));
    if (random.chance(0.003)) pm25[i] = '0';
  }
  return { pm25, pm10 };
}

function ozoneHours(count: number, random: Random): string[] {
  let height = 100;
  return Array.from({ length: count }, (_, i) => {
    if (i % 24 === 1) height = random.chance(0.03) ? random.whole(700, 1000) : random.whole(20, 260);
    const sun = Math.max(0, Math.sin((((i % 24) - 6) / 14) * Math.PI));
    return Math.min(1000, 8 + height * sun + random.whole(0, 20)).toFixed(0);
  });
}

function clear(hours: string[], out: readonly boolean[]): void {
  for (let i = 0; i < hours.length; i++) if (out[i]) hours[i] = '';
}

/** Single hours, and outages of 2 to 12 hours. */
function gaps(hours: string[], random: Random, often: number): void {
  clear(hours, makeOutages(hours.length, random, often));
  clear(
    hours,
    hours.map(() => random.chance(0.03)),
  );
}

function makeOutages(count: number, random: Random, often: number): boolean[] {
  let left = 0;
  return Array.from({ length: count }, () => {
    left = left > 0 ? left - 1 : random.chance(often) ? random.whole(2, random.chance(0.1) ? 60 : 12) : 0;
    return left > 0;
  });
}
