import { ChinaAirError, nearest } from '../errors.ts';

/** What is known of a rule, and what choosing otherwise changes. */
type Choice = Readonly<{
  /** What may be chosen; the first is the default. */
  values: readonly [string, ...string[]];
  /** Where it is chosen: by `--rules` of a report, or as an argument of the function named; commands then use the default. */
  where: '--rules' | `${string}.ts`;
  /** How the rule is known: only from programs that implement it, or recalled. */
  known: 'secondary' | 'unconfirmed';
  clause: string;
  effect: string;
}>;

/**
 * Every point at which the text of a standard was not seen, or its readers differ, and the program can do either: the one place
 * that lists them. Two more are options of the archive step: `--sites` (valid-sites.ts: how many sites of a city must be valid)
 * and `--control` (archive/stations.ts: which control sites are left out).
 */
export const CHOICES = {
  comparison: {
    values: ['rounded', 'unrounded'],
    where: '--rules',
    known: 'secondary',
    clause: 'HJ 663-2013, annual evaluation',
    effect: 'Whether a value is rounded before it is compared with its limit: 35.4 µg/m³ attains 35, or exceeds it.',
  },
  'daily-ozone': {
    values: ['mda8', 'both'],
    where: 'aqi.ts',
    known: 'unconfirmed',
    clause: 'HJ 633-2012, seven items of the daily report',
    effect:
      'Whether the index of a day counts ozone by its 8-hour maximum alone, as statistics of cities do, or by the highest ' +
      'hour as well. HJ 633-2026 has the 8-hour maximum only, so from 1 March 2026 both are the same.',
  },
  'short-mda8': {
    values: ['above-limit', 'never'],
    where: 'mda8.ts',
    known: 'unconfirmed',
    clause: 'HJ 663-2013, validity of the 8-hour maximum',
    effect:
      'Whether a day with fewer than 14 valid windows of ozone counts when its maximum is above the limit already.',
  },
  'dust-end': {
    values: ['level-or-share', 'level'],
    where: 'dust.ts',
    known: 'unconfirmed',
    clause: '环办监测〔2016〕120号, annex',
    effect:
      'Whether sand-dust ends only when PM10 is back to within a tenth of the six hours before (level), or also when PM2.5 ' +
      'has its share of before again, which is the project’s addition.',
  },
} as const satisfies Readonly<Record<string, Choice>>;

export type ChoiceName = keyof typeof CHOICES;
export type Choices = Readonly<{ [Name in ChoiceName]: (typeof CHOICES)[Name]['values'][number] }>;

const OFFERED = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => CHOICES[name].where === '--rules');

/** What `--rules` offers, as lines of help. */
export const CHOICES_HELP = OFFERED.map((name) => {
  const { values, effect, clause } = CHOICES[name];
  return `  ${name}=${values.join('|')} (default ${values[0]}): ${effect} ${clause}.`;
}).join('\n');

/**
 * Reads `name=value,name=value`, as `--rules` has it.
 *
 * @returns what was chosen otherwise than by default. Errors: usage (exit 2), with the names or values that are allowed
 */
export function parseChoices(text: string): Partial<Choices> {
  const wrong = (message: string, remedy: string): never => {
    throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy });
  };
  const pairs = text.split(',').flatMap((part) => {
    if (part.trim() === '') return [];
    const [given = '', value = ''] = part.split('=').map((word) => word.trim());
    const name = OFFERED.find((each) => each === given);
    if (!name)
      return wrong(
        `--rules: “${given}” is no rule that can be chosen.`,
        `Known: ${OFFERED.join(', ')}; the nearest is ${nearest(given, OFFERED, 1)[0]}.`,
      );
    const { values }: Choice = CHOICES[name];
    if (!values.includes(value))
      return wrong(`--rules ${name}: “${value}” is not allowed.`, `Allowed: ${values.join(', ')}.`);
    return [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
