import { chinaMap } from '../../../pipeline/figures/china-map.ts';
import { mm } from '../../../pipeline/figures/paper.ts';
import type { ChartSpec } from '../../../pipeline/figures/to-svg.ts';
import { colour, ramp } from '../../../pipeline/figures/tokens.ts';
import type { Language } from '../../../pipeline/types.ts';
import { cities, geo, madeUp, tokens } from './context.ts';

/** Sample charts with made-up data: only to look at, and to test the way from spec to SVG. */
const VEGA_LITE = 'https://vega.github.io/schema/vega-lite/v6.json';

export const sampleBins = {
  breaks: [15, 25, 35, 50, 60],
  colours: ramp(tokens, 'seq', 6),
  breaksBelow: true,
};

export function sampleMap(language: Language, widthMm: number): ChartSpec {
  const values = new Map(cities.map((city) => [city.code, madeUp(city)]));
  const labels = [{ text: { en: 'Beijing', zh: '北京' }[language], lon: 116.4, lat: 40.8 }];
  return chinaMap({ geo, values, bins: sampleBins, language, tokens, widthMm, legendTitle: 'PM2.5, µg/m³', labels });
}

const NAMES = [
  ['Xishuangbanna', '西双版纳傣族自治州'],
  ['Kizilsu', '克孜勒苏柯尔克孜自治州'],
  ['Shijiazhuang', '石家庄'],
  ['Beijing', '北京'],
  ['Ürümqi', '乌鲁木齐'],
  ['Hong Kong & Macao', '“京津冀”及周边地区'],
];

export function dumbbell(language: Language): ChartSpec {
  const values = NAMES.map(([en, zh], i) => ({
    place: language === 'en' ? en : zh,
    before: 92 - i * 9,
    after: 58 - i * 6,
  }));
  const y = { field: 'place', type: 'nominal', sort: null, axis: { title: null } };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 100] },
    axis: {
      title: { en: 'PM2.5, annual mean, µg/m³', zh: 'PM2.5年均浓度，µg/m³' }[language],
      tickCount: 5,
      grid: true,
      domain: false,
    },
  });
  const first = [values[0]];
  const head = (field: string, text: string, fill: string) => ({
    data: { values: first },
    mark: { type: 'text', dy: -14, fontWeight: 600, color: fill },
    encoding: { y, x: x(field), text: { value: text } },
  });
  return {
    $schema: VEGA_LITE,
    width: mm(95),
    height: { step: 17 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 1.6, color: colour(tokens, 'rule') },
        encoding: { y, x: x('before'), x2: { field: 'after' } },
      },
      { mark: { type: 'circle', color: colour(tokens, 'seq-4') }, encoding: { y, x: x('before') } },
      { mark: { type: 'circle', color: colour(tokens, 'accent') }, encoding: { y, x: x('after') } },
      { mark: { type: 'text', align: 'right', dx: -6 }, encoding: { y, x: x('after'), text: { field: 'after' } } },
      head('before', '2013', colour(tokens, 'seq-5')),
      head('after', '2017', colour(tokens, 'accent')),
    ],
  } as unknown as ChartSpec;
}

export function smallMultiples(language: Language): ChartSpec {
  const names = { pm25: 'PM2.5', pm10: 'PM10', so2: 'SO2', no2: 'NO2', co: 'CO', o3: 'O3' };
  const values = Object.entries(names).flatMap(([id, name], k) =>
    [2013, 2014, 2015, 2016, 2017, 2018].map((year, i) => ({
      id,
      name,
      year,
      index: 100 + (k === 5 ? 3.4 : -4 - k) * i,
    })),
  );
  return {
    $schema: VEGA_LITE,
    columns: 3,
    data: { values },
    spacing: { column: 34, row: 14 },
    facet: { field: 'name', type: 'nominal', sort: Object.values(names), title: null },
    spec: {
      width: mm(42),
      height: mm(26),
      layer: [
        {
          mark: { type: 'line' },
          encoding: {
            x: {
              field: 'year',
              type: 'quantitative',
              axis: { title: null, format: 'd', values: [2013, 2018], tickCount: 2 },
            },
            y: {
              field: 'index',
              type: 'quantitative',
              scale: { domain: [60, 120] },
              axis: { title: null, values: [60, 80, 100, 120], tickCount: 4 },
            },
            color: {
              field: 'id',
              type: 'nominal',
              legend: null,
              scale: { domain: Object.keys(names), range: Object.keys(names).map((id) => colour(tokens, id)) },
            },
          },
        },
        {
          transform: [{ filter: 'datum.year === 2018' }],
          mark: { type: 'text', align: 'left', dx: 4, fontWeight: 600 },
          encoding: {
            x: { field: 'year', type: 'quantitative' },
            y: { field: 'index', type: 'quantitative' },
            text: { value: { expr: "format(datum.index - 100, '+.0f')" } },
          },
        },
      ],
    },
    title: { text: language === 'en' ? '2013 = 100' : '2013年＝100', fontWeight: 400 },
  } as unknown as ChartSpec;
}
