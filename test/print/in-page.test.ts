import { afterAll, beforeAll, expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';
import { keepSpans } from '../../pipeline/print/in-page.ts';

let browser: PrintBrowser;
beforeAll(async () => {
  browser = await openBrowser(silent);
}, 120_000);
afterAll(() => browser.close());

async function kept(html: string): Promise<string> {
  const page = await browser.browser.newPage();
  try {
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value;');
    await page.goto('about:blank');
    await page.setContent(html);
    await page.evaluate(keepSpans);
    return await page.evaluate(() => document.body.innerHTML);
  } finally {
    await page.close();
  }
}

it('keeps the two years of a span on one line, in both languages and inside emphasis', async () => {
  expect(await kept('<h2>The region, 2014–2017 and 2018–19</h2>')).toBe(
    '<h2>The region, <span class="span">2014–2017</span> and <span class="span">2018–19</span></h2>',
  );
  expect(await kept('<p>在<em>2014—2017年</em>下降</p>')).toBe(
    '<p>在<em><span class="span">2014—2017年</span></em>下降</p>',
  );
});

it('leaves other text as it is', async () => {
  const other = '<p>GB 3095-2012, 10–20 µg/m³</p><table><tbody><tr><td>2014–2017</td></tr></tbody></table>';
  expect(await kept(other)).toBe(other);
});
