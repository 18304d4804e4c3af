import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../pipeline/print/artifacts.ts';
import { fontFaces, inkedPoints, slicesOf } from '../../pipeline/print/font-faces.ts';
import { unprintable } from '../../pipeline/print/font-file.ts';
import { cssString, pageCss } from '../../pipeline/print/page-css.ts';

describe('page rules', () => {
  const setup = {
    language: 'en',
    title: 'China Air',
    parts: [{ id: 'ch-a', head: 'The "north"' }],
    before: 6,
    draft: true,
  } as const;

  it('start the count so that the first chapter is page 1', () => {
    expect(pageCss(setup)).toContain('@page :first{counter-set:page -5 roman 1}');
  });

  it('quote the running head', () => {
    expect(cssString('a "b"\n\\c')).toBe('"a \\"b\\" \\\\c"');
    expect(pageCss(setup)).toContain('symbols:"The \\"north\\""');
  });

  it('take every colour from the tokens of the edition', () => {
    const colours = [...pageCss(setup).matchAll(/color:([^;}]*)/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['var(--ink-2)', 'var(--accent)', 'var(--accent-2)']));
  });

  it('carry the draft mark only in a draft', () => {
    expect(pageCss(setup)).toContain('"Draft"');
    expect(pageCss({ ...setup, draft: false })).not.toContain('Draft');
  });
});

describe('fonts', () => {
  /** The head of a WOFF2 file with one table: a flag byte, its length, and for transformed tables a second length. */
  const woff2 = (flag: number) =>
    Buffer.concat([
      Buffer.from('wOF2'),
      Buffer.alloc(8),
      Buffer.from([0, 1]),
      Buffer.alloc(34),
      Buffer.from([flag, 9]),
    ]);

  it('refuse variable faces and CFF outlines', () => {
    expect(unprintable('a', () => woff2(47))).toBe('it is a variable font');
    expect(unprintable('a', () => woff2(13))).toBe('its outlines are CFF');
    expect(unprintable('a', () => woff2(10))).toBeNull();
    expect(unprintable('a', () => Buffer.from('OTTO'))).toBe('it is not a WOFF2 file');
  });

  it('read the slices of a style sheet', () => {
    const css =
      "@font-face { font-family: 'F'; font-style: normal; font-weight: 400; src: url(./a.woff2) format('woff2'); unicode-range: U+0041-0043,U+4E2D; }";
    expect(slicesOf(css, '/f')).toEqual([
      {
        family: 'F',
        style: 'normal',
        weight: '400',
        file: '/f/a.woff2',
        ranges: [
          [0x41, 0x43],
          [0x4e2d, 0x4e2d],
        ],
      },
    ]);
  });

  it('name only the slices a text needs, and what no face has', () => {
    const { css, missing } = fontFaces('zh', '空气 µg/m³ 𓀀');
    expect(missing).toEqual(['𓀀']);
    expect(css.match(/@font-face/g)?.length).toBeLessThan(40);
  });

  it('pass over what leaves no ink', () => {
    expect(inkedPoints('a \u00a0\u200b\ufe0f\n')).toEqual([0x61]);
  });
});

describe('artifacts', () => {
  it('wrap text and shapes outside marked content, and nothing else', () => {
    const content = [
      'q',
      'BT',
      '<0001> Tj',
      'ET',
      '/P <</MCID 0 >>BDC',
      'BT',
      'ET',
      'EMC',
      '0 0 5 5 re',
      'W n',
      '1 1 2 2 re',
      'f',
      'Q',
    ];
    expect(markArtifacts(content.join('\n')).split('\n')).toEqual([
      'q',
      '/Artifact BMC',
      'BT',
      '<0001> Tj',
      'ET',
      'EMC',
      '/P <</MCID 0 >>BDC',
      'BT',
      'ET',
      'EMC',
      '0 0 5 5 re',
      'W n',
      '/Artifact BMC',
      '1 1 2 2 re',
      'f',
      'EMC',
      'Q',
    ]);
  });
});
