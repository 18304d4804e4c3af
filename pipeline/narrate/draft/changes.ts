import { direction } from '../../facts/format.ts';
import type { Bilingual, Pollutant } from '../../types.ts';
import { type Candidate, type DraftParts, firstOf, IMPORTANCE, scored } from './candidate.ts';

const KINDS = { up: 'rose', down: 'fell', same: 'unchanged' } as const;

/** Every change of a year's level as published, of the nation or else of the key cities; ozone else of the capitals, computed. */
const LEVELS: readonly Readonly<{ subject: Pollutant; statistic: string; name: Bilingual }>[] = [
  { subject: 'pm25', statistic: 'annual-mean', name: { en: 'PM2.5', zh: 'PM2.5年均浓度' } },
  { subject: 'pm10', statistic: 'annual-mean', name: { en: 'PM10', zh: 'PM10年均浓度' } },
  { subject: 'so2', statistic: 'annual-mean', name: { en: 'SO2', zh: 'SO2年均浓度' } },
  { subject: 'no2', statistic: 'annual-mean', name: { en: 'NO2', zh: 'NO2年均浓度' } },
  { subject: 'co', statistic: 'p95-daily', name: { en: 'The 95th percentile of CO', zh: 'CO日均值第95百分位数' } },
  {
    subject: 'o3',
    statistic: 'p90-mda8',
    name: { en: 'The 90th percentile of ozone', zh: '臭氧日最大8小时平均第90百分位数' },
  },
];

const WAYS = [
  ['published', '@N'],
  ['published', 'KEY74'],
  ['computed', 'CAP31'],
] as const;

/** Levels against the year before, by the changes that were published or can be computed: none is made across two states of the air. */
export function levelChanges(parts: DraftParts): Candidate[] {
  return LEVELS.flatMap(({ subject, statistic, name }) => {
    for (const [origin, scope] of WAYS) {
      const level = `${origin}.${scope}.${subject}.${statistic}`;
      const change = firstOf([`${level}.@Y-vs-@P`], parts);
      const way = change && direction(change.fact);
      if (!change || !way || !firstOf([`${level}.@Y`], parts)) continue;
      const words = `{{#claim "${KINDS[way]}" "${change.id}"}}{{change "${change.id}"}}{{/claim}}`;
      const computed = origin === 'computed' ? { en: ', as computed', zh: '（计算值）' } : { en: '', zh: '' };
      return {
        id: `${subject}-change`,
        score: scored(IMPORTANCE[subject], change.fact.value ?? 0, change.fact.decimals),
        text: {
          en: `${name.en} in the {{scope "${scope}"}} ${words} from {{previousYear}}, ${way === 'same' ? 'at' : 'to'} {{fact "${level}.@Y"}}${computed.en}.`,
          zh: `{{scope "${scope}"}}${name.zh}比上年${words}，为{{fact "${level}.@Y"}}${computed.zh}。`,
        },
      };
    }
    return [];
  });
}

/** Counts and shares against the year before, where their difference is known; the sentences name the level and the difference. */
export function countChanges(parts: DraftParts): Candidate[] {
  const attaining = firstOf(['published.@N.all.attaining-cities.@Y-minus-@P'], parts);
  const good = firstOf(
    ['published.@N.aqi.good-day-share.@Y-minus-@P', 'published.KEY74.aqi.good-day-share.@Y-minus-@P'],
    parts,
  );
  const heavy = firstOf(
    ['published.@N.aqi.heavy-day-share.@Y-minus-@P', 'published.KEY74.aqi.heavy-day-share.@Y-minus-@P'],
    parts,
  );
  const days = (found: typeof good, id: string, name: Bilingual, importance: number): Candidate[] => {
    const way = found && direction(found.fact);
    if (!found || !way) return [];
    const level = found.id.replace('-minus-@P', '');
    const scope = found.id.split('.')[1] ?? '';
    const words = `{{#claim "${KINDS[way]}" "${found.id}"}}{{change "${found.id}"}}{{/claim}}`;
    return [
      {
        id,
        score: scored(importance, found.fact.value ?? 0, found.fact.decimals),
        text: {
          en: `The share of ${name.en} in the {{scope "${scope}"}} ${words} from {{previousYear}}, ${way === 'same' ? 'at' : 'to'} {{fact "${level}"}}.`,
          zh: `{{scope "${scope}"}}${name.zh}比例比上年${words}，为{{fact "${level}"}}。`,
        },
      },
    ];
  };
  const cities = attaining && direction(attaining.fact);
  return [
    ...(attaining && cities
      ? [
          {
            id: 'attaining-change',
            score: scored(IMPORTANCE.attaining, attaining.fact.value ?? 0, attaining.fact.decimals),
            text: {
              en: `{{fact "published.@N.all.attaining-cities.@Y"}} of the {{scope "@N"}} met all six limits, {{#claim "${KINDS[cities]}" "${attaining.id}"}}{{change "${attaining.id}" form="count"}}{{/claim}} in {{previousYear}}.`,
              zh: `{{scope "@N"}}中，六项污染物全部达标的有{{fact "published.@N.all.attaining-cities.@Y"}}个，比上年{{#claim "${KINDS[cities]}" "${attaining.id}"}}{{change "${attaining.id}" form="count"}}{{/claim}}。`,
            },
          },
        ]
      : []),
    ...days(good, 'good-days-change', { en: 'good days', zh: '优良天数' }, IMPORTANCE.goodDays),
    ...days(
      heavy,
      'heavy-days-change',
      { en: 'days of heavy pollution', zh: '重度及以上污染天数' },
      IMPORTANCE.goodDays,
    ),
    ...spread(parts),
  ];
}

/** In how many cities PM2.5 fell and rose; "more than half" where it is so. */
function spread(parts: DraftParts): Candidate[] {
  const [fallen, risen] = ['fallen', 'risen'].map((way) => firstOf([`computed.@N.pm25.${way}-cities.@Y-vs-@P`], parts));
  if (!fallen || !risen || fallen.fact.n === null) return [];
  const most = (fallen.fact.value ?? 0) * 2 > fallen.fact.n ? { ...fallen, en: 'fell', zh: '下降' } : null;
  const least = (risen.fact.value ?? 0) * 2 > fallen.fact.n ? { ...risen, en: 'rose', zh: '上升' } : null;
  const named = most ?? least;
  if (!named) return [];
  const claim = (words: string) => `{{#claim "more-than" "${named.id}" share="half"}}${words}{{/claim}}`;
  return [
    {
      id: 'cities-moved',
      score: scored(IMPORTANCE.pm25, (fallen.fact.value ?? 0) - (risen.fact.value ?? 0), 0),
      text: {
        en: `As computed, PM2.5 ${claim(`${named.en} in more than half of the cities`)} with data in both years: it fell in {{fact "${fallen.id}"}} of {{n "${fallen.id}"}} and rose in {{fact "${risen.id}"}}.`,
        zh: `按计算值，两年均有数据的{{n "${fallen.id}"}}个城市中，PM2.5浓度${claim(`${named.zh}的城市过半`)}：下降的有{{fact "${fallen.id}"}}个，上升的有{{fact "${risen.id}"}}个。`,
      },
    },
  ];
}
