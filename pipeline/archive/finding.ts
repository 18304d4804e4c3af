import path from 'node:path';
import type { Finding, Severity } from '../types.ts';

/** Makes the findings of one file. They name it `<source id>/<file>`, the same on every machine. */
export function reporter(source: string, file: string) {
  const name = path.posix.join(source, path.basename(file).normalize('NFC'));
  return (severity: Severity, rule: string, row: number | null, message: string, remedy: string): Finding => ({
    severity,
    rule,
    file: name,
    row,
    message,
    remedy,
  });
}

/** The source id a finding's file begins with. */
export const sourceOf = (finding: Finding): string => finding.file.split('/')[0] ?? '';
