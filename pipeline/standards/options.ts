import { ChinaAirError, nearest } from '../errors.ts';

/** What is known of a rule, and what choosing otherwise changes. */
type Choice = Readonly<{
  /** What may be chosen; the first is the default. */
  values: readonly [string, ...string[]];
  /** By which command it is chosen: while archives are read, or while the year is assessed. */
  when: 'archive' | 'report';
  /** How the rule is known: only from programs that implement it, or recalled. */
  known: 'secondary' | 'unconfirmed';
  clause: string;
  effect: string;
}>;

/**
 * Every point at which a standard's text was not seen, its readers differ, and the program can do either: the one place that
 * lists them. `--rules name=value,…` chooses. Two older options stand by themselves: `--sites` (valid-sites.ts, how many sites
 * a city needs) and `--control` (archive/stations.ts, which control sites are left out).
 */
export const CHOICES = {
  comparison: {
    values: ['rounded', 'unrounded'],
    when: 'report',
    known: 'secondary',
    clause: 'HJ 663-2013, annual evaluation',
    effect: 'Whether a value is rounded before it is compared with its limit: 35.4 µg/m³ attains 35, or exceeds it.',
  },
  'daily-ozone': {
    values: ['mda8', 'both'],
    when: 'archive',
    known: 'unconfirmed',
    clause: 'HJ 633-2012, 4.3 (seven indicators of the daily report)',
    effect:
      'Whether the index of a day counts ozone by its 8-hour maximum alone, as statistics of cities do, or by the highest ' +
      'hour as well. HJ 633-2026 knows the 8-hour maximum only, so from 1 March 2026 both are the same.',
  },
  'short-mda8': {
    values: ['above-limit', 'never'],
    when: 'archive',
    known: 'unconfirmed',
    clause: 'HJ 663-2013, validity of the 8-hour maximum',
    effect:
      'Whether a day with fewer than 14 valid windows of ozone counts when its maximum is above 160 µg/m³ already.',
  },
  'dust-end': {
    values: ['level-or-share', 'level'],
    when: 'archive',
    known: 'unconfirmed',
    clause: '环办监测〔2016〕120号, annex',
    effect:
      'Whether sand-dust ends only when PM10 is back to within a tenth of the six hours before (level), or also when PM2.5 ' +
      'has its share of before again, which is the project’s addition.',
  },
} as const satisfies Readonly<Record<string, Choice>>;

export type ChoiceName = keyof typeof CHOICES;
export type Choices = Readonly<{ [Name in ChoiceName]: (typeof CHOICES)[Name]['values'][number] }>;

export const DEFAULTS: Choices = {
  comparison: 'rounded',
  'daily-ozone': 'mda8',
  'short-mda8': 'above-limit',
  'dust-end': 'level-or-share',
};

const namesOf = (when: Choice['when']): ChoiceName[] =>
  (Object.keys(CHOICES) as ChoiceName[]).filter((name) => CHOICES[name].when === when);

/** The choices of a command as lines of its help. */
export function choicesHelp(when: Choice['when']): string {
  return namesOf(when)
    .map((name) => `    ${name}=${CHOICES[name].values.join('|')}  ${CHOICES[name].effect} (${CHOICES[name].clause})`)
    .join('\n');
}

/**
 * Reads `name=value,name=value`.
 *
 * @param when the command that asks: names of the other are refused, because there they would do nothing
 * @returns what was chosen; the rest is for DEFAULTS. Errors: usage (exit 2), with the names or values that are allowed
 */
export function parseChoices(text: string | undefined, when: Choice['when']): Partial<Choices> {
  const names = namesOf(when);
  const wrong = (message: string, remedy: string): never => {
    throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy });
  };
  const pairs = (text ?? '').split(',').flatMap((part) => {
    if (part.trim() === '') return [];
    const [given = '', value = ''] = part.split('=').map((word) => word.trim());
    const name = names.find((each) => each === given);
    if (!name)
      return wrong(
        `--rules: “${given}” is no rule that can be chosen here.`,
        `Known: ${names.join(', ')}; the nearest is ${nearest(given, names, 1)[0]}.`,
      );
    const { values }: Choice = CHOICES[name];
    if (!values.includes(value))
      return wrong(`--rules ${name}: “${value}” is not allowed.`, `Allowed: ${values.join(', ')}.`);
    return [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
