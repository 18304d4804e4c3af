import type { Config } from 'vega';
import type { Language } from '../types.ts';
import { PT } from './paper.ts';
import { colour, ramp, type Tokens } from './tokens.ts';

const FAMILIES = {
  en: '"Source Sans 3","Noto Sans SC",sans-serif',
  // Chinese in its own face first, as in the text: Latin faces would bring their narrow quotation marks.
  zh: '"Noto Sans SC",sans-serif',
} as const satisfies Record<Language, string>;

/** The sans of templates/styles/tokens.css, as charts name it. */
export const familyOf = (language: Language): string => FAMILIES[language];

/** Sizes of type in px: 7 pt is the least that is set, 9 pt the heading of a panel. */
export const SIZES = { least: 7 * PT, label: 7.5 * PT, title: 8 * PT, panel: 9 * PT } as const;

/** Weights of lines in px: a hairline for grids, a rule for axes and references, a line for data. */
export const LINES = { hair: 0.4, rule: 0.6, data: 1.5, strong: 2.2 } as const;

/**
 * How every chart looks: no frames, no ticks, hairlines across for reading values, one baseline; type in the sans of the
 * report; colours from the tokens. Titles stand above a figure in the page, so the chart itself has none.
 */
export function theme(language: Language, tokens: Tokens): Config {
  const font = familyOf(language);
  const [ink, second, rule] = [colour(tokens, 'ink'), colour(tokens, 'ink-2'), colour(tokens, 'rule')];
  return {
    font,
    background: 'transparent',
    padding: 2,
    axis: {
      domain: false,
      ticks: false,
      gridColor: rule,
      gridWidth: LINES.hair,
      labelColor: second,
      labelFontSize: SIZES.label,
      labelPadding: 4,
      labelLimit: 0,
      titleColor: second,
      titleFontSize: SIZES.label,
      titleFontWeight: 400,
      titlePadding: 6,
      titleLimit: 0,
    },
    axisX: { grid: false, domain: true, domainColor: second, domainWidth: LINES.rule, labelFlush: false },
    axisY: { grid: true, titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleBaseline: 'bottom' },
    axisBand: { grid: false, domain: false, labelColor: ink },
    legend: {
      labelColor: ink,
      labelFontSize: SIZES.label,
      labelLimit: 0,
      titleColor: second,
      titleFontSize: SIZES.label,
      titleFontWeight: 400,
      titleLimit: 0,
      symbolSize: 60,
      symbolStrokeWidth: LINES.data,
    },
    header: {
      labelColor: ink,
      labelFontSize: SIZES.title,
      labelFontWeight: 600,
      labelAnchor: 'start',
      labelOrient: 'top',
      labelPadding: 3,
      title: null,
    },
    title: { anchor: 'start', color: ink, fontSize: SIZES.title, fontWeight: 600, offset: 6, limit: 0 },
    view: { stroke: null },
    facet: { spacing: 14 },
    line: { strokeWidth: LINES.data, strokeCap: 'round', strokeJoin: 'round', color: colour(tokens, 'accent') },
    rule: { strokeWidth: LINES.rule, color: second },
    bar: { color: colour(tokens, 'accent') },
    circle: { size: 34, opacity: 1, color: colour(tokens, 'accent') },
    point: { size: 34, filled: true, color: colour(tokens, 'accent') },
    text: { font, fontSize: SIZES.label, color: ink, limit: 0 },
    range: {
      category: ['pm25', 'no2', 'so2', 'co', 'pm10', 'o3'].map((name) => colour(tokens, name)),
      ramp: ramp(tokens, 'seq', 7),
      diverging: ramp(tokens, 'div', 7),
    },
  } as Config;
}

/** Colours of the AQI classes I to VI, as in data/standards/aqi-classes.csv: for those classes and for nothing else. */
export const aqiColours = (tokens: Tokens): string[] => [1, 2, 3, 4, 5, 6].map((n) => colour(tokens, `aqi-${n}`));
