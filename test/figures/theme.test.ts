import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { aqiColours, theme } from '../../pipeline/figures/theme.ts';
import { ramp } from '../../pipeline/figures/tokens.ts';
import { tokens } from './samples/context.ts';

describe('theme', () => {
  it('has the colours of the AQI classes as data/standards/aqi-classes.csv gives them', () => {
    const classes = parse(readFileSync('data/standards/aqi-classes.csv', 'utf8'), { columns: true, bom: true });
    expect(aqiColours(tokens)).toEqual((classes as { colour: string }[]).map(({ colour }) => colour.toLowerCase()));
  });

  it('sets no type under 7 pt', () => {
    const sizes = [...JSON.stringify(theme('zh', tokens)).matchAll(/ontSize":([\d.]+)/g)].map(
      ([, px]) => Number(px) * 0.75,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  });

  it('spreads a short ramp over all seven steps', () => {
    expect(ramp(tokens, 'seq', 3)).toEqual([tokens['seq-1'], tokens['seq-4'], tokens['seq-7']]);
  });

  it('says which colour is missing', () => {
    expect(() => ramp({ 'seq-1': '#fff' }, 'seq', 7)).toThrow('--seq-2');
  });
});
