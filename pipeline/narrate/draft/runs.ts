import { roundedNumber } from '../../standards/rounding.ts';
import type { Bilingual, Pollutant } from '../../types.ts';
import { inSentence } from '../in-sentence.ts';
import { alike, type Candidate, claim, type DraftParts, firstOf, IMPORTANCE, LEVELS, scored } from './candidate.ts';

/** Pollutants of which a run is told. */
const TOLD: readonly Pollutant[] = ['pm25', 'so2', 'no2', 'o3'];

const ORDINALS: readonly Bilingual[] = [
  { en: 'second', zh: '两' },
  { en: 'third', zh: '三' },
  { en: 'fourth', zh: '四' },
  { en: 'fifth', zh: '五' },
  { en: 'sixth', zh: '六' },
];

/** Published levels of the key cities that moved one way for two years or more, on one state of the air. */
export function runs(parts: DraftParts): Candidate[] {
  const { year, baselineYear } = parts.edition;
  return LEVELS.filter(({ subject }) => TOLD.includes(subject)).flatMap(({ subject, statistic, name }) => {
    const at = (of: number) => firstOf([`published.KEY74.${subject}.${statistic}.${of}`], parts)?.fact;
    const sign = (of: number): number => {
      const [from, to] = [at(of - 1), at(of)];
      if (!from || !to || !alike(from, to)) return 0;
      return Math.sign(roundedNumber(to.value ?? 0, to.decimals) - roundedNumber(from.value ?? 0, from.decimals));
    };
    const way = sign(year);
    let first = year;
    while (way !== 0 && first > baselineYear && sign(first) === way) first -= 1;
    const ordinal = ORDINALS[year - first - 2];
    const [start, end] = [at(first), at(year)];
    if (!ordinal || !start || !end) return [];
    const id = `published.KEY74.${subject}.${statistic}`;
    const verb = way < 0 ? { en: 'fell', zh: '下降' } : { en: 'rose', zh: '上升' };
    const yearly = (words: string) => claim(`${verb.en}-each-year`, [`${id}.*`], words, `over="${first}..@Y"`);
    return {
      id: `${subject}-run`,
      // Over the years of the run, since that is what the sentence says.
      score: scored(IMPORTANCE[subject] / 2, (end.value ?? 0) - (start.value ?? 0), end.decimals),
      text: {
        en: `In the {{scope "KEY74"}} ${inSentence(name.en)} ${yearly(`${verb.en} for the ${ordinal.en} year running`)}, from {{fact "${id}.${first}"}} to {{fact "${id}.@Y"}}.`,
        zh: `{{scope "KEY74"}}${name.zh}${yearly(`连续${ordinal.zh}年${verb.zh}`)}，由{{fact "${id}.${first}"}}变为{{fact "${id}.@Y"}}。`,
      },
    };
  });
}
