import { describe, expect, it } from 'vitest';
import { type ChartSpec, toSvg } from '../../pipeline/figures/to-svg.ts';
import { LANGUAGES, type Language } from '../../pipeline/types.ts';
import { dumbbell, sampleMap, smallMultiples } from './samples/charts.ts';
import { tokens } from './samples/context.ts';

const samples: Record<string, (language: Language) => ChartSpec> = {
  dumbbell,
  'small-multiples': smallMultiples,
  'wide-map': (language) => sampleMap(language, 170),
  'narrow-map': (language) => sampleMap(language, 70),
};
const draw = (id: string, language: Language): Promise<string> =>
  toSvg((samples[id] as (language: Language) => ChartSpec)(language), {
    id,
    language,
    alt: `About "${id}" & PM2.5`,
    tokens,
  });

describe.each(Object.keys(samples))('the SVG of %s', (id) => {
  it.each(LANGUAGES)('is one image with its alternative text (%s)', async (language) => {
    const svg = await draw(id, language);
    expect(svg.match(/role="/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg role="img" aria-label="About &quot;[\w-]+&quot; &amp; PM2\.5" /);
    expect(svg).toMatch(/viewBox="0 0 \d+(\.\d+)? \d+(\.\d+)?"/);
  });

  it.each(
    LANGUAGES,
  )('begins its ids with the figure and the language, each once, and refers to no other (%s)', async (language) => {
    const svg = await draw(id, language);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((name) => name?.startsWith(`${id}-${language}-`))).toBe(true);
    for (const [, name] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(name);
  });

  it.each(LANGUAGES)('is the same twice (%s)', async (language) => {
    expect(await draw(id, language)).toBe(await draw(id, language));
  });
});

describe('toSvg', () => {
  it('keeps maps light', async () => {
    expect((await draw('wide-map', 'zh')).length).toBeLessThan(250_000);
    expect((await draw('narrow-map', 'en')).length).toBeLessThan(150_000);
  });

  it('leaves room for long Chinese names', async () => {
    const svg = await draw('dumbbell', 'zh');
    const origin = Number(/<g [^>]*transform="translate\(([\d.]+),/.exec(svg)?.[1]);
    // 11 Han at 10 px, right-aligned 4 px left of the plot
    expect(svg).toContain('克孜勒苏柯尔克孜自治州');
    expect(origin).toBeGreaterThanOrEqual(11 * 10 + 4);
    expect(svg).not.toContain('…');
  });

  it('prints a true minus and subscripts', async () => {
    const svg = await draw('small-multiples', 'en');
    expect(svg).toContain('\u221235');
    expect(svg).toMatch(/>PM<tspan dy="[\d.]+" font-size="[\d.]+px">2\.5<\/tspan></);
  });

  it('leaves the spec and its rows as they were', async () => {
    const spec = dumbbell('en');
    const before = JSON.stringify(spec);
    await toSvg(spec, { id: 'dumbbell', language: 'en', alt: '', tokens });
    expect(JSON.stringify(spec)).toBe(before);
  });
});
