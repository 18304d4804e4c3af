import { describe, expect, it } from 'vitest';
import {
  describeDistribution,
  describeMap,
  describeRanking,
  describeSeries,
  type Measure,
  type Named,
} from '../../pipeline/figures/alt-text.ts';

const pm25: Measure = { name: { en: 'PM2.5', zh: 'PM2.5浓度' }, unit: { en: 'µg/m³', zh: 'µg/m³' }, decimals: 0 };
const row = (en: string, zh: string, value: number | null): Named => ({ name: { en, zh }, value });
const cities = [
  row('Haikou', '海口', 17),
  row('Lhasa', '拉萨', 20),
  row('Beijing', '北京', 51),
  row('Handan', '邯郸', 69),
];

describe('alternative text', () => {
  it('of a series says both ends, the direction, and an extreme inside', () => {
    const years = [
      row('2013', '2013年', 72),
      row('2014', '2014年', 78),
      row('2015', '2015年', null),
      row('2017', '2017年', 47),
    ];
    expect(describeSeries(pm25, years)).toEqual({
      en: 'PM2.5 falls from 72 µg/m³ in 2013 to 47 µg/m³ in 2017; highest in 2014 (78).',
      zh: 'PM2.5浓度由2013年的72 µg/m³下降至2017年的47 µg/m³，2014年最高（78）。',
    });
  });

  it('of a ranking names top and bottom once each', () => {
    expect(describeRanking(pm25, cities, 2)).toEqual({
      en: 'PM2.5 (µg/m³), 4 in order. First: Haikou (17), Lhasa (20). Last: Beijing (51), Handan (69).',
      zh: 'PM2.5浓度（µg/m³），共4项，按次序排列。前列：海口（17）、拉萨（20）。末尾：北京（51）、邯郸（69）。',
    });
  });

  it('of a distribution gives median, range and the share above a limit', () => {
    const limit = { value: 35, name: { en: 'the grade II limit', zh: '二级标准限值' } };
    expect(describeDistribution({ ...pm25, decimals: 1 }, cities, limit)).toEqual({
      en: 'PM2.5 in 4: median 35.5 µg/m³, from 17.0 to 69.0; 2 of 4 (50 %) are above the grade II limit of 35.',
      zh: 'PM2.5浓度，共4项：中位数35.5 µg/m³，范围17.0～69.0；4项中有2项（50%）超过二级标准限值35。',
    });
  });

  it('of a map counts the classes and names the extremes', () => {
    const bins = { breaks: [35, 60], colours: ['#fff', '#999', '#000'], breaksBelow: true };
    expect(describeMap(pm25, [...cities, row('Sansha', '三沙', null)], bins)).toEqual({
      en: 'Map of PM2.5 (µg/m³); cities in each class: up to 35: 2, 35–60: 1, over 60: 1; no data: 1. Lowest: Haikou (17); highest: Handan (69).',
      zh: 'PM2.5浓度（µg/m³）分布图；各级城市数：35及以下 2个，35～60 1个，60以上 1个；无数据1个。最低：海口（17）；最高：邯郸（69）。',
    });
  });

  it('of nothing says so', () => {
    expect(describeSeries(pm25, [row('2013', '2013年', null)])).toEqual({
      en: 'PM2.5: no data.',
      zh: 'PM2.5浓度：无数据。',
    });
  });
});
