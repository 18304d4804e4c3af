/**
 * The hours of sand-dust of one site (annex of 环办监测〔2016〕120号), computed as it is told: hour by hour, looking back.
 *
 * @param pm25 µg/m³ by hour number
 * @param pm10 µg/m³ by hour number
 * @param fresh hours at which the memory of dust is lost: the first hour of the archive, of each file after a day without
 *   one, and of each year, so that a year is the same whatever stands before it
 */
export function dustHours(
  pm25: ReadonlyMap<number, number>,
  pm10: ReadonlyMap<number, number>,
  [first, last]: readonly [number, number],
  fresh: ReadonlySet<number>,
): Set<number> {
  const dust = new Set<number>();
  /** What the air was like in the six hours before the event that runs; null: none does. */
  let before: Before | null = null;
  for (let hour = first; hour <= last; hour++) {
    if (fresh.has(hour)) before = null;
    const coarse = pm10.get(hour);
    const fine = pm25.get(hour);
    if (coarse !== undefined) {
      const ratio = fine === undefined ? null : fine / coarse;
      if (before !== null) {
        if (coarse <= 1.1 * before.mean || (ratio !== null && ratio >= before.ratio)) before = null;
      } else {
        const six = beforeHour(hour, pm25, pm10);
        if (six && ratio !== null && coarse > 150 && coarse >= 2 * six.mean && ratio <= 0.5 * six.ratio) before = six;
      }
    }
    if (before !== null) dust.add(hour);
  }
  return dust;
}

type Before = Readonly<{ mean: number; ratio: number }>;

/** The mean of PM10 and the ratio PM2.5/PM10 over the six hours before; null with fewer than four hours for either. */
function beforeHour(hour: number, pm25: ReadonlyMap<number, number>, pm10: ReadonlyMap<number, number>): Before | null {
  const hours = [1, 2, 3, 4, 5, 6].map((back) => hour - back).filter((each) => pm10.has(each));
  const both = hours.filter((each) => pm25.has(each));
  if (hours.length < 4 || both.length < 4) return null;
  const sum = (values: ReadonlyMap<number, number>, at: readonly number[]) =>
    at.reduce((total, each) => total + (values.get(each) ?? 0), 0);
  return { mean: sum(pm10, hours) / hours.length, ratio: sum(pm25, both) / sum(pm10, both) };
}
