import { HOURS_OF_DAY } from '../../standards/daily-mean.ts';
import { HOURS_OF_WINDOW, WINDOWS_OF_DAY } from '../../standards/mda8.ts';
import type { DustHours } from './dust-hours.ts';
import { type HourGrid, O3, PM10, PM25 } from './hour-grid.ts';

/** What a day of hours gives for a station, and then for a city. */
export const DAY_SERIES = [
  'pm25',
  'pm10',
  'so2',
  'no2',
  'co',
  'o3-mda8',
  'o3-max1h',
  'pm25-dust-excluded',
  'pm10-dust-excluded',
] as const;

const LIMIT_OF_MDA8 = 160;
const at = (series: (typeof DAY_SERIES)[number]): number => DAY_SERIES.indexOf(series);

/**
 * The daily values of every column: a file's label is the END of its hour, so the day is labels 1 to 23 of its own file and
 * label 0 of the next day's.
 *
 * @param today the day's file, `next` that of the day after, empty when there is none
 * @param into for each of DAY_SERIES a row of `columns` values, NaN where the day is not valid; µg/m³, CO mg/m³, unrounded
 */
export function stationDays(
  today: HourGrid,
  next: HourGrid,
  columns: number,
  dust: DustHours,
  into: Float64Array,
): void {
  const sums = new Float64Array(columns);
  const counts = new Uint8Array(columns);
  for (let pollutant = 0; pollutant < O3; pollutant++) {
    addDay(today, next, pollutant, columns, sums, counts);
    writeMeans(sums, counts, into, pollutant * columns);
    const isPm = pollutant === PM25 || pollutant === PM10;
    if (!isPm) continue;
    const row = at(pollutant === PM25 ? 'pm25-dust-excluded' : 'pm10-dust-excluded');
    for (const { place, hour } of dust.hours) {
      const value = hour < 24 ? today.at(pollutant, hour, place) : next.at(pollutant, 0, place);
      if (Number.isNaN(value)) continue;
      sums[place] = (sums[place] as number) - value;
      counts[place] = (counts[place] as number) - 1;
    }
    writeMeans(sums, counts, into, row * columns);
  }
  ozoneDays(today, next, columns, into);
}

/** Sums and numbers of the day's hours: the file's labels 1 to 23, and label 0 of the next. */
function addDay(
  today: HourGrid,
  next: HourGrid,
  pollutant: number,
  columns: number,
  sums: Float64Array,
  counts: Uint8Array,
): void {
  sums.fill(0);
  counts.fill(0);
  const row = (label: number) => today.row(pollutant, label);
  const width = Math.min(columns, today.stride);
  for (let label = 1; label < 22; label += 3) {
    addRows(today.values, row(label), row(label + 1), row(label + 2), width, sums, counts);
  }
  const none = today.none;
  addRows(today.values, row(22), row(23), none, width, sums, counts);
  addRows(next.values, next.row(pollutant, 0), next.none, next.none, Math.min(columns, next.stride), sums, counts);
}

/** Three rows at a time: sums are fetched and put away a third as often. */
function addRows(
  values: Float64Array,
  a: number,
  b: number,
  c: number,
  width: number,
  sums: Float64Array,
  counts: Uint8Array,
): void {
  for (let place = 1; place < width; place++) {
    let sum = sums[place] as number;
    let count = counts[place] as number;
    const first = values[a + place] as number;
    if (!Number.isNaN(first)) {
      sum += first;
      count += 1;
    }
    const second = values[b + place] as number;
    if (!Number.isNaN(second)) {
      sum += second;
      count += 1;
    }
    const third = values[c + place] as number;
    if (!Number.isNaN(third)) {
      sum += third;
      count += 1;
    }
    sums[place] = sum;
    counts[place] = count;
  }
}

/** The 24-hour mean, as standards/daily-mean.ts has it. */
function writeMeans(sums: Float64Array, counts: Uint8Array, into: Float64Array, row: number): void {
  for (let place = 0; place < sums.length; place++) {
    const count = counts[place] as number;
    into[row + place] = count >= HOURS_OF_DAY ? (sums[place] as number) / count : Number.NaN;
  }
}

/** The highest 8-hour mean as standards/mda8.ts has it, and the highest hour of a day with enough hours. */
function ozoneDays(today: HourGrid, next: HourGrid, columns: number, into: Float64Array): void {
  const mda8Row = at('o3-mda8') * columns;
  const maxRow = at('o3-max1h') * columns;
  const hours = new Float64Array(25);
  const own = today.row(O3, 0);
  const { values, stride } = today;
  for (let place = 1; place < columns; place++) {
    let highest = Number.NaN;
    let count = 0;
    for (let hour = 1; hour <= 23; hour++) {
      hours[hour] = place < stride ? (values[own + hour * stride + place] as number) : Number.NaN;
    }
    hours[24] = next.at(O3, 0, place);
    for (let hour = 1; hour <= 24; hour++) {
      const value = hours[hour] as number;
      if (Number.isNaN(value)) continue;
      count += 1;
      if (!(value <= highest)) highest = value;
    }
    into[maxRow + place] = count >= HOURS_OF_DAY ? highest : Number.NaN;
    into[mda8Row + place] = count === 24 ? mda8OfWhole(hours) : mda8(hours);
  }
}

/** Of hours 1 to 24, of which some are missing (NaN). */
function mda8(hours: Float64Array): number {
  let sum = 0;
  let count = 0;
  let windows = 0;
  let highest = Number.NaN;
  for (let end = 1; end <= 24; end++) {
    const enters = hours[end] as number;
    if (!Number.isNaN(enters)) {
      sum += enters;
      count += 1;
    }
    const leaves = end > 8 ? (hours[end - 8] as number) : Number.NaN;
    if (!Number.isNaN(leaves)) {
      sum -= leaves;
      count -= 1;
    }
    if (end < 8 || count < HOURS_OF_WINDOW) continue;
    windows += 1;
    const mean = sum / count;
    if (!(mean <= highest)) highest = mean;
  }
  return windows >= WINDOWS_OF_DAY || highest > LIMIT_OF_MDA8 ? highest : Number.NaN;
}

/** The same of a day that lacks no hour, as most do: the highest mean is that of the highest sum. */
function mda8OfWhole(hours: Float64Array): number {
  let sum = 0;
  for (let hour = 1; hour <= 8; hour++) sum += hours[hour] as number;
  let highest = sum;
  for (let end = 9; end <= 24; end++) {
    sum = sum + (hours[end] as number) - (hours[end - 8] as number);
    if (sum > highest) highest = sum;
  }
  return highest / 8;
}
