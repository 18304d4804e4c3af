/** Exit statuses of every command: 1 data or template errors, 2 wrong usage, 3 environment. */
export type ExitStatus = 1 | 2 | 3;

export type ErrorParts = Readonly<{ code: string; exit: ExitStatus; message: string; remedy: string; cause?: unknown }>;

/** The one error class: what is wrong in `message`, what to do about it in `remedy`. */
export class ChinaAirError extends Error {
  readonly code: string;
  readonly exit: ExitStatus;
  readonly remedy: string;

  constructor({ code, exit, message, remedy, cause }: ErrorParts) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ChinaAirError';
    this.code = code;
    this.exit = exit;
    this.remedy = remedy;
  }
}

/** Stops with a fault of data or templates (exit 1). */
export function fail(code: string, message: string, remedy: string): never {
  throw new ChinaAirError({ code, exit: 1, message, remedy });
}

/** Levenshtein distance, for "did you mean"; anything above `limit` where it is more than that. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const steps = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(steps);
      least = Math.min(least, steps);
    }
    // Rows only grow.
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

type Near = Readonly<{ name: string; d: number }>;
const byNearness = (a: Near, b: Near): number => a.d - b.d || (a.name < b.name ? -1 : 1);

/** The names most like `wanted`, nearest first: every message about an unknown name offers them. */
export function nearest(wanted: string, known: Iterable<string>, count = 3): string[] {
  let best: Near[] = [];
  for (const name of known) {
    const limit = best.length < count ? Number.POSITIVE_INFINITY : (best.at(-1)?.d ?? 0);
    const d = distance(wanted, name, limit);
    if (d <= limit) best = [...best, { name, d }].sort(byNearness).slice(0, count);
  }
  return best.map(({ name }) => name);
}

/** The same as the beginning of a remedy: "Nearest: limits, regions." */
export function near(wanted: string, known: Iterable<string>, count = 3): string {
  const names = nearest(wanted, known, count);
  return names.length ? `Nearest: ${names.join(', ')}.` : 'There is none yet.';
}
