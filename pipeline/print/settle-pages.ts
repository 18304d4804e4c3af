import type { Page } from 'puppeteer-core';
import { getDocumentProxy } from 'unpdf';
import { PRINT_MS } from './browser.ts';
import { chooseLifts } from './fill-pages.ts';
import { places } from './page-map.ts';
import { loosen, type PartEnd, partEnds, sparse, tighten } from './short-ends.ts';
import { liftUnits, markUnits, type Unit, unmarkUnits } from './units.ts';

/** Most prints that filling pages may take. */
const MOST_PROBES = 12;

type Probe = Readonly<{ units: readonly Unit[]; at: Awaited<ReturnType<typeof places>> }>;

/** Prints all parts, or some, with marks at every block, and reads where they stand. */
async function probe(page: Page, parts: readonly string[] | null): Promise<Probe> {
  const units: Unit[] = await page.evaluate(markUnits, parts);
  const pdf = await page.pdf({ preferCSSPageSize: true, outline: false, tagged: false, timeout: PRINT_MS });
  await page.evaluate(unmarkUnits);
  const proxy = await getDocumentProxy(pdf);
  try {
    return { units, at: await places(proxy) };
  } finally {
    await proxy.destroy();
  }
}

/** Moves text before figures that did not fit on a page, print by print, until no page has a hole that it can fill. */
async function fillPages(page: Page, first: readonly string[] | null): Promise<PartEnd[]> {
  const ends = new Map<string, PartEnd>();
  let parts = first;
  for (let round = 0; round < MOST_PROBES; round++) {
    const { units, at } = await probe(page, parts);
    for (const end of partEnds(units, at)) ends.set(end.part, end);
    const lifts = chooseLifts(units, at);
    if (lifts.length === 0) break;
    await page.evaluate(liftUnits, lifts);
    const lifted = new Set(lifts.map(({ before }) => before));
    parts = units.filter(({ id }) => lifted.has(id)).map(({ part }) => part);
  }
  return [...ends.values()];
}

/**
 * Fills holes at the foot of pages; then sets those chapters closer whose last page holds little, where that saves the page.
 */
export async function settlePages(page: Page): Promise<void> {
  const ends = await fillPages(page, null);
  const short = ends.filter(sparse).map(({ part }) => part);
  if (short.length === 0) return;
  await page.evaluate(tighten, short);
  const { units, at } = await probe(page, short);
  const before = new Map(ends.map(({ part, pages }) => [part, pages]));
  const after = new Map(partEnds(units, at).map(({ part, pages }) => [part, pages]));
  const saved = (part: string): boolean => (after.get(part) ?? 0) < (before.get(part) ?? 0);
  await page.evaluate(
    loosen,
    short.filter((part) => !saved(part)),
  );
  if (short.some(saved)) await fillPages(page, short.filter(saved));
}
