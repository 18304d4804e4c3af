import type { Finding, Severity } from '../types.ts';

/** `column`: the one at fault, where it is one. */
type Report = (severity: Severity, row: number | null, message: string, remedy: string, column?: string) => Finding;

/** Makes the findings of one rule about one table. */
export const reporting =
  (rule: string, file: string): Report =>
  (severity, row, message, remedy, column) => ({
    ...{ severity, rule, file, row, message, remedy },
    ...(column === undefined ? {} : { column }),
  });
