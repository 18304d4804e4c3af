import { expect, test } from 'vitest';
import { partsOf } from '../../pipeline/preview/parts.ts';
import { edition } from '../build.ts';

const chapters = [
  { folder: '01-nation', kind: 'chapter' as const, landscape: false },
  { folder: 'a1-cities', kind: 'annex' as const, landscape: false },
];

test('a page is its outermost sections, with what stands between them', () => {
  const html =
    '<html><body class="x"><section class="cover">C</section><p>loose</p>' +
    '<section class="chapter" id="ch-nation"><section>inner</section>N</section>' +
    '<section id="annex-cities">A</section></body></html>';
  const parts = partsOf(html, edition({ folder: 'annual', chapters }), 'zh', new Set(['a1-cities']));
  expect(parts.map(({ id, file, stale, html: text }) => [id, file, stale, text])).toEqual([
    ['cover', null, false, '<section class="cover">C</section>'],
    ['text', null, false, '<p>loose</p>'],
    [
      'ch-nation',
      'annual/chapters/01-nation/zh.hbs',
      false,
      '<section class="chapter" id="ch-nation"><section>inner</section>N</section>',
    ],
    ['annex-cities', 'annual/chapters/a1-cities/zh.hbs', true, '<section id="annex-cities">A</section>'],
  ]);
});

test('parts of one name are told apart, and the same content has the same hash', () => {
  const two = '<body><section class="front">x</section><section class="front">x</section></body>';
  const [first, second] = partsOf(two, edition(), 'en', new Set());
  expect([first?.id, second?.id]).toEqual(['front', 'front-2']);
  expect(first?.hash).toBe(second?.hash);
});
