import { monthlyCapture } from '../standards/data-capture.ts';
import type { CityMonth } from '../types.ts';

const key = (code: string, subject: string, statistic: string, year: number | string) =>
  `${code}.${subject}.${statistic}.${year}`;

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * City statistics of single months, by city, subject, statistic and year. Months with fewer than half their days, or whose days
 * were not counted, are left out: they say too little of the month.
 */
export class MonthValues {
  readonly #byKey = new Map<string, Map<string, number>>();

  constructor(rows: readonly CityMonth[]) {
    for (const { code, month, subject, statistic, value, validDays } of rows) {
      const [year = '', of = ''] = month.split('-');
      if (value === null || validDays === null) continue;
      if (monthlyCapture(Number(year), Number(of), validDays) === 'insufficient') continue;
      const at = key(code, subject, statistic, year);
      const months = this.#byKey.get(at) ?? new Map<string, number>();
      this.#byKey.set(at, months.set(month, value));
    }
  }

  /** Values by `YYYY-MM`; empty where none is known. */
  of(code: string, subject: string, statistic: string, year: number): ReadonlyMap<string, number> {
    return this.#byKey.get(key(code, subject, statistic, year)) ?? NONE;
  }
}
