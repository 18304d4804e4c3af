import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { getDocumentProxy } from 'unpdf';
import type { Finding, Language } from '../types.ts';
import { PRINT_MS, type PrintBrowser } from './browser.ts';
import { FONTS, fontFaces, sansStack } from './font-faces.ts';
import {
  type Contents,
  fill,
  keepSources,
  keepSpans,
  linkHeadings,
  linkPageNumbers,
  loadFonts,
  readContents,
} from './in-page.ts';
import { layoutFindings, leastSize, measureLayout } from './layout-lint.ts';
import { marginText, type PageSetup, pageCss } from './page-css.ts';
import { destinations, pageMap } from './page-map.ts';
import { settlePages } from './settle-pages.ts';
import { styleSheet } from './styles.ts';
import type { Sheet } from './two-pass.ts';

type SheetOptions = Readonly<{
  language: Language;
  html: string;
  title: string;
  draft: boolean;
  /** Folder whose files the document names by relative paths; copied beside it. */
  assets: string | null;
  /** The style sheet; without it that of the annual edition. */
  css?: string | undefined;
}>;

type OpenSheet = Sheet & Readonly<{ contents: Contents; findings: readonly Finding[]; close: () => Promise<void> }>;

const LOAD_MS = 60_000;
/** Rows from which a table keeps what stands under it with its last rows. */
const LEAST_ROWS = 2;

const finding = (rule: string, message: string, remedy: string): Finding => ({
  severity: 'error',
  rule: `print/${rule}`,
  file: '',
  row: null,
  message,
  remedy,
});

const isWithin = (folder: string, url: string): boolean => {
  if (!url.startsWith('file:')) return false;
  const relative = path.relative(folder, fileURLToPath(url));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
};

/** Lets the page read its own folder and the fonts, nothing else; what it asks for besides is reported. */
async function guard(page: Page, folder: string, findings: Finding[]): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('data:') || isWithin(folder, url) || isWithin(FONTS, url)) return void request.continue();
    findings.push(
      finding('request', `the document asks for ${url}`, 'Copy the file into the assets; nothing is fetched at print.'),
    );
    void request.abort('blockedbyclient');
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText.includes('BLOCKED') || !request.url().startsWith('file:')) return;
    findings.push(
      finding('file', `${request.url()} cannot be read`, 'Correct the path, or add the file to the assets.'),
    );
  });
  page.on('pageerror', (error) => {
    findings.push(
      finding(
        'script',
        `the page throws: ${error instanceof Error ? error.message : String(error)}`,
        'Remove the script.',
      ),
    );
  });
}

const missingGlyphs = (missing: readonly string[]): Finding[] =>
  missing.map((sign) => {
    const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const remedy = 'Write another sign: <sub> and <sup> for indices, µ (U+00B5) for micro, words for rare symbols.';
    return finding('glyph', `no font has "${sign}" (${code})`, remedy);
  });

/** What the document itself gets wrong before it is printed. */
const contentFindings = (contents: Contents): Finding[] => [
  ...contents.brokenLinks.map((id) =>
    finding('broken-link', `a link points to "${id}", which is nowhere`, 'Correct the anchor.'),
  ),
  ...contents.repeatedIds.map((id) =>
    finding('repeated-id', `the id "${id}" stands more than once`, 'Make it unique.'),
  ),
];

/**
 * A document laid out in the browser and ready to print: written to a temporary folder with its styles and fonts, fonts
 * loaded, measured. The caller closes it.
 */
export async function openSheet({ browser }: PrintBrowser, options: SheetOptions): Promise<OpenSheet> {
  const { language, html, title, draft, assets } = options;
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'china-air-print-')));
  const page = await browser.newPage();
  const close = async (): Promise<void> => {
    await page.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (assets !== null) await cp(assets, folder, { recursive: true });
    const faces = fontFaces(language, `${html}${title}0123456789ivxlc草稿`);
    const head = `<style>${faces.css}</style><style>${options.css ?? styleSheet('print')}</style>`;
    const file = path.join(folder, 'manuscript.html');
    await writeFile(
      file,
      html.includes('</head>') ? html.replace('</head>', () => `${head}</head>`) : `${head}${html}`,
    );

    const findings: Finding[] = missingGlyphs(faces.missing);
    page.setDefaultTimeout(PRINT_MS);
    await guard(page, folder, findings);
    // Compilers wrap named functions in a helper that does not exist in the page.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value;');
    await page.setViewport({ width: 1000, height: 1200 });
    await page.emulateMediaType('print');
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: LOAD_MS });

    await page.evaluate(linkHeadings);
    const contents = await page.evaluate(readContents);
    const setup = (before: number): PageSetup => ({ language, title, parts: contents.parts, before, draft });
    await page.evaluate(keepSources, LEAST_ROWS);
    await page.evaluate(keepSpans);
    await page.evaluate(linkPageNumbers);
    await page.evaluate(fill, {}, pageCss(setup(0)), null);
    const fonts = ['400', '600'].map((weight) => `${weight} 8pt ${sansStack(language)}`);
    const failed = await page.evaluate(loadFonts, fonts, marginText(setup(0)));
    if (failed > 0)
      findings.push(finding('font', `${failed} font files cannot be loaded`, 'Run "npm ci" to restore them.'));
    findings.push(...contentFindings(contents), ...layoutFindings(await page.evaluate(measureLayout, leastSize)));

    await settlePages(page);

    const opener = contents.parts[0]?.id ?? null;
    return {
      contents,
      findings,
      close,
      print: () =>
        page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true, timeout: PRINT_MS }),
      locate: async (pdf) => {
        const proxy = await getDocumentProxy(pdf.slice());
        try {
          return pageMap(await destinations(proxy), proxy.numPages, opener);
        } finally {
          await proxy.destroy();
        }
      },
      fill: (map, padded) =>
        page.evaluate(fill, Object.fromEntries(map.labels), pageCss(setup(map.before)), padded ? title : null),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
