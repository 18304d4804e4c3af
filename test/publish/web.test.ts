import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Facts } from '../../pipeline/facts/fact.ts';
import { silent } from '../../pipeline/log.ts';
import { createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';
import { webPage } from '../../pipeline/publish/web.ts';
import type { Language } from '../../pipeline/types.ts';
import { city, data, edition, folder, policy, scope } from '../build.ts';
import { fill } from '../narrate/context.ts';

const DATA = data({
  cities: [city('130600', { short: { en: 'Baoding', zh: '保定' } })],
  scopes: [
    scope('CN', [], { kind: 'nation', name: { en: 'China', zh: '全国' } }),
    scope('BTH', [], { kind: 'region', name: { en: 'BTH and surroundings', zh: '京津冀及周边地区' } }),
  ],
  policies: [
    policy('law', { title: { en: 'Clean "air" <law>', zh: '大气法' }, issued: '2015-08-29', sectors: ['enforcement'] }),
    policy('region', { title: { en: 'Winter campaign', zh: '秋冬季攻坚' }, level: 'regional', jurisdiction: 'BTH' }),
    policy('hebei', {
      ...{ title: { en: 'Hebei coal plan', zh: '河北散煤方案' }, level: 'provincial', jurisdiction: '130000' },
      ...{ issued: '2017-03-01', sectors: ['coal', 'dust'] },
    }),
    policy('baoding', {
      ...{ title: { en: 'Baoding dust rules', zh: '保定扬尘办法' }, level: 'municipal', jurisdiction: '130600' },
      ...{ issued: '2017-09-01', sectors: ['dust'] },
    }),
    policy('unread', { evidence: 'unconfirmed' }),
  ],
});

/** The web page of a report that holds the register, a link into it and the contents. */
function pageOf(language: Language): string {
  const context = createContext({
    ...{ language, edition: edition(), data: DATA, facts: new Facts([]), figures: new Map(), draft: true },
    assessment: { facts: [], rankings: [], reconciliation: [], targets: [], robustness: [], twins: [] },
    strings: readStrings('templates', language),
  });
  const body = `<h1 id="contents">C</h1><p><a id="link" href="#policy-hebei">x</a></p>${fill('{{table "policies-all"}}', context)}`;
  const html = `<!doctype html>\n<html lang="${language}"><head>\n<meta charset="utf-8">\n<title>t</title>\n</head>\n<body>${body}</body></html>`;
  return webPage({ html, language }, { templatesDir: 'templates', data: DATA, edition: edition() });
}

describe('the web page', () => {
  test('gives each row of the register its level, places, sectors, year and words in the other language', () => {
    const rows = pageOf('en').match(/<tr id="policy-[^>]*>/g);
    expect(rows).toHaveLength(4);
    expect(rows?.at(-1)).toBe(
      '<tr id="policy-baoding" data-level="municipal" data-area="130600 130000" data-sectors="dust" data-year="2017" data-other="保定扬尘办法 国务院 保定">',
    );
  });

  test('is the same each time, and has neither form nor attributes where there is no register', () => {
    expect(pageOf('zh')).toBe(pageOf('zh'));
    const html = '<html><head></head><body><p>None.</p></body></html>';
    const page = webPage({ html, language: 'en' }, { templatesDir: 'templates', data: DATA, edition: edition() });
    expect(page).not.toContain('<form');
  });
});

describe('the search of the register', () => {
  let browser: PrintBrowser;
  beforeAll(async () => {
    browser = await openBrowser(silent);
  }, 120_000);
  afterAll(() => browser.close());

  type Open = Readonly<{ page: Page; url: string; faults: string[]; requests: string[] }>;
  async function open(language: Language, { hash = '', script = true } = {}): Promise<Open> {
    const file = path.join(folder({ 'report.html': pageOf(language) }), 'report.html');
    const page = await browser.browser.newPage();
    const [faults, requests]: [string[], string[]] = [[], []];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.setJavaScriptEnabled(script);
    const url = pathToFileURL(file).href;
    await page.goto(url + hash);
    return { page, url, faults, requests };
  }
  const shown = (page: Page) =>
    page.$$eval('table.register tbody tr', (rows) =>
      rows.filter((row) => row.getClientRects().length > 0).map((row) => row.id || row.textContent),
    );
  const count = (page: Page) => page.$eval('.register-search output', (output) => output.textContent);
  /** Until the count says so: typing is followed after a pause. */
  const says = (page: Page, text: string) =>
    page.waitForFunction((t) => document.querySelector('output')?.textContent === t, { timeout: 5000 }, text);

  test('shows every record at first, and then those that have the words, with the heads of their groups', async () => {
    const { page, faults, requests, url } = await open('en');
    expect(await count(page)).toBe('4 of 4 records');
    expect(await shown(page)).toHaveLength(8);
    await page.type('input[name=q]', 'DUST rules');
    await says(page, '1 of 4 records');
    expect(await shown(page)).toEqual(['Municipal', 'policy-baoding']);
    expect(faults).toEqual([]);
    expect(requests).toEqual([url]);
  });

  test.each([
    ['en', '散煤', '1 of 4 records'],
    ['zh', 'coal plan', '共4件，显示1件'],
    ['en', 'nothing like it', '0 of 4 records'],
  ] as const)('in a report in %s finds “%s” in either language', async (language, words, said) => {
    const { page } = await open(language);
    await page.type('input[name=q]', words);
    await says(page, said);
    expect(await shown(page)).toEqual(
      said.startsWith('0') ? [] : [language === 'en' ? 'Provincial' : '省级', 'policy-hebei'],
    );
  });

  test('offers levels, places, sectors and years that occur, and keeps what was chosen in the address', async () => {
    const { page, url } = await open('en');
    const offered = (name: string) => page.$$eval(`select[name=${name}] option`, (all) => all.map((o) => o.label));
    expect(await offered('area')).toEqual(['All', 'BTH and surroundings', 'Hebei']);
    expect(await offered('sector')).toEqual(['All', 'Plans and strategy', 'Coal and energy', 'Dust', 'Enforcement']);
    expect(await offered('year')).toEqual(['All', '2015', '2017', '2018']);
    await page.select('select[name=area]', '130000');
    await says(page, '2 of 4 records');
    await page.select('select[name=sector]', 'coal');
    await says(page, '1 of 4 records');
    expect(page.url()).toBe(`${url}#register?area=130000&sector=coal`);
    await page.reload();
    expect(await count(page)).toBe('1 of 4 records');
    expect(await page.$eval('select[name=sector]', (select) => select.value)).toBe('coal');
  });

  test('takes a filter from the address, what it does not know as all', async () => {
    const { page } = await open('en', { hash: '#register?level=regional&year=1999' });
    expect(await shown(page)).toEqual(['Regional', 'policy-region']);
  });

  test('shows all again for a link to a record that is hidden, and on demand, with the focus in the words', async () => {
    const { page, faults } = await open('en', { hash: '#register?level=regional' });
    await page.click('#link');
    await says(page, '4 of 4 records');
    expect(page.url()).toMatch(/#policy-hebei$/);
    await page.select('select[name=level]', 'national');
    await says(page, '1 of 4 records');
    await page.focus('button[type=reset]');
    await page.keyboard.press('Enter');
    await says(page, '4 of 4 records');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    expect(page.url()).toMatch(/#tab-policies-all$/);
    expect(faults).toEqual([]);
  });

  test('has a label for every field and a count that is read out', async () => {
    const { page } = await open('en');
    const nameless = await page.$$eval('.register-search :is(input, select)', (all) =>
      all
        .filter((field) => !(field as HTMLInputElement).labels?.[0]?.textContent?.trim())
        .map((field) => field.outerHTML),
    );
    expect(nameless).toEqual([]);
    expect(await page.$eval('output', (output) => output.getAttribute('aria-live'))).toBe('polite');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('winter');
    await says(page, '1 of 4 records');
  });

  test('is not there without its script, nor on paper, where the table stands', async () => {
    const without = await open('en', { script: false });
    expect(await shown(without.page)).toHaveLength(8);
    const visible = (page: Page) => page.$eval('.register-search', (form) => form.getClientRects().length > 0);
    expect(await visible(without.page)).toBe(false);
    const { page } = await open('en');
    expect(await visible(page)).toBe(true);
    await page.emulateMediaType('print');
    expect(await visible(page)).toBe(false);
  });
}, 60_000);
