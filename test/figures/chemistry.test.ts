import { describe, expect, it } from 'vitest';
import { chemistryTspans } from '../../pipeline/figures/chemistry.ts';

const text = (content: string): string => chemistryTspans(`<text font-size="10px">${content}</text>`);

describe('chemistryTspans', () => {
  it('sinks the figures and lifts what follows', () => {
    expect(text('PM2.5, µg/m³')).toBe(
      '<text font-size="10px">PM<tspan dy="1.8" font-size="7px">2.5</tspan><tspan dy="-1.8">, µg/m³</tspan></text>',
    );
  });

  it('works beside Han characters and for two formulas in one line', () => {
    expect(text('SO2和NO2').match(/<tspan/g)).toHaveLength(3);
    expect(text('臭氧（O3）')).toContain('font-size="7px">3</tspan>');
  });

  it('lifts the next line when a line ends low', () => {
    expect(text('<tspan>PM10</tspan><tspan x="0" dy="12">mean</tspan>')).toContain('<tspan x="0" dy="10.2">mean');
  });

  it('leaves other words and attributes alone', () => {
    expect(text('PM100 CO2e NO10')).toBe('<text font-size="10px">PM100 CO2e NO10</text>');
    expect(chemistryTspans('<svg aria-label="PM2.5"><text>x</text></svg>')).toBe(
      '<svg aria-label="PM2.5"><text>x</text></svg>',
    );
  });
});
