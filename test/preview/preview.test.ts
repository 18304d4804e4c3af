import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import type { Options } from '../../pipeline/options.ts';
import { type Preview, startPreview } from '../../pipeline/preview/preview.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';

const CHAPTER = 'templates/small/chapters/01-nation/en.hbs';
const FACT = 'published.CN-4.pm25.annual-mean.2018';

let dir: string;
let browser: PrintBrowser;
let preview: Preview;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'china-air-preview-'));
  cpSync('test/editions/small/input', dir, { recursive: true });
  cpSync('templates/styles', path.join(dir, 'templates/styles'), { recursive: true });
  cpSync('data/geo', path.join(dir, 'data/geo'), { recursive: true });
  const options: Options = {
    ...{ edition: 'small', year: 2018, languages: ['en'], standardsDir: null, rules: '', outDir: dir },
    ...{ dataDir: path.join(dir, 'data'), templatesDir: path.join(dir, 'templates') },
    ...{ htmlOnly: false, final: false, help: false },
  };
  [browser, preview] = await Promise.all([openBrowser(silent), startPreview(options, silent, 0)]);
  page = await browser.browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (asked) => complaints.push(`${asked.url()} failed`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(preview.url);
  await preview.ready;
  await shown(preview.state().version);
}, 120_000);

