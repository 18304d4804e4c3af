import { roundedNumber } from '../../standards/rounding.ts';
import type { Bilingual, Pollutant } from '../../types.ts';
import { alike, type Candidate, type DraftParts, firstOf, IMPORTANCE, scored } from './candidate.ts';

const SERIES: readonly Readonly<{ subject: Pollutant; statistic: string; name: Bilingual }>[] = [
  { subject: 'pm25', statistic: 'annual-mean', name: { en: 'PM2.5', zh: 'PM2.5年均浓度' } },
  { subject: 'so2', statistic: 'annual-mean', name: { en: 'SO2', zh: 'SO2年均浓度' } },
  { subject: 'no2', statistic: 'annual-mean', name: { en: 'NO2', zh: 'NO2年均浓度' } },
  {
    subject: 'o3',
    statistic: 'p90-mda8',
    name: { en: 'the 90th percentile of ozone', zh: '臭氧日最大8小时平均第90百分位数' },
  },
];

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
  return SERIES.flatMap(({ subject, statistic, name }) => {
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
    const claim = (words: string) =>
      `{{#claim "${way < 0 ? 'fell' : 'rose'}-each-year" "${id}.*" over="${first}..@Y"}}${words}{{/claim}}`;
    const verb = way < 0 ? { en: 'fell', zh: '下降' } : { en: 'rose', zh: '上升' };
    return {
      id: `${subject}-run`,
      // Over the years of the run, since that is what the sentence says.
      score: scored(IMPORTANCE[subject] / 2, (end.value ?? 0) - (start.value ?? 0), end.decimals),
      text: {
        en: `In the {{scope "KEY74"}} ${name.en} ${claim(`${verb.en} for the ${ordinal.en} year running`)}, from {{fact "${id}.${first}"}} to {{fact "${id}.@Y"}}.`,
        zh: `{{scope "KEY74"}}${name.zh}${claim(`连续${ordinal.zh}年${verb.zh}`)}，由{{fact "${id}.${first}"}}变为{{fact "${id}.@Y"}}。`,
      },
    };
  });
}
