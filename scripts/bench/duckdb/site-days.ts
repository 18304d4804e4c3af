/** From the hours of sites to their daily values. */
import { added, counted, HOURS, numbers, paired } from './sql.ts';

/**
 * The hours with `n`, how many there are, and `total`, their sum. Most days are whole: then a sum of all says so, and the others
 * are asked for hour by hour.
 */
export const summedUp = (hours: string): string => `SELECT * EXCLUDE whole,
    coalesce(whole, ${added(HOURS)}) AS total, if(whole IS NULL, ${counted(HOURS)}, 24) AS n
  FROM (SELECT *, ${HOURS.join('+')} AS whole FROM (${hours}))`;

/** A day needs 20 hours. */
export const VALID_MEAN = 'if(n >= 20, total / n, NULL) AS value';

/**
 * The highest 8-hour mean of ozone, `value`, and the highest hour of a day of 20 hours or more, `hour`. Windows over the rows that
 * are there would shift where one is missing; so the hours stand side by side, and are added by twos, fours and eights: z, the
 * sums, and p, the numbers. A window of fewer than six hours is 0, which is never the highest that counts.
 */
export function ozoneDays(hours: string): string {
  const windows = numbers(17).map(
    (i) => `(z${i} / greatest(p${i}, 6)) * (p${i} >= 6)::DOUBLE AS w${i}, (p${i} >= 6)::TINYINT AS v${i}`,
  );
  const kept = 'city, day, type, hour';
  const ones = `SELECT city, day, type, if(${counted(HOURS)} >= 20, greatest(${HOURS.join()}), NULL) AS hour,
    ${HOURS.map((hour, i) => `coalesce(${hour}, 0) AS z${i + 1}, (${hour} IS NOT NULL)::TINYINT AS p${i + 1}`).join()} FROM (${hours})`;
  const eights = paired(kept, paired(kept, paired(kept, ones, 24, 1), 23, 2), 21, 4);
  return `SELECT ${kept}, if(${numbers(17)
    .map((i) => `v${i}`)
    .join('+')} >= 14 OR highest > 160, highest, NULL) AS value
    FROM (SELECT *, greatest(${numbers(17)
      .map((i) => `w${i}`)
      .join()}) AS highest
      FROM (SELECT ${kept}, ${windows.join()} FROM (${eights})))`;
}
