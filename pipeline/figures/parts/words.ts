import { direction, printed } from '../../facts/format.ts';
import { unitOf } from '../../facts/unit-words.ts';
import type { Bilingual, Fact, Language, Pollutant } from '../../types.ts';

/** The same sentence made for each language. */
export const both = (make: (language: Language) => string): Bilingual => ({ en: make('en'), zh: make('zh') });

/** Sentences one after the other: Chinese has no space between them. */
export const joined = (parts: readonly Bilingual[]): Bilingual => ({
  en: parts
    .map(({ en }) => en)
    .filter(Boolean)
    .join(' '),
  zh: parts
    .map(({ zh }) => zh)
    .filter(Boolean)
    .join(''),
});

/** "a, b and c", 、 between Chinese words. */
export const listed = (words: readonly Bilingual[]): Bilingual => ({
  en: words
    .map(({ en }) => en)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1'),
  zh: words.map(({ zh }) => zh).join('、'),
});

export const POLLUTANT: Readonly<Record<Pollutant, string>> = {
  pm25: 'PM2.5',
  pm10: 'PM10',
  so2: 'SO2',
  no2: 'NO2',
  co: 'CO',
  o3: 'O3',
};

/** A pollutant as it stands in a sentence. */
export const pollutantName = (pollutant: Pollutant): Bilingual =>
  pollutant === 'o3' ? { en: 'ozone', zh: '臭氧' } : { en: POLLUTANT[pollutant], zh: POLLUTANT[pollutant] };

/** How many cities of a panel, in Chinese: 333个城市中228个, or 333个城市均 where it is all of them. */
export const ofCities = ({ value, n }: Fact, printed: string): string =>
  value === n ? `${n}个城市均` : `${n}个城市中${printed}个`;

/** "PM2.5 (µg/m³)". */
export const inUnit = (name: string, unit: string): Bilingual => ({
  en: `${name} (${unitOf(unit).en})`,
  zh: `${name}（${unitOf(unit).zh}）`,
});

/** What the annual statistic of a pollutant is called. */
export const statisticName = (pollutant: Pollutant): Bilingual =>
  pollutant === 'co'
    ? { en: '95th percentile of daily means', zh: '日均值第95百分位数' }
    : pollutant === 'o3'
      ? { en: '90th percentile of daily 8-hour maxima', zh: '日最大8小时平均第90百分位数' }
      : { en: 'annual mean', zh: '年均浓度' };

/** "PM2.5, annual mean, µg/m³", for an axis. */
export const axisTitle = (pollutant: Pollutant): Bilingual => {
  const unit = unitOf(pollutant === 'co' ? 'mg/m³' : 'µg/m³');
  const statistic = statisticName(pollutant);
  return {
    en: `${POLLUTANT[pollutant]}, ${statistic.en}, ${unit.en}`,
    zh: `${POLLUTANT[pollutant]}${statistic.zh}（${unit.zh}）`,
  };
};

/** The number with its unit. */
export const said = (fact: Fact): Bilingual => both((language) => printed(fact, language));

/** A change without its sign: "9.3%", "1.3 percentage points". */
export const amount = (change: Fact): Bilingual =>
  both((language) => printed({ ...change, value: change.value === null ? null : Math.abs(change.value) }, language));

/** "fell by 9.3%", "was unchanged": by the change as it is printed. */
export function changed(change: Fact): Bilingual {
  const size = amount(change);
  if (direction(change) === 'up') return { en: `rose by ${size.en}`, zh: `上升${size.zh}` };
  if (direction(change) === 'down') return { en: `fell by ${size.en}`, zh: `下降${size.zh}` };
  return { en: 'was unchanged', zh: '持平' };
}

/** A change with its sign, as a label: "−9.3%", "+2.0%", in zh the unit of points is left to the axis. */
export function signed(change: Fact, format: (fact: Fact) => string): string {
  const sign = direction(change) === 'up' ? '+' : '';
  return `${sign}${format(change)}${change.unit === '%' ? '%' : ''}`;
}

/** "fell from 50 µg/m³ in 2015 to 39 µg/m³ in 2018", by the values as they are printed. */
export function course(first: Fact, last: Fact): Bilingual {
  const [from, to] = [said(first), said(last)];
  const change = { value: (last.value ?? 0) - (first.value ?? 0), decimals: Math.max(first.decimals, last.decimals) };
  const way = from.en === to.en ? 'same' : direction(change);
  if (way === 'same' || way === null) {
    return {
      en: `stood at ${to.en} in ${first.period} and in ${last.period}`,
      zh: `${first.period}年与${last.period}年均为${to.zh}`,
    };
  }
  return {
    en: `${way === 'up' ? 'rose' : 'fell'} from ${from.en} in ${first.period} to ${to.en} in ${last.period}`,
    zh: `由${first.period}年的${from.zh}${way === 'up' ? '升至' : '降至'}${last.period}年的${to.zh}`,
  };
}
