import type { BasisBreak, Breakpoint, Limit, Pollutant } from '../../pipeline/types.ts';

const INDEX = [0, 50, 100, 150, 200, 300, 400, 500];

/** HJ 633-2012, table 1 (standards.md section 4.1). */
const COLUMNS: readonly [Pollutant, Breakpoint['averaging'], readonly number[]][] = [
  ['so2', '24h', [0, 50, 150, 475, 800, 1600, 2100, 2620]],
  ['so2', '1h', [0, 150, 500, 650, 800]],
  ['no2', '24h', [0, 40, 80, 180, 280, 565, 750, 940]],
  ['pm10', '24h', [0, 50, 150, 250, 350, 420, 500, 600]],
  ['co', '24h', [0, 2, 4, 14, 24, 36, 48, 60]],
  ['o3', '1h', [0, 160, 200, 300, 400, 800, 1000, 1200]],
  ['o3', 'mda8', [0, 100, 160, 215, 265, 800]],
  ['pm25', '24h', [0, 35, 75, 115, 150, 250, 350, 500]],
];

export const BREAKPOINTS: readonly Breakpoint[] = COLUMNS.flatMap(([pollutant, averaging, concentrations]) =>
  concentrations.map((concentration, i) => ({
    ...{ standard: 'HJ 633-2012', from: '2013-01-01', to: '2026-02-28', unit: '' },
    ...{ pollutant, averaging, iaqi: INDEX[i] ?? 0, concentration },
  })),
);

/** GB 3095-2012, class 2 (standards.md section 1). */
export const LIMITS: readonly Limit[] = (
  [
    ['so2', 'annual', 60],
    ['so2', '24h', 150],
    ['no2', 'annual', 40],
    ['no2', '24h', 80],
    ['co', '24h', 4],
    ['o3', 'mda8', 160],
    ['pm10', 'annual', 70],
    ['pm10', '24h', 150],
    ['pm25', 'annual', 35],
    ['pm25', '24h', 75],
  ] as const
).map(([pollutant, averaging, limit]) => ({
  ...{ standard: 'GB 3095-2012', from: '2013-01-01', to: '2026-02-28', grade: 2 as const, unit: '', source: 'test' },
  ...{ pollutant, averaging, limit },
}));

/** The amendment of 2018-09-01 (standards.md section 3). */
export const BREAKS: readonly BasisBreak[] = [
  {
    ...{ date: '2018-09-01', before: 'standard-273K', after: 'actual-298K', source: '' },
    ...{ pollutants: ['so2', 'no2', 'co', 'o3'], factor: 0.9157 },
  },
  {
    ...{ date: '2018-09-01', before: 'standard-273K', after: 'actual-298K', source: '' },
    ...{ pollutants: ['pm25', 'pm10'], factor: null },
  },
];
