import { expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { labelOf, moved, pageMap, roman } from '../../pipeline/print/page-map.ts';
import { printUntilStable, type Sheet } from '../../pipeline/print/two-pass.ts';

/** A sheet whose prints put the chapter and a figure on the pages given, one pair a print; the opener is `ch`. */
const sheetOf = (prints: readonly (readonly [number, number])[]) => {
  const filled: { before: number; padded: boolean }[] = [];
  let print = -1;
  const sheet: Sheet = {
    print: async () => new Uint8Array([++print]),
    locate: async () => {
      const [ch = 0, fig = 0] = prints[Math.min(print, prints.length - 1)] ?? [];
      return pageMap(
        new Map([
          ['ch', ch],
          ['fig', fig],
        ]),
        40,
        'ch',
      );
    },
    fill: async ({ before }, padded) => void filled.push({ before, padded }),
  };
  return { sheet, filled };
};

it('writes roman numerals', () => {
  expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix']);
});

it('labels the pages before the first chapter in roman and the others from 1', () => {
  expect([0, 5, 6, 7].map((index) => labelOf(index, 6))).toEqual(['i', 'vi', '1', '2']);
});

it('counts all pages from 1 when there is no first chapter', () => {
  expect(pageMap(new Map([['a', 0]]), 3, null).labels.get('a')).toBe('1');
});

it('names what moved', () => {
  const at = (page: number) =>
    pageMap(
      new Map([
        ['ch', 0],
        ['fig', page],
      ]),
      9,
      'ch',
    );
  expect(moved(at(3), at(4))).toEqual(['fig']);
});

it('prints twice when nothing moves', async () => {
  const { sheet, filled } = sheetOf([
    [6, 9],
    [6, 9],
  ]);
  expect((await printUntilStable(sheet, silent)).passes).toBe(2);
  expect(filled).toEqual([{ before: 6, padded: false }]);
});

it('pads front matter of odd length, so that page 1 is on the right', async () => {
  const { sheet, filled } = sheetOf([
    [5, 8],
    [6, 9],
  ]);
  const { map, passes } = await printUntilStable(sheet, silent);
  expect([passes, map.before, map.labels.get('fig')]).toEqual([2, 6, '4']);
  expect(filled).toEqual([{ before: 6, padded: true }]);
});

it('prints again when a page number moves something', async () => {
  const { sheet } = sheetOf([
    [6, 9],
    [6, 10],
    [6, 10],
  ]);
  expect((await printUntilStable(sheet, silent)).passes).toBe(3);
});

it('gives up after four prints and says what moves', async () => {
  const { sheet } = sheetOf([
    [6, 9],
    [6, 10],
    [6, 9],
    [6, 10],
  ]);
  await expect(printUntilStable(sheet, silent)).rejects.toThrow(/4 prints: fig/);
});
