import type { City } from '../types.ts';
import { greatCircle, type Place } from './great-circle.ts';
import type { CityValues } from './values.ts';

/**
 * In what two cities are compared, and how much each part weighs. The level counts twice because the change is measured from it,
 * the place twice because it stands for climate, heating and the sources around; the mix has three parts (what coal, dust and
 * traffic give beside PM2.5), so that together they weigh a little more than either; the size of a city counts once.
 */
export const WEIGHTS = { level: 2, place: 2, pm10: 1, so2: 1, no2: 1, population: 1 } as const;
export type Part = keyof typeof WEIGHTS;
export type Weights = Readonly<Record<Part, number>>;
const PARTS = Object.keys(WEIGHTS) as readonly Part[];
export const EQUAL: Weights = { level: 1, place: 1, pm10: 1, so2: 1, no2: 1, population: 1 };

/** A city as it started. Numbers are natural logarithms: of µg/m³, of a ratio to PM2.5, of 10,000 persons; null: not known. */
export type Traits = Readonly<{ code: string; place: Place | null } & Record<Exclude<Part, 'place'>, number | null>>;

const logarithm = (value: number | null | undefined): number | null => (value && value > 0 ? Math.log(value) : null);

/** The traits of a city in a year: level of PM2.5, SO2, NO2 and PM10 in relation to it, registered population (2017), place. */
export function traitsOf(values: CityValues, city: City, year: number): Traits {
  const level = (subject: string) => logarithm(values.get(city.code, subject, 'annual-mean', year)?.value);
  const pm25 = level('pm25');
  const ratio = (subject: string) => {
    const own = level(subject);
    return own === null || pm25 === null ? null : own - pm25;
  };
  return {
    code: city.code,
    level: pm25,
    pm10: ratio('pm10'),
    so2: ratio('so2'),
    no2: ratio('no2'),
    population: logarithm(city.population),
    place: city.lon === null || city.lat === null ? null : { lon: city.lon, lat: city.lat },
  };
}

/** The pollutants that stand in relation to PM2.5. */
export const MIX = ['pm10', 'so2', 'no2'] as const;

/** What is known of a city's traits, as inputs of a fact: its rows of the year, and its row of the table of cities. */
export const traitInputs = (traits: Traits, year: number): readonly string[] => [
  ...(traits.level === null ? [] : [`city-year:${traits.code}:pm25:annual-mean:${year}`]),
  ...MIX.filter((subject) => traits[subject] !== null).map(
    (subject) => `city-year:${traits.code}:${subject}:annual-mean:${year}`,
  ),
  `cities.csv:${traits.code}`,
];

/** How far two cities are apart in one part: a difference of logarithms, or km; null when either is not known. */
function apart(part: Part, a: Traits, b: Traits): number | null {
  if (part === 'place') return a.place && b.place ? greatCircle(a.place, b.place) : null;
  const [one, other] = [a[part], b[part]];
  return one === null || other === null ? null : Math.abs(one - other);
}

export type Scales = Readonly<Record<Part, number>>;

/**
 * What is usual in each part: the root mean square over all pairs of cities, so that parts of different units can be added, and two cities
 * drawn by chance are about 1 apart. 0 where no pair is known or all are alike: such a part tells nothing.
 */
export function scalesOf(cities: readonly Traits[]): Scales {
  const scale = (part: Part) => {
    let [sum, pairs] = [0, 0];
    for (const [i, a] of cities.entries()) {
      for (const b of cities.slice(i + 1)) {
        const difference = apart(part, a, b);
        if (difference === null) continue;
        sum += difference ** 2;
        pairs += 1;
      }
    }
    return pairs ? Math.sqrt(sum / pairs) : 0;
  };
  return Object.fromEntries(PARTS.map((part) => [part, scale(part)])) as Scales;
}

export type Distance = Readonly<{
  value: number;
  /** Parts that are not known for one of the two: their weight is given to the others. */
  missing: readonly Part[];
}>;

/**
 * How unlike two cities started: the root of the weighted mean of the squared differences, each in units of what is usual
 * ({@link scalesOf}). 0: alike in everything; 1: as unlike as two cities drawn by chance. Null when no part is known.
 */
export function twinDistance(a: Traits, b: Traits, scales: Scales, weights: Weights = WEIGHTS): Distance | null {
  let [sum, weight] = [0, 0];
  const missing: Part[] = [];
  for (const part of PARTS) {
    const difference = apart(part, a, b);
    if (difference === null) missing.push(part);
    if (difference === null || scales[part] === 0) continue;
    sum += weights[part] * (difference / scales[part]) ** 2;
    weight += weights[part];
  }
  return weight ? { value: Math.sqrt(sum / weight), missing } : null;
}
