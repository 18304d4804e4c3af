import { makeFact } from '../fact-id.ts';
import type { Fact } from '../types.ts';

/** A fact of the register: how many records, unless `parts` says what else is counted, or why nothing is. */
export const registerFact = (
  scope: string,
  statistic: string,
  period: number | string,
  value: number | null,
  parts: Partial<Fact> = {},
): Fact =>
  makeFact({
    ...{ origin: 'register', scope, subject: 'all', statistic, period: String(period), value, unit: 'records' },
    ...{ decimals: 0, method: 'count', inputs: ['policies/policies.csv'] },
    ...parts,
  });

/** How many there are of these records. */
export const recordCount = (
  scope: string,
  statistic: string,
  period: number | string,
  records: readonly unknown[],
): Fact => registerFact(scope, statistic, period, records.length);
