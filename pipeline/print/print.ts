import type { Logger } from 'pino';
import type { Manuscript, Printed } from '../types.ts';
import { openBrowser, type PrintBrowser } from './browser.ts';
import { finish } from './finish.ts';
import { families } from './font-faces.ts';
import { fontsUsed } from './fonts-used.ts';
import { readPdf } from './reading.ts';
import { openSheet } from './sheet.ts';
import { printUntilStable } from './two-pass.ts';
import { verify } from './verify.ts';

type PrintOptions = Readonly<{
  /** Title of the publication, as in catalogues; the running head of left-hand pages. */
  title: string;
  subject: string;
  author: string;
  keywords: readonly string[];
  /** Printed into the file instead of the time of the run: equal input gives equal bytes. */
  date: Date;
  draft: boolean;
  /** Folder of files the document names by relative paths; null: it names none. */
  assets: string | null;
  /** The style sheet of the edition (styles.ts); without it that of the annual one. */
  css?: string;
  log: Logger;
  /** A browser to use and leave open, for several editions in a row; by default one is started and ended. */
  browser?: PrintBrowser;
}>;

/**
 * A manuscript as a finished PDF:
 *
 *     html ─1 lay out─▶ page ─2 print until stable─▶ pdf ─3 finish─▶ pdf ─4 read back, verify─▶ findings
 *
 * Faults of the document or of the print come back as findings, so that a draft can be looked at with all of them; whoever
 * publishes decides by their severity.
 *
 * @throws ChinaAirError `no-browser`, `no-font`, `unprintable-font` (exit 3) or `pages-unstable` (exit 1).
 */
export async function printReport(manuscript: Manuscript, options: PrintOptions): Promise<Printed> {
  const { title, draft, assets, log } = options;
  const { language, html } = manuscript;
  const began = performance.now();
  const timing = (): number => Math.round(performance.now() - began);
  const browser = options.browser ?? (await openBrowser(log));
  try {
    // 1 lay out
    const sheet = await openSheet(browser, { language, html, title, draft, assets, css: options.css });
    try {
      const { contents } = sheet;
      log.info({ stage: 'print', language, figures: contents.figures.length, ms: timing() }, 'laid out');

      // 2 print until stable
      const stable = await printUntilStable(sheet, log);
      log.info({ stage: 'print', language, pages: stable.map.pages, passes: stable.passes, ms: timing() }, 'printed');

      // 3 finish
      const names = new Map([...contents.links, ...contents.entries].map(({ id, text }) => [id, text]));
      const links = [...names].map(([id, text]) => ({ id, text }));
      const { before, labels } = stable.map;
      const description = { ...options, language: contents.language, before, links, headings: contents.headings };
      const pdf = await finish(stable.pdf, description);

      // 4 read back, verify
      const reading = await readPdf(pdf);
      const fonts = await fontsUsed(pdf);
      const evidence = { reading, fonts, contents, families: families(language), bytes: pdf.length };
      const findings = [...sheet.findings, ...verify(evidence)];
      const pages = reading.pages.length;
      log.info(
        { stage: 'print', language, pages, bytes: pdf.length, findings: findings.length, ms: timing() },
        'verified',
      );
      return { pdf, pages, pageOf: labels, findings };
    } finally {
      await sheet.close();
    }
  } finally {
    if (options.browser === undefined) await browser.close();
  }
}
