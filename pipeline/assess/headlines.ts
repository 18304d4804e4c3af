import { type Choice, type Edition, POLLUTANTS } from '../types.ts';
import type { Measure } from './recompute.ts';

/**
 * What a statement asserts. `direction`: a change rose, fell or was unchanged, as printed. `side`: a number is above another
 * or not, both as printed. `number`: the number itself, to one unit of its last printed digit. `first`: who stands first.
 */
export type Assertion = 'direction' | 'side' | 'number' | 'first';

export type Headline = Readonly<{
  /** Its words are the string headline.<id>. */
  id: string;
  assertion: Assertion;
  /** Facts on which it rests, the first that has a value counts; `*` stands for each member of `over`. */
  rests: readonly string[];
  over?: readonly string[];
  /** Of several members, which one it names. */
  pick?: 'highest' | 'lowest';
  /** The fact with which a `side` compares. */
  against?: string;
  measure: Measure;
  /** What was published of it, where that is another statistic than its own: places in a ranking. */
  published?: string;
  /** The choices that touch it; a count of cities has no weights, the index of a day keeps sand-dust. */
  choices: readonly Choice[];
}>;

const MEAN: readonly Choice[] = ['source', 'capture', 'people', 'panel'];
const PARTICLES: readonly Choice[] = ['source', 'dust', 'capture', 'people', 'panel'];
const COUNT: readonly Choice[] = ['source', 'dust', 'capture'];

/**
 * The headline statements of an annual report, as data: what chapter 00 asserts of a year, with the facts in the order in
 * which that chapter falls back from one to the next. A statement without any of its facts is not made.
 *
 * @param keyCities members of the key cities, `cities` those of the nation
 */
export function headlines(
  { year: Y, previousYear: P, baselineYear: B, scopes: { nation: N, key: K, regions } }: Edition,
  members: Readonly<{ cities: readonly string[]; keyCities: readonly string[] }>,
): readonly Headline[] {
  const { cities, keyCities } = members;
  const change = (subject: 'pm25' | 'pm10' | 'so2' | 'no2'): Headline => ({
    id: `${subject}-change`,
    assertion: 'direction',
    rests: [
      `published.${N}.${subject}.annual-mean.${Y}-vs-${P}`,
      `published.KEY74.${subject}.annual-mean.${Y}-vs-${P}`,
    ],
    measure: 'change',
    choices: subject.startsWith('pm') ? PARTICLES : MEAN,
  });
  const limit = (subject: 'pm25' | 'pm10'): Headline => ({
    id: `${subject}-limit`,
    assertion: 'side',
    rests: [`published.${N}.${subject}.annual-mean.${Y}`, `computed.${N}.${subject}.annual-mean.${Y}`],
    against: `standard.CN.${subject}.limit-annual-class-2.${Y}`,
    measure: 'level',
    choices: PARTICLES,
  });
  const meeting = (subject: 'pm25' | 'o3'): Headline => ({
    id: `${subject}-attaining`,
    assertion: 'number',
    rests: [`computed.${N}.${subject}.attaining-cities.${Y}`],
    measure: 'attaining-cities',
    choices: subject === 'pm25' ? ['source', 'strict', 'dust', 'capture'] : ['source', 'capture'],
  });
  const index = (id: string, pick: 'highest' | 'lowest'): Headline => ({
    id,
    assertion: 'first',
    rests: [`computed.*.all.composite-index.${Y}`],
    over: keyCities,
    pick,
    measure: 'composite',
    published: `published.*.all.rank-${K.toLowerCase()}.${Y}`,
    choices: COUNT,
  });
  const city = (id: string, pick: 'highest' | 'lowest'): Headline => ({
    id,
    assertion: 'first',
    rests: [`computed.*.pm25.annual-mean.${Y}`],
    over: cities,
    pick,
    measure: 'level',
    choices: COUNT,
  });
  return [
    ...(['pm25', 'pm10', 'so2', 'no2'] as const).map(change),
    {
      id: 'o3-change',
      assertion: 'direction',
      rests: [N, 'KEY74']
        .map((scope) => `published.${scope}.o3.p90-mda8.${Y}-vs-${P}`)
        .concat(`computed.CAP31.o3.p90-mda8.${Y}-vs-${P}`),
      measure: 'change',
      choices: MEAN,
    },
    {
      id: 'pm25-since-baseline',
      assertion: 'direction',
      rests: [`published.KEY74.pm25.annual-mean.${Y}-vs-${B}`],
      measure: 'change',
      choices: PARTICLES,
    },
    limit('pm25'),
    limit('pm10'),
    {
      id: 'o3-limit',
      assertion: 'side',
      rests: [`published.KEY74.o3.p90-mda8.${Y}`],
      against: `standard.CN.o3.limit-mda8-class-2.${Y}`,
      measure: 'level',
      choices: MEAN,
    },
    {
      id: 'attaining',
      assertion: 'number',
      rests: [`published.${N}.all.attaining-cities.${Y}`],
      measure: 'attaining-cities',
      choices: ['source', 'strict', 'dust', 'capture'],
    },
    meeting('pm25'),
    meeting('o3'),
    {
      id: 'most-failed',
      assertion: 'first',
      rests: [`computed.${N}.*.attaining-share.${Y}`],
      over: ['pm25', 'pm10', 'so2', 'no2'],
      pick: 'lowest',
      measure: 'attaining-share',
      choices: ['strict', 'dust', 'capture', 'people', 'panel'],
    },
    {
      id: 'good-days',
      assertion: 'number',
      rests: [`published.${N}.aqi.good-day-share.${Y}`, `published.KEY74.aqi.good-day-share.${Y}`],
      measure: 'level',
      choices: ['source', 'capture', 'people'],
    },
    {
      id: 'most-often-primary',
      assertion: 'first',
      rests: [`computed.${N}.*.primary-day-share.${Y}`],
      over: POLLUTANTS,
      pick: 'highest',
      measure: 'level',
      choices: ['capture', 'people', 'panel'],
    },
    {
      id: 'highest-region',
      assertion: 'first',
      rests: [`published.*.pm25.annual-mean.${Y}`, `computed.*.pm25.annual-mean.${Y}`],
      over: regions,
      pick: 'highest',
      measure: 'level',
      choices: ['source', 'dust', 'capture', 'people'],
    },
    city('highest-city', 'highest'),
    city('lowest-city', 'lowest'),
    index('best-key-city', 'lowest'),
    index('worst-key-city', 'highest'),
    {
      id: 'more-fell',
      assertion: 'side',
      rests: [`computed.${N}.pm25.fallen-cities.${Y}-vs-${P}`],
      against: `computed.${N}.pm25.risen-cities.${Y}-vs-${P}`,
      measure: 'fallen',
      choices: ['capture', 'panel', 'dust'],
    },
    {
      id: 'above-who',
      assertion: 'number',
      rests: [`computed.${N}.pm25.cities-above-IT-1.${Y}`],
      measure: 'above-rung',
      choices: ['dust', 'capture'],
    },
  ];
}
