import { describe, expect, it } from 'vitest';
import { binLabels, binOf } from '../../pipeline/figures/china-map.ts';
import { albers, type Point } from '../../pipeline/figures/map/albers.ts';
import { hatch } from '../../pipeline/figures/map/hatch.ts';
import { pathOf } from '../../pipeline/figures/map/projected.ts';
import { textWidth } from '../../pipeline/figures/text-width.ts';
import { tokensOf } from '../../pipeline/figures/tokens.ts';

describe('albers', () => {
  it('puts 105° E, 36° N in the middle and north above south', () => {
    expect(albers([105, 36]).map((v) => Math.abs(v) < 1e-12)).toEqual([true, true]);
    expect(albers([105, 50])[1]).toBeLessThan(albers([105, 20])[1]);
    expect(albers([120, 36])[0]).toBeCloseTo(-albers([90, 36])[0], 12);
  });

  it('is true to scale along its parallels: one degree at 25° N is cos 25° degrees of arc', () => {
    const [x] = albers([105.5, 25]);
    expect((2 * x) / Math.cos((25 * Math.PI) / 180)).toBeCloseTo(Math.PI / 180, 6);
  });
});

describe('bins', () => {
  const bins = { breaks: [15, 35], colours: ['#fff', '#aaa', '#000'] };

  it('put a value equal to a break above it, or below it for limits', () => {
    expect(binOf(35, bins)).toBe(2);
    expect(binOf(35, { ...bins, breaksBelow: true })).toBe(1);
  });

  it('name their ranges in both languages', () => {
    expect(binLabels(bins, 'en')).toEqual(['under 15', '15–35', '35 and over']);
    expect(binLabels({ ...bins, breaksBelow: true }, 'zh')).toEqual(['15及以下', '15～35', '35以上']);
    expect(binLabels({ ...bins, breaks: [-10, 0] }, 'en')).toEqual(['under \u221210', '\u221210 to 0', '0 and over']);
  });
});

describe('paths', () => {
  const square: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];

  it('step from point to point in tenths of a px', () => {
    expect(pathOf([square], true)).toBe('M0,0l10,0l0,10l-10,0Z');
    expect(
      pathOf(
        [
          [
            [0.04, 0],
            [0.26, 0.5],
          ],
        ],
        false,
      ),
    ).toBe('M0,0l.3,.5');
  });

  it('of a hatch stay inside the area', () => {
    const lines = hatch([square.slice(0, 4)], 2);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.flat().every(([x, y]) => x > -1e-9 && x < 10 + 1e-9 && y > -1e-9 && y < 10 + 1e-9)).toBe(true);
  });
});

describe('textWidth', () => {
  it('is one em for each Han character, and less for letters', () => {
    expect(textWidth('西双版纳傣族自治州', { family: '"Noto Sans SC"', size: 10 })).toBe(90);
    // Source Sans 3, as measured in the browser
    expect(textWidth('Xishuangbanna', { family: '"Source Sans 3",sans-serif', size: 10 })).toBeCloseTo(64.6, 0);
    expect(textWidth('北京 Beijing', { family: '"Source Sans 3"', size: 10 })).toBeGreaterThan(20 + 25);
  });
});

describe('tokensOf', () => {
  it('reads colours and colours that refer to colours', () => {
    expect(
      tokensOf(':root { --ink: #1c1f22; /* --no: #fff; */ --seq-1:#eee; --line: var(--ink); --size: 9pt; }'),
    ).toEqual({
      ink: '#1c1f22',
      'seq-1': '#eee',
      line: '#1c1f22',
    });
  });
});
