import type { Logger } from 'pino';
import { ChinaAirError } from '../errors.ts';
import { moved, type PageMap } from './page-map.ts';

/** A document that can be printed, and told where its anchors stand. */
export type Sheet = Readonly<{
  print: () => Promise<Uint8Array>;
  /** Where the anchors of a print stand. */
  locate: (pdf: Uint8Array) => Promise<PageMap>;
  /** Writes the page numbers; `padded` adds a page at the end of the front matter. */
  fill: (map: PageMap, padded: boolean) => Promise<void>;
}>;

type Stable = Readonly<{ pdf: Uint8Array; map: PageMap; passes: number }>;

const MOST_PASSES = 4;

/**
 * Prints, reads where every anchor stands, writes the page numbers and prints again, until nothing moves: twice as a rule,
 * as page numbers have a fixed width. Page 1 must be a right-hand page, so front matter of odd length is padded by one page.
 *
 * @throws ChinaAirError `pages-unstable` (exit 1) with the anchors that still move after four prints.
 */
export async function printUntilStable(sheet: Sheet, log: Logger): Promise<Stable> {
  let pdf = await sheet.print();
  let map = await sheet.locate(pdf);
  let padded = false;
  let moving: string[] = [];
  for (let passes = 2; passes <= MOST_PASSES; passes++) {
    if (map.before % 2 === 1) padded = !padded;
    const written: PageMap = { ...map, before: map.before + (map.before % 2) };
    await sheet.fill(written, padded);
    pdf = await sheet.print();
    map = await sheet.locate(pdf);
    moving = moved(written, map);
    log.debug({ stage: 'print', pass: passes, pages: map.pages, moved: moving.length }, 'printed');
    if (moving.length === 0 && map.before === written.before) return { pdf, map, passes };
  }
  throw new ChinaAirError({
    code: 'pages-unstable',
    exit: 1,
    message: `page numbers still move after ${MOST_PASSES} prints: ${moving.join(', ') || 'the first chapter'}`,
    remedy: 'Give the page numbers a fixed width (styles: .page), or rephrase the line whose length depends on one.',
  });
}
