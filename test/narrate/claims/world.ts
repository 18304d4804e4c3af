import { makeFact } from '../../../pipeline/fact-id.ts';
import type { Fact, TargetProgress } from '../../../pipeline/types.ts';
import { scope, target } from '../../build.ts';
import { contextOf, fill, pm25 } from '../context.ts';

const REGIONS = ['BTH', 'YRD', 'PRD', 'FEN'];

/** A number of some place. */
const number = (id: string, value: number | null, parts: Partial<Fact> = {}): Fact => {
  const [origin, place = '', subject = '', statistic = '', period = '', variant] = id.split('.');
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope: place, subject, statistic, period, value, method: 'published' },
    ...{ unit: 'µg/m³', decimals: 0, reason: value === null ? 'coverage' : null },
    ...(variant ? { variant } : {}),
    ...parts,
  });
};
const CHANGE = { unit: '%', decimals: 1 } as const;
const cities = (statistic: string, value: number, n: number | null = null): Fact =>
  number(`computed.N.pm25.${statistic}.2018`, value, { unit: 'cities', method: 'count', n });

const FACTS: readonly Fact[] = [
  // −0.05 rounds to 0.0 (half to even), −0.051 to −0.1; 33.34 prints 33.3, which is not more than a third.
  ...[-9.3, 2.04, -0.05, -0.051, 0.05, -33.34, -33.36, -50, -50.04, -50.06, 100, 9.3].map((value, i) =>
    number(`published.A.x${i}.annual-mean.2018-vs-2017`, value, CHANGE),
  ),
  number('published.A.nothing.annual-mean.2018-vs-2017', null, CHANGE),
  // 35.4 and 34.6 both print 35.
  ...[35.4, 34.6, 36, 34].map((value, i) => number(`published.A.y${i}.annual-mean.2018`, value)),
  number('published.A.mg.p95-daily.2018', 1.5, { unit: 'mg/m³', decimals: 1 }),
  // 60.4 and 59.6 both print 60; FEN has none.
  ...[60.4, 59.6, 34].map((value, i) => number(`published.${REGIONS[i]}.pm25.annual-mean.2018`, value)),
  number('published.FEN.pm25.annual-mean.2018', null),
  number('published.BTH.pm10.annual-mean.2018', 113),
  number('published.YRD.pm10.annual-mean.2018', 82),
  number('published.PRD.pm10.annual-mean.2018', 50),
  pm25('2013', 72, { scope: 'K', id: 'published.K.pm25.annual-mean.2013' }),
  // 47.4 prints 47, and 46.6 as well.
  ...[64, 55, 47.4, 46.6, 41].map((value, i) => number(`published.K.pm25.annual-mean.${2014 + i}`, value)),
  ...[139, 145, 140, 154, 167].map((value, i) => number(`published.K.o3.p90-mda8.${2013 + i}`, value)),
  number('published.K.so2.annual-mean.2017', 17, { basis: 'standard-273K' }),
  number('published.K.so2.annual-mean.2018', 14, { basis: 'mixed-2018' }),
  number('published.K.so2.annual-mean.2019', 10, { basis: 'actual-298K' }),
  cities('attaining-cities', 169, 338),
  cities('other-cities', 170, 338),
  cities('every-city', 338, 338),
  cities('no-city', 0, 338),
  cities('most-cities', 336, 338),
  cities('whole', 338),
  number('published.N.all.attaining-share.2018', 49.96, { unit: '%', decimals: 1 }),
  number('published.N.all.other-share.2018', 49.94, { unit: '%', decimals: 1 }),
  number('computed.N.pm25.annual-mean.2018', 39, { n: 335, of: 338 }),
  number('computed.N.no2.annual-mean.2018', 30, { n: 338, of: 338 }),
  number('target.N.pm25.a.2020', -18, CHANGE),
];

const line = (id: string, verdict: TargetProgress['verdict']): TargetProgress => ({
  target: target(id),
  ...{ goal: 'target.N.pm25.a.2020', result: null, progress: null, path: null, base: 2015, verdict, rule: 'published' },
});

export function context() {
  const made = contextOf(FACTS);
  return {
    ...made,
    edition: { ...made.edition, scopes: { nation: 'N', key: 'K', regions: REGIONS } },
    data: { ...made.data, scopes: [scope('TWO', ['BTH', 'YRD'])] },
    assessment: {
      ...made.assessment,
      targets: [
        line('t-met', 'met'),
        line('t-met-2', 'met'),
        line('t-missed', 'not-met'),
        line('t-way', 'on-track'),
        line('t-late', 'behind'),
        line('t-none', 'not-assessable'),
      ],
    },
  };
}

/** The findings of a claim on the second line of a chapter. */
export function claimed(call: string) {
  const made = context();
  const html = fill(`<p>One.</p>\n<p>{{#claim ${call}}}words{{/claim}}</p>`, made);
  return { findings: made.findings, claims: made.claims, cited: made.cited.facts, html };
}

export const X = (i: number) => `"published.A.x${i}.annual-mean.2018-vs-2017"`;
export const Y = (i: number) => `"published.A.y${i}.annual-mean.2018"`;
export const N = (statistic: string) => `"computed.N.pm25.${statistic}.2018"`;
export const REGION = (code: string) => `"published.${code}.pm25.annual-mean.2018"`;
