import { afterAll, beforeAll, expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';
import { printReport } from '../../pipeline/print/print.ts';
import { styleSheet } from '../../pipeline/print/styles.ts';
import { SMALL } from './small.ts';

let browser: PrintBrowser;
beforeAll(async () => {
  browser = await openBrowser(silent);
}, 120_000);
afterAll(() => browser.close());

/**
 * A chapter of boxes 10 mm high. A page of 250.8 mm holds 15 of them 6.25 mm apart (15 × 16.25 − 6.25 = 237.5), and 17 where they are set
 * closer, 5 mm apart (17 × 15 − 5 = 250).
 */
const chapter = (
  boxes: number,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small</title></head><body>
  <section class="cover"><h1 class="title">Small</h1></section>
  <section class="chapter" id="ch-a"><h1><span class="no">1</span> <span class="text">A chapter</span></h1>
  ${'<aside class="box" style="height:10mm"><p>Words.</p></aside>'.repeat(boxes)}<p>An end.</p></section></body></html>`;

const pagesOf = async (boxes: number, css: string): Promise<number> => {
  const { pages } = await printReport(
    { language: 'en', title: 'Small', html: chapter(boxes), cited: { facts: [], figures: [], tables: [] } },
    { ...SMALL, browser, css },
  );
  return pages;
};
const closer = styleSheet('print');
const neverCloser = closer.replaceAll('.tight', '.never');

it('sets a chapter closer whose last page would hold a box and a line, and saves the page', async () => {
  expect(await pagesOf(30, neverCloser)).toBe(4);
  expect(await pagesOf(30, closer)).toBe(3);
}, 60_000);

it('leaves a chapter as it is where that would save no page', async () => {
  expect(await pagesOf(32, neverCloser)).toBe(4);
  expect(await pagesOf(32, closer)).toBe(4);
}, 60_000);