afterAll(async () => {
  await preview?.close();
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Waits until the page shows that version or a later one. */
const shown = (version: number) =>
  page.waitForFunction((v) => Number(document.documentElement.dataset.version) >= v, { timeout: 20_000 }, version);

/** Saves a file with other text and waits until the page shows it. */
async function save(file: string, change: (text: string) => string): Promise<void> {
  const at = path.join(dir, file);
  const text = readFileSync(at, 'utf8');
  const changed = change(text);
  expect(changed, `${file} changes`).not.toBe(text);
  const { version } = preview.state();
  writeFileSync(at, changed);
  await shown(version + 1);
}

const chapter = () => page.$eval('#ch-nation', (element) => (element as HTMLElement).innerText);
/** Once the page has looked all templates over, which comes after the text. */
const mended = () => page.waitForFunction(() => document.querySelector('.pv-note.error') === null, { timeout: 20_000 });
const notes = () => page.$$eval('.pv-note.error', (all) => all.map((note) => note.textContent ?? ''));

describe('the preview', () => {
  test('shows the report on sheets with numbers, heads and a draft mark', async () => {
    expect(await chapter()).toContain('The nation in 2018');
    const sheets = await page.$$eval('[data-part="ch-nation"] .pv-sheet', (all) =>
      all.map((each) => [each.getAttribute('data-page'), each.querySelector('.draft')?.textContent]),
    );
    expect(sheets).toEqual([['1', 'Draft']]);
    expect(complaints).toEqual([]);
  });

  test('shows an edited sentence; no figure is drawn and no table read again', async () => {
    const before = preview.state().counts;
    await save(CHAPTER, (text) => text.replace('Good days:', 'The share of good days was'));
    expect(await chapter()).toContain('The share of good days was');
    // Only the chapter that was saved was filled again.
    expect(preview.state().counts).toEqual({ ...before, narrate: before.narrate + 1, chapters: ['01-nation'] });
    const changed = await page.$$eval('[data-changed]', (all) => all.map((each) => each.getAttribute('data-at')));
    expect(changed).toEqual(['chapters/01-nation/en.hbs:6']);
  });

  test('keeps the place of what follows an inserted line, and every element that stayed the same', async () => {
    const first = await page.$('#ch-nation > p');
    await save(CHAPTER, (text) => text.replace('<h2>Days', '<p>One more.</p>\n<h2>Days'));
    expect(await page.$eval('#ch-nation > p', (p, old) => p === old, first)).toBe(true);
    const places = await page.$$eval('#ch-nation > [data-at]', (all) =>
      all.map((each) => each.getAttribute('data-at')),
    );
    expect(places.at(-1)).toBe('chapters/01-nation/en.hbs:7');
  });

  test('leads to a change that is out of sight, and leaves the page where it is when the change is in sight', async () => {
    await save(CHAPTER, (text) => `${text}${'<p>Filling.</p>\n'.repeat(200)}<p>The last one.</p>\n`);
    await page.evaluate(() => scrollTo(0, 0));
    await save(CHAPTER, (text) => text.replace('The last one.', 'The very last one.'));
    const seen = () =>
      page.$eval('#ch-nation > p:last-child', (p) => {
        const { top, bottom } = p.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      });
    expect(await seen()).toBe(true);
    const sheets = await page.$$eval('[data-part="ch-nation"] .pv-sheet', (all) => all.length);
    expect(sheets).toBeGreaterThan(2);
    const before = await page.evaluate(() => scrollY);
    await save(CHAPTER, (text) => text.replace('The very last one.', 'The last one of all.'));
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test('shows a fault at its place with file and line, and keeps the last good text until it is mended', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await save(CHAPTER, (text) => text.replace('<h2>Days', '{{#has "x"}}<h2>Days'));
    // The reader is led to it.
    expect(await page.$eval('[data-fault=error]', (block) => block.getBoundingClientRect().top)).toBeGreaterThan(0);
    expect(await chapter()).toContain('The share of good days was');
    expect(preview.state().counts.chapters).toEqual([]);
    expect((await notes()).join()).toMatch(/small\/chapters\/01-nation\/en\.hbs:\d+/);
    await save(CHAPTER, (text) => text.replace('{{#has "x"}}', ''));
    await mended();

    await save(CHAPTER, (text) => text.replace('{{fact "published.@N.aqi', '{{fact "publshed.@N.aqi'));
    const [note = ''] = (await notes()).filter((each) => each.includes('There is no fact'));
    expect(note).toContain('small/chapters/01-nation/en.hbs:7');
    expect(await page.$eval('[data-fault=error]', (block) => block.getAttribute('data-at'))).toBe(
      'chapters/01-nation/en.hbs:7',
    );
    await save(CHAPTER, (text) => text.replace('publshed', 'published'));
    await mended();
  });

  test('shows which fact a number is, when it is pointed at', async () => {
    const number = await page.waitForSelector(`[data-fact="${FACT}"]`);
    await number?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await number?.hover();
    const card = await page.waitForSelector('preview-desk >>> .card:not([hidden])');
    const text = await card?.evaluate((element) => (element as HTMLElement).innerText);
    expect(text).toContain(`{{fact "${FACT}"}}`);
    expect(text).toMatch(/Before rounding\s+\S+ µg\/m³/);
    await page.keyboard.press('Escape');
    expect(await card?.evaluate((element) => element.hasAttribute('hidden'))).toBe(true);
  });

  test('follows a style sheet without filling a template, and colours without reading a table', async () => {
    const before = preview.state().counts;
    await save('templates/styles/print.css', (text) => `${text}\nh2 { letter-spacing: 3px; }\n`);
    expect(await page.$eval('h2', (heading) => getComputedStyle(heading).letterSpacing)).toBe('3px');
    expect(preview.state().counts).toEqual(before);
    await save('templates/styles/tokens.css', (text) => text.replace('--pm25: #1d3a56', '--pm25: #2d3a56'));
    const { ingest, tables, assess, figures } = preview.state().counts;
    expect({ ingest, tables, assess, figures }).toEqual({
      ...{ ingest: before.ingest, tables: before.tables, assess: before.assess, figures: before.figures + 1 },
    });
  });

  test('reads again only the table whose row changed, and keeps the last good page while a row is wrong', async () => {
    const before = preview.state().counts;
    const number = () => page.$eval(`[data-fact="${FACT}"]`, (element) => element.textContent);
    const was = await number();
    await save('data/air/published.csv', (text) => text.replace(',,55,', ',,x,'));
    expect(preview.state().findings[0]).toMatchObject({ severity: 'error', file: 'air/published.csv' });
    expect(await number()).toBe(was);
    await save('data/air/published.csv', (text) => text.replace(',,x,', ',,56,'));
    expect(await number()).not.toBe(was);
    const { ingest, tables, assess } = preview.state().counts;
    expect({ ingest, tables, assess }).toEqual({
      ...{ ingest: before.ingest + 2, tables: before.tables + 2, assess: before.assess + 1 },
    });
  });

  test('switches the language', async () => {
    const { version } = preview.state();
    await page.click('preview-desk >>> [data-language=zh]');
    await shown(version + 1);
    expect(await chapter()).toContain('2018年全国情况');
    expect(complaints).toEqual([]);
  });
});

describe('its server', () => {
  const ask = (asked: Readonly<{ path: string; host?: string; method?: string }>) =>
    new Promise<Readonly<{ status: number; policy: string }>>((resolve, reject) => {
      const host = asked.host ?? `127.0.0.1:${preview.port}`;
      const sent = request(
        { port: preview.port, host: '127.0.0.1', method: asked.method ?? 'GET', path: asked.path, headers: { host } },
        (answer) => {
          answer.resume();
          const { statusCode = 0, headers } = answer;
          resolve({ status: statusCode, policy: String(headers['content-security-policy'] ?? '') });
        },
      );
      sent.on('error', reject).end();
    });

  test('answers its own name alone', async () => {
    expect((await ask({ path: '/' })).policy).toContain("default-src 'none'");
    expect((await ask({ path: '/', host: 'example.org' })).status).toBe(403);
    expect((await ask({ path: '/show/en', method: 'POST' })).status).toBe(403);
  });

  test('gives out nothing but what is shown', async () => {
    const paths = [
      '/package.json',
      '/fonts/../../package.json',
      '/fonts/%2e%2e/x.woff2',
      '/content/none',
      '/fact?id=x',
    ];
    for (const each of paths) expect((await ask({ path: each })).status, each).toBe(404);
  });

  test('takes the next port when its own is in use', async () => {
    const none = path.join(dir, 'none');
    const options = { ...{ edition: 'small', year: 2018, languages: ['en' as const], standardsDir: null, rules: '' } };
    const paths = { outDir: none, dataDir: none, templatesDir: none };
    const other = await startPreview(
      { ...options, ...paths, htmlOnly: false, final: false, help: false },
      silent,
      preview.port,
    );
    expect(other.port).toBeGreaterThan(preview.port);
    await other.ready;
    await other.close();
  });
});
