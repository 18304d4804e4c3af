import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stationHourly } from '../../../pipeline/archive/hourly/adapter.ts';
import { HIGHEST_HOUR } from '../../../pipeline/archive/plausibility.ts';
import type { Station } from '../../../pipeline/archive/stations.ts';
import { dailyMean } from '../../../pipeline/standards/daily-mean.ts';
import type { Pollutant } from '../../../pipeline/types.ts';
import type { CityDays } from './plain.ts';
import { addFile, dateOf, dateOfName, dayNumber, type Hours } from './plain-text.ts';
import { differences, plainOf, readAll, USUAL } from './world.ts';

/** A folder of the network's hourly files, `china_sites_YYYYMMDD.csv`, and nothing else. */
const HOURLY = process.env.CHINA_AIR_HOURLY ?? '';
const present = HOURLY !== '' && existsSync(HOURLY);
if (!present) console.warn('real-hours: skipped, because CHINA_AIR_HOURLY names no folder of hourly files');

const COMPLETE = 1 + 24 * 15;
const texts = new Map<string, string>();
const read = (name: string): string => {
  const text = texts.get(name) ?? readFileSync(path.join(HOURLY, name), 'utf8');
  texts.set(name, text);
  return text;
};
const isWhole = (text: string): boolean => text.trimEnd().split('\n').length === COMPLETE;

/** Up to six days over the year, of which their own file and the next are complete. */
function wholeDays(): { date: string; own: string; next: string }[] {
  const names = readdirSync(HOURLY).filter((name) => /^china_sites_\d{8}\.csv$/.test(name));
  const byDate = new Map(names.map((name) => [dateOfName(name), name]));
  const found: { date: string; own: string; next: string }[] = [];
  for (let at = 0; at < 6; at++) {
    const from = Math.floor((at / 6) * names.length);
    for (const [date, own] of [...byDate].sort().slice(from, from + 12)) {
      const next = byDate.get(dateOf(dayNumber(date) + 1));
      if (!next || !isWhole(read(own)) || !isWhole(read(next))) continue;
      found.push({ date, own, next });
      break;
    }
  }
  return found;
}

/** Every site as a city of its own, so that what the program gives for cities can be compared for sites. */
function eachItsOwnCity(...names: readonly string[]): Station[] {
  const header = (name: string) => read(name).split(/\r?\n/, 1)[0]?.split(',').slice(3) ?? [];
  return [...new Set(names.flatMap(header))].map((code) => ({
    ...{ code, city: code, unit: code, control: 'no', controlUntil: null },
    ...{ opened: null, closed: null, validFrom: null, validTo: null },
  }));
}

/** What the files say themselves at label 0 of the day after, by site: the day's own value, as the network computed it. */
function ofLabelZero(text: string, type: string): Map<string, number> {
  const lines = text.split(/\r?\n/);
  const header = lines[0]?.split(',') ?? [];
  const cells = lines.find((line) => line.split(',', 3).slice(1).join() === `0,${type}`)?.split(',') ?? [];
  return new Map(header.flatMap((site, i) => (i > 2 && cells[i] ? [[site, Number(cells[i])] as const] : [])));
}

/** The share of sites with all 24 hours whose value differs by no more than `margin` from the files' own; and how many. */
function agreement(
  days: readonly Readonly<{ date: string; next: string; hours: Hours; own: (site: string) => number | null }>[],
  pollutant: Pollutant,
  type: string,
  margin: number,
): { share: number; compared: number } {
  let agree = 0;
  let compared = 0;
  for (const { date, next, hours, own } of days) {
    const theirs = ofLabelZero(read(next), type);
    for (const [site, values] of hours) {
      const all = dayHours(values.get(pollutant), date, 1).every((value) => value !== null);
      const [mine, published] = [own(site), theirs.get(site)];
      if (!all || mine === null || published === undefined) continue;
      compared += 1;
      if (Math.abs(mine - published) <= margin + 1e-9) agree += 1;
    }
  }
  return { share: agree / compared, compared };
}

const dayHours = (values: ReadonlyMap<number, number> | undefined, date: string, first: 0 | 1) =>
  Array.from({ length: 24 }, (_, i) => values?.get(dayNumber(date) * 24 + i + first) ?? null);

test.skipIf(!present)('days of real sites are those that the files give themselves', async () => {
  const days: { date: string; next: string; hours: Hours; values: CityDays }[] = [];
  for (const { date, own, next } of wholeDays()) {
    const hours: Hours = new Map();
    for (const name of [own, next]) addFile(hours, dateOfName(name), read(name), HIGHEST_HOUR);
    const paths = [own, next].map((name) => path.join(HOURLY, name));
    const { days: values } = await readAll(stationHourly, paths, eachItsOwnCity(own, next), USUAL, null);
    days.push({ date, next, hours, values });
  }
  expect(days.length).toBeGreaterThan(3);
  const scanned = (series: string) =>
    days.map((day) => ({ ...day, own: (site: string) => day.values.get(`${site} ${series} ${day.date}`) ?? null }));
  const cutAtLabelZero = (pollutant: Pollutant) =>
    days.map((day) => ({
      ...day,
      own: (site: string) => dailyMean(dayHours(day.hours.get(site)?.get(pollutant), day.date, 0)),
    }));

  // Rounding alone: half a unit of the last digit. At label 0 the ozone column is the maximum of the 17 windows in the day.
  const results = {
    pm25: agreement(scanned('pm25'), 'pm25', 'PM2.5_24h', 0.5),
    pm10: agreement(scanned('pm10'), 'pm10', 'PM10_24h', 0.5),
    co: agreement(scanned('co'), 'co', 'CO_24h', 0.05),
    mda8: agreement(scanned('o3-mda8'), 'o3', 'O3_8h_24h', 0.5),
    max1h: agreement(scanned('o3-max1h'), 'o3', 'O3_24h', 0),
  };
  const cut = {
    pm25: agreement(cutAtLabelZero('pm25'), 'pm25', 'PM2.5_24h', 0.5),
    co: agreement(cutAtLabelZero('co'), 'co', 'CO_24h', 0.05),
  };
  console.info('real-hours:', JSON.stringify({ dates: days.map(({ date }) => date), results, cutAtLabelZero: cut }));
  for (const { share, compared } of Object.values(results)) {
    expect(compared).toBeGreaterThan(1000);
    expect(share).toBeGreaterThan(0.99);
  }
  expect(cut.pm25.share).toBeLessThan(0.6);
  expect(cut.co.share).toBeLessThan(0.95);
});

test.skipIf(!present)('on real files the scanner and the plain rules agree site by site', async () => {
  const { date, own, next } = wholeDays()[2] ?? { date: '', own: '', next: '' };
  const after = path.join(HOURLY, next.replace(/\d{8}/, dateOf(dayNumber(date) + 2).replaceAll('-', '')));
  const names = [own, next, ...(existsSync(after) ? [path.basename(after)] : [])];
  const stations = eachItsOwnCity(...names);
  const paths = names.map((name) => path.join(HOURLY, name));
  const { days } = await readAll(stationHourly, paths, stations, USUAL, null);
  const files = names.map((name) => ({ name, bytes: readFileSync(path.join(HOURLY, name)) }));
  expect(days.size).toBeGreaterThan(10_000);
  expect(differences(days, plainOf('sites', files, stations))).toEqual([]);
});
