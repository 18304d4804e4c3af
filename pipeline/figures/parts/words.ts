import { direction, printed } from '../../facts/format.ts';
import type { Bilingual, Fact, Language, Pollutant } from '../../types.ts';

/** The same sentence made for each language. */
export const both = (make: (language: Language) => string): Bilingual => ({ en: make('en'), zh: make('zh') });

/** Sentences one after the other: Chinese has no space between them. */
export const joined = (parts: readonly Bilingual[]): Bilingual => ({
  en: parts.map(({ en }) => en).filter(Boolean).join(' '),
  zh: parts.map(({ zh }) => zh).filter(Boolean).join(''),
});

/** "a, b and c", 、 between Chinese words. */
export const listed = (words: readonly Bilingual[]): Bilingual => ({
  en: words.map(({ en }) => en).join(', ').replace(/, ([^,]*)$/, ' and $1'),
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

const UNITS: Readonly<Record<string, Bilingual>> = {
  'µg/m³': { en: 'µg/m³', zh: '微克/立方米' },
  'mg/m³': { en: 'mg/m³', zh: '毫克/立方米' },
  '%': { en: '%', zh: '%' },
  pp: { en: 'percentage points', zh: '百分点' },
  cities: { en: 'cities', zh: '个城市' },
  days: { en: 'days', zh: '天' },
};

/** A unit as it stands on an axis. */
export const unitOf = (unit: string): Bilingual => UNITS[unit] ?? { en: unit, zh: unit };

/** What the annual statistic of a pollutant is called. */
export const statisticName = (pollutant: Pollutant): Bilingual =>
  pollutant === 'co'
    ? { en: '95th percentile of daily means', zh: '日均值第95百分位数' }
    : pollutant === 'o3'
      ? { en: '90th percentile of daily 8-hour maxima', zh: '日最大8小时均值第90百分位数' }
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
