import { ChinaAirError } from '../errors.ts';
import type { Finding } from '../types.ts';

/** `templates/strings/en.json:12: …`: where a message begins with a file, and perhaps a line. */
const PLACE = /^((?:[\w.-]+[\\/])*[\w-]+\.(?:json|hbs|css|csv))(?::(\d+))?:\s*/;

/** What ended a stage, as a finding: with its file and line where it names them. Errors that are none of ours are thrown on. */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof Error)) throw error;
  const place = PLACE.exec(error.message);
  const known = error instanceof ChinaAirError;
  return {
    severity: 'error',
    rule: known ? error.code : 'error',
    file: (place?.[1] ?? '').replaceAll('\\', '/').replace(/^(?:.*\/)?templates\//, ''),
    row: place?.[2] ? Number(place[2]) : null,
    message: error.message.slice(place?.[0].length ?? 0),
    remedy: known ? error.remedy : 'Look at what was saved last.',
  };
}
