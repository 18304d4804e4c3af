import { describe, expect, it } from 'vitest';
import { contrast, textColour } from '../../../pipeline/figures/tokens.ts';
import { tokens } from '../samples/context.ts';
import { contextOf, drawn, fact, plateOf, wordsOf } from './context.ts';

const level = (code: string, year: number, value: number) => fact(`computed.${code}.pm25.annual-mean.${year}`, value);

describe('a map', () => {
  const PARAMS = {
    kind: 'map',
    members: 'C4',
    fact: 'computed.*.pm25.annual-mean.@Y',
    breaks: [35, 60],
    colours: ['seq-2', 'seq-4', 'seq-7'],
    legend: { en: 'PM2.5, 2017', zh: '2017年PM2.5' },
    widthMm: 80,
  };

  it('puts cities into classes, credits the borders, and keeps the South China Sea', async () => {
    const facts = [level('110000', 2017, 58), level('130100', 2017, 86), level('310000', 2017, 30)];
    const figure = await drawn(PARAMS, contextOf(facts));
    expect(figure.alt.en).toContain('under 35: 1, 35–60: 1, 60 and over: 1; no data: 1');
    expect(figure.sources).toContain('echarts-map');
    expect(figure.note.en).toContain('Hatched: no data.');
    expect(figure.svg.en).toContain(tokens['seq-7']);
    expect(wordsOf(figure.svg.zh)).toContain('2017年PM2.5');
  });

  it('cannot be drawn without a city', () => {
    expect(plateOf(PARAMS).needs(contextOf([]))).toContain('computed.110000.pm25.annual-mean.2017');
  });
});

describe('a cover', () => {
  it('draws a line for each member with all years, without words', async () => {
    const facts = [
      ...[level('110000', 2016, 73), level('110000', 2017, 58)],
      ...[level('310000', 2016, 45), level('310000', 2017, 39)],
      level('650100', 2017, 70),
    ];
    const figure = await drawn(
      {
        ...{ kind: 'cover', members: 'C4', fact: 'computed.*.pm25.annual-mean.{year}' },
        ...{ years: { from: 2016, to: '@Y' }, from: 'pm10', to: 'o3', highlight: ['110000'] },
      },
      contextOf(facts),
    );
    expect(wordsOf(figure.svg.en)).toEqual([]);
    expect(figure.facts).toHaveLength(4);
    expect(figure.svg.en).toContain('<linearGradient');
    expect(figure.alt.en).toContain('of 2 places from 2016 to 2017');
  });
});

describe('words in the colour of a line', () => {
  it('are set in second ink where the colour is too pale to be read', () => {
    // White on white has no contrast; black on white the largest there is.
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(textColour(tokens, 'o3')).toBe(tokens['ink-2']);
    expect(textColour(tokens, 'pm25')).toBe(tokens.pm25);
  });
});
