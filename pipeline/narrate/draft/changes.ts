import { direction } from '../../facts/format.ts';
import type { Bilingual } from '../../types.ts';
import { VERBS } from '../claims/change-kinds.ts';
import { type Candidate, claim, type DraftParts, firstOf, IMPORTANCE, LEVELS, scored } from './candidate.ts';

/** Whose level is told: that of the nation or else of the key cities, as published; else that of the capitals, computed. */
const WAYS = [
  ['published', '@N'],
  ['published', 'KEY74'],
  ['computed', 'CAP31'],
] as const;

/** The first of these changes that has a number, with its direction, and in words that are a claim. */
function changeOf(ids: readonly string[], parts: DraftParts, form = '') {
  const found = firstOf(ids, parts);
  const way = found && direction(found.fact);
  if (!found || !way) return null;
  const { id, fact } = found;
  return { id, fact, way, words: claim(VERBS[way], [id], `{{change "${id}"${form && ` form="${form}"`}}}`) };
}

/** Levels against the year before, by the changes that were published or can be computed: none is made across two states of the air. */
export function levelChanges(parts: DraftParts): Candidate[] {
  return LEVELS.flatMap(({ subject, statistic, name }) => {
    for (const [origin, scope] of WAYS) {
      const level = `${origin}.${scope}.${subject}.${statistic}`;
      const change = changeOf([`${level}.@Y-vs-@P`], parts);
      if (!change || !firstOf([`${level}.@Y`], parts)) continue;
      const { fact, way, words } = change;
      const computed = origin === 'computed' ? { en: ', as computed', zh: '（计算值）' } : { en: '', zh: '' };
      return {
        id: `${subject}-change`,
        score: scored(IMPORTANCE[subject], fact.value ?? 0, fact.decimals),
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
  const good = { en: 'good days', zh: '优良天数' };
  const heavy = { en: 'days of heavy pollution', zh: '重度及以上污染天数' };
  return [
    ...attaining(parts),
    ...shareOfDays('good-days-change', 'good-day-share', good, parts),
    ...shareOfDays('heavy-days-change', 'heavy-day-share', heavy, parts),
    ...spread(parts),
  ];
}

function attaining(parts: DraftParts): Candidate[] {
  const level = 'published.@N.all.attaining-cities.@Y';
  const change = changeOf([`${level}-minus-@P`], parts, 'count');
  if (!change) return [];
  const { fact, words } = change;
  return [
    {
      id: 'attaining-change',
      score: scored(IMPORTANCE.attaining, fact.value ?? 0, fact.decimals),
      text: {
        en: `{{fact "${level}"}} of the {{scope "@N"}} met all six limits, ${words} in {{previousYear}}.`,
        zh: `{{scope "@N"}}中，六项污染物全部达标的有{{fact "${level}"}}个，比上年${words}。`,
      },
    },
  ];
}

/** The published share of such days, of the nation or else of the key cities. */
function shareOfDays(id: string, statistic: string, name: Bilingual, parts: DraftParts): Candidate[] {
  const ids = ['@N', 'KEY74'].map((scope) => `published.${scope}.aqi.${statistic}.@Y-minus-@P`);
  const change = changeOf(ids, parts);
  if (!change) return [];
  const { fact, way, words } = change;
  const level = change.id.replace('-minus-@P', '');
  const scope = change.id.split('.')[1] ?? '';
  return [
    {
      id,
      score: scored(IMPORTANCE.goodDays, fact.value ?? 0, fact.decimals),
      text: {
        en: `The share of ${name.en} in the {{scope "${scope}"}} ${words} from {{previousYear}}, ${way === 'same' ? 'at' : 'to'} {{fact "${level}"}}.`,
        zh: `{{scope "${scope}"}}${name.zh}比例比上年${words}，为{{fact "${level}"}}。`,
      },
    },
  ];
}

/** In how many cities PM2.5 fell and rose; "more than half" where it is so. */
function spread(parts: DraftParts): Candidate[] {
  const [fallen, risen] = ['fallen', 'risen'].map((way) => firstOf([`computed.@N.pm25.${way}-cities.@Y-vs-@P`], parts));
  if (!fallen || !risen || fallen.fact.n === null) return [];
  const [down, up, all] = [fallen.fact.value ?? 0, risen.fact.value ?? 0, fallen.fact.n];
  const most = down * 2 > all ? { ...fallen, en: 'fell', zh: '下降' } : null;
  const named = most ?? (up * 2 > all ? { ...risen, en: 'rose', zh: '上升' } : null);
  if (!named) return [];
  const overHalf = (words: string) => claim('more-than', [named.id], words, 'share="half"');
  return [
    {
      id: 'cities-moved',
      score: scored(IMPORTANCE.pm25, down - up, 0),
      text: {
        en: `As computed, PM2.5 ${overHalf(`${named.en} in more than half of the cities`)} with data in both years: it fell in {{fact "${fallen.id}"}} of {{n "${fallen.id}"}} and rose in {{fact "${risen.id}"}}.`,
        zh: `按计算值，两年均有数据的{{n "${fallen.id}"}}个城市中，PM2.5浓度${overHalf(`${named.zh}的城市过半`)}：下降的有{{fact "${fallen.id}"}}个，上升的有{{fact "${risen.id}"}}个。`,
      },
    },
  ];
}
