import { makeFact } from '../fact-id.ts';
import type { AttainmentBasis } from '../standards/attainment.ts';
import type { Choice, Fact } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { exposed, meanOfPeople, POPULATION, type Populations } from './exposure.ts';
import type { Panel } from './scopes.ts';
import { type CityValues, mean, type Present } from './values.ts';

/** One way of reading the cities' rows: which statistic, which rows, which weights, which rule of attainment. */
export type Lens = Readonly<{
  choice: Choice;
  dustFree: boolean;
  validOnly: boolean;
  populations: Populations | null;
  attainment: AttainmentBasis;
}>;

const PLAIN = { dustFree: false, validOnly: false, populations: null, attainment: 'bulletin' } as const;

/** The lens of each choice; `source` and `panel` change what is looked at, not how. */
export function lensOf(choice: Choice, populations: Populations): Lens {
  if (choice === 'dust') return { ...PLAIN, choice, dustFree: true };
  if (choice === 'capture') return { ...PLAIN, choice, validOnly: true };
  if (choice === 'people') return { ...PLAIN, choice, populations };
  if (choice === 'strict') return { ...PLAIN, choice, attainment: 'strict' };
  return { ...PLAIN, choice };
}

/** Why nothing can be said: a key of reason.<key>. */
export type Refused = Readonly<{ reason: string }>;
export const refused = <T extends object>(found: T | Refused): found is Refused =>
  'reason' in found && !('id' in found);

const PARTICULATE = new Set(['pm25', 'pm10']);

/** The statistic as the lens reads it: of particles without sand-dust, where it asks for that. */
export const readAs = ({ dustFree }: Lens, subject: string, statistic: string): string =>
  dustFree && PARTICULATE.has(subject) ? `${statistic}-dust-excluded` : statistic;

type Seen = Readonly<{ rows: readonly Present[] }>;

/** The rows of a panel that the lens lets through, or why there are none. */
export function seen(
  values: CityValues,
  lens: Lens,
  { codes }: Panel,
  subject: string,
  statistic: string,
  year: number,
): Seen | Refused {
  if (year < Math.min(...values.years)) return { reason: 'before-archives' };
  const rows = values.present(codes, subject, readAs(lens, subject, statistic), year);
  if (rows.length === 0) {
    const plain = values.present(codes, subject, statistic, year);
    return { reason: lens.dustFree && plain.length > 0 ? 'no-dust-hours' : 'not-in-archive' };
  }
  const kept = lens.validOnly ? rows.filter(({ capture }) => capture === 'valid') : rows;
  if (kept.length > 0) return { rows: kept };
  return { reason: rows.every(({ capture }) => capture === 'unknown') ? 'capture-unknown' : 'capture-none' };
}

/** Whether enough of a panel is left: nine in ten cities or, where people count, nine tenths of the people. */
export function covers(lens: Lens, panel: Panel, rows: readonly Present[]): boolean {
  const share = lens.populations
    ? (exposed(panel, lens.populations, rows)?.share ?? 0)
    : rows.length / panel.codes.length;
  return share >= COVERAGE_FLOOR;
}

/** The mean of rows as the lens weighs them. */
export function meanBy(lens: Lens, panel: Panel, rows: readonly Present[]): number | null {
  if (!lens.populations) return mean(rows.map(({ value }) => value));
  const found = exposed(panel, lens.populations, rows);
  return found && meanOfPeople(found);
}

/** How many cities the lens leaves: with people as weights, those whose population is known. */
export const counted = ({ populations }: Lens, rows: readonly Present[]): number =>
  populations ? rows.filter(({ code }) => populations.has(code)).length : rows.length;

/** A fact under a choice: its variant names the choice, its method what was left out. */
export function factUnder(
  lens: Lens,
  panel: Panel,
  rows: readonly Present[],
  parts: Pick<Fact, 'subject' | 'statistic' | 'period' | 'value' | 'unit' | 'decimals' | 'inputs'> & Partial<Fact>,
): Fact {
  const { method, ...rest } = lineage(rows);
  const single = panel.codes.length === 1;
  return makeFact({
    origin: 'computed',
    scope: panel.id,
    ...rest,
    method: lens.validOnly ? `${method}; valid rows only` : method,
    n: single ? null : counted(lens, rows),
    of: single ? null : panel.codes.length,
    ...parts,
    variant: `if-${lens.choice}`,
    inputs: [...parts.inputs, ...(lens.populations ? [POPULATION] : [])],
    notes: [...(parts.notes ?? []), ...(lens.populations ? ['coverage-population'] : [])],
  });
}
