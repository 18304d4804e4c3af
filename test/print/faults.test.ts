import { afterAll, beforeAll, expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';
import { printReport } from '../../pipeline/print/print.ts';
import type { Finding, Manuscript } from '../../pipeline/types.ts';
import { SMALL } from './small.ts';

let browser: PrintBrowser;
beforeAll(async () => {
  browser = await openBrowser(silent);
}, 120_000);
afterAll(() => browser.close());

const small = (inner: string): Manuscript => ({
  language: 'en',
  title: 'Small',
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small</title></head><body>
    <section class="cover"><h1 class="title">Small</h1></section>
    <section class="front" id="contents"><h1>Contents</h1><ol class="toc"><li class="level-1"><a href="#ch-a"><span
      class="no">1</span><span class="text">A chapter</span></a><span class="page" data-page-of="ch-a"></span></li></ol></section>
    <section class="chapter" id="ch-a"><h1><span class="no">1</span> <span class="text">A chapter</span></h1>
    <p>Some words, so that there is text.</p>${inner}</section></body></html>`,
  cited: { facts: [], figures: [], tables: [] },
});

const findingsOf = async (inner: string): Promise<readonly Finding[]> => {
  const { findings } = await printReport(small(inner), { ...SMALL, browser });
  return findings;
};
const rulesOf = async (inner: string): Promise<string[]> => [
  ...new Set((await findingsOf(inner)).map(({ rule }) => rule)),
];

it.each([
  ['nothing wrong', '<p>See <a href="#ch-a">chapter 1</a>.</p>', []],
  ['a file from elsewhere', '<p><img src="https://example.org/a.png" alt="a"></p>', ['print/request']],
  ['a sign no font has', '<p>PM₂.₅</p>', ['print/glyph']],
  ['a link to nowhere', '<p><a href="#nowhere">there</a></p>', ['print/broken-link']],
  ['the same id twice', '<p id="x">a</p><p id="x">b</p>', ['print/repeated-id']],
  [
    'a table wider than its page',
    `<table class="data"><tr><td style="min-width:250mm">wide</td></tr></table>`,
    ['print/overflow'],
  ],
  [
    'a figure without a text',
    '<figure class="plate"><svg role="img" width="90" height="9"><rect width="9" height="9"/></svg></figure>',
    ['print/figure'],
  ],
  ['letters too small to read', '<p style="font-size:5pt">tiny</p>', ['print/small-text']],
  [
    'a page left empty',
    '<p style="break-after:page">a</p><div style="break-after:page;height:1px"></div><p>b</p>',
    ['print/blank-page'],
  ],
])(
  'reports %s',
  async (_, inner, rules) => {
    const found = await rulesOf(inner);
    if (rules.length === 0) expect(found.filter((rule) => rule !== 'print/nearly-empty')).toEqual([]);
    for (const rule of rules) expect(found.some((each) => each.startsWith(rule))).toBe(true);
  },
  60_000,
);

it('names a table that is wider than its page, by how much, and what to do', async () => {
  // The page has 170 mm; without it the browser would set the whole document smaller.
  const wide = '<td style="min-width:100mm"><p>wide</p></td>'.repeat(2);
  const found = await findingsOf(`<table class="data" id="tab-wide"><tr><th>a</th>${wide}</tr></table>`);
  const named = found.filter(({ rule, message }) => rule === 'print/overflow' && message.includes('"tab-wide"'));
  expect(named.map(({ severity }) => severity)).toEqual(['error']);
  expect(named[0]?.message).toMatch(/reaches \d+\.\d mm past its page/);
  expect(named[0]?.remedy).toContain('fewer columns');
}, 60_000);
