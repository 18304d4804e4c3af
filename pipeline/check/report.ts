import type { Finding, Severity } from '../types.ts';

export type Report = (severity: Severity, row: number | null, message: string, remedy: string) => Finding;

/** Makes the findings of one rule about one table. */
export const reporting =
  (rule: string, file: string): Report =>
  (severity, row, message, remedy) => ({ severity, rule, file, row, message, remedy });
