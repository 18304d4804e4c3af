import { roundedNumber } from '../../standards/rounding.ts';
import type { Bilingual } from '../../types.ts';
import { settle } from '../context.ts';
import { groupOf } from '../lists.ts';
import { alike, type Candidate, claim, type DraftParts, firstOf, scoredEvent } from './candidate.ts';

const PM25 = 'computed.*.pm25.annual-mean';
const INDEX = 'computed.*.all.composite-index';

/** Who stands first: `pattern` has `*` in the place of the member, and no year. */
const FIRST: readonly Readonly<{
  id: string;
  group: string;
  pattern: string;
  end: 'highest' | 'lowest';
  importance: number;
  words: Bilingual;
}>[] = [
  {
    ...{ id: 'region', group: 'regions', pattern: 'published.*.pm25.annual-mean', end: 'highest', importance: 2 },
    words: { en: 'Of the key regions, PM2.5 was highest in', zh: '重点区域中PM2.5浓度最高的是' },
  },
  {
    ...{ id: 'best-key-city', group: '@K', pattern: INDEX, end: 'lowest', importance: 1.5 },
    words: { en: 'By the composite index the best of the key cities was', zh: '重点城市中综合指数最低的是' },
  },
  {
    ...{ id: 'worst-key-city', group: '@K', pattern: INDEX, end: 'highest', importance: 1.5 },
    words: { en: 'By the composite index the worst of the key cities was', zh: '重点城市中综合指数最高的是' },
  },
  {
    ...{ id: 'highest-city', group: '@N', pattern: PM25, end: 'highest', importance: 1 },
    words: { en: 'As computed, PM2.5 was highest in', zh: '按计算值，PM2.5浓度最高的城市是' },
  },
  {
    ...{ id: 'highest-province', group: 'provinces', pattern: PM25, end: 'highest', importance: 1 },
    words: {
      en: 'Of the provinces, by the mean of their cities, PM2.5 was highest in',
      zh: '按城市平均，PM2.5浓度最高的省份是',
    },
  },
];

/** The member that alone stands first in a year; null where several share the place, or fewer than two have a number. */
function firstIn(ids: readonly Readonly<{ code: string; id: string }>[], end: 'highest' | 'lowest', parts: DraftParts) {
  const sign = end === 'highest' ? -1 : 1;
  const found = ids
    .flatMap(({ code, id }) => {
      const fact = parts.facts.find(settle(id, parts.edition));
      return fact && fact.value !== null ? [{ code, id, fact, shown: roundedNumber(fact.value, fact.decimals) }] : [];
    })
    .sort((a, b) => sign * (a.shown - b.shown));
  const [first, second] = found;
  return first && second && first.shown !== second.shown ? first : null;
}

/** Who stands first where another did the year before, both years on one state of the air. */
export function places(parts: DraftParts): Candidate[] {
  return FIRST.flatMap(({ id, group, pattern, end, importance, words }) => {
    const members = groupOf(group, parts);
    const [now, before] = ['@Y', '@P'].map((year) =>
      firstIn(
        members.map((code) => ({ code, id: `${pattern.replace('*', code)}.${year}` })),
        end,
        parts,
      ),
    );
    if (!now || !before || now.code === before.code || !alike(now.fact, before.fact)) return [];
    // Who first has a number this year, or has none any more, has taken no place from another.
    const known = (code: string) =>
      ['@Y', '@P'].every((year) => firstOf([`${pattern.replace('*', code)}.${year}`], parts) !== null);
    if (![now.code, before.code].every(known)) return [];
    const first = (one: typeof now, words: string) => claim(end, [one.id], words, `among="${group}"`);
    const value = (one: typeof now) => `{{fact "${one.id}"}}`;
    const earlier = first(before, `{{scope "${before.code}"}}`);
    return {
      id,
      score: scoredEvent(importance),
      text: {
        en: `${first(now, words.en)} {{scope "${now.code}"}} (${value(now)}); in {{previousYear}} it was ${earlier} (${value(before)}).`,
        zh: `${first(now, words.zh)}{{scope "${now.code}"}}（${value(now)}），上年为${earlier}（${value(before)}）。`,
      },
    };
  });
}
