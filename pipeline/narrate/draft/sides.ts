import type { Bilingual } from '../../types.ts';
import { printsAbove } from '../number-helpers.ts';
import { alike, type Candidate, claim, type DraftParts, firstOf, scoredEvent } from './candidate.ts';

const LIMITS: readonly Readonly<{ level: readonly string[]; limit: string; name: Bilingual; importance: number }>[] = [
  ...(['pm25', 'pm10'] as const).map((subject) => ({
    level: [`published.@N.${subject}.annual-mean`, `published.KEY74.${subject}.annual-mean`],
    limit: `standard.CN.${subject}.limit-annual-class-2.@Y`,
    name: { en: subject === 'pm25' ? 'PM2.5' : 'PM10', zh: subject === 'pm25' ? 'PM2.5' : 'PM10' },
    importance: subject === 'pm25' ? 4 : 3,
  })),
  {
    level: ['published.@N.o3.p90-mda8', 'published.KEY74.o3.p90-mda8'],
    limit: 'standard.CN.o3.limit-mda8-class-2.@Y',
    name: { en: 'ozone', zh: '臭氧' },
    importance: 4,
  },
];

const HAN = { above: '高于', below: '低于' } as const;

/** Means that crossed their limit since the year before, both years on one state of the air. */
export function sides(parts: DraftParts): Candidate[] {
  return LIMITS.flatMap(({ level, limit, name, importance }) => {
    for (const id of level) {
      const [now, before, at] = [`${id}.@Y`, `${id}.@P`, limit].map((one) => firstOf([one], parts));
      if (!now || !before || !at) continue;
      if (!alike(now.fact, before.fact)) return [];
      const [is, was] = [now, before].map(({ fact }) => printsAbove(fact, at.fact));
      if (is === was) return [];
      const [a, b] = is ? (['above', 'below'] as const) : (['below', 'above'] as const);
      const equal = now.fact.value === at.fact.value || before.fact.value === at.fact.value;
      if (equal) return [];
      const scope = id.split('.')[1] ?? '';
      const side = (which: 'above' | 'below', fact: string, words: string) => claim(which, [fact, limit], words);
      return {
        id: `${now.fact.subject}-limit`,
        score: scoredEvent(importance),
        text: {
          en: `In the {{scope "${scope}"}} ${name.en} stands at {{fact "${id}.@Y"}}, ${side(a, `${id}.@Y`, a)} the limit of {{fact "${limit}"}}; in {{previousYear}} it was ${side(b, `${id}.@P`, b)} it ({{fact "${id}.@P"}}).`,
          zh: `{{scope "${scope}"}}${name.zh}浓度为{{fact "${id}.@Y"}}，${side(a, `${id}.@Y`, HAN[a])}{{fact "${limit}"}}的限值，上年（{{fact "${id}.@P"}}）则${side(b, `${id}.@P`, HAN[b])}限值。`,
        },
      };
    }
    return [];
  });
}
