import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts';
import { type FontUse, fontsUsed } from '../../pipeline/print/fonts-used.ts';
import { printReport } from '../../pipeline/print/print.ts';
import { type Reading, readPdf, textOf } from '../../pipeline/print/reading.ts';
import { LANGUAGES, type Printed } from '../../pipeline/types.ts';
import { manuscript } from './fixture.ts';
import { WORDS } from './fixture-words.ts';

let browser: PrintBrowser;
beforeAll(async () => {
  browser = await openBrowser(silent);
}, 120_000);
afterAll(() => browser.close());

const options = (draft = false) => ({
  title: 'China Air 2018',
  subject: 'Specimen & test',
  author: 'China Air',
  keywords: ['air quality', '空气质量'],
  date: new Date('2019-06-05T00:00:00Z'),
  draft,
  assets: null,
  log: silent,
});

describe.each(LANGUAGES)('a printed report in %s', (language) => {
  let printed: Printed;
  let reading: Reading;
  let fonts: FontUse;
  const words = WORDS[language];

  beforeAll(async () => {
    printed = await printReport(manuscript(language), { ...options(), browser });
    reading = await readPdf(printed.pdf);
    fonts = await fontsUsed(printed.pdf);
  }, 240_000);

  const page = (label: string) => reading.pages.find((each) => each.label === label);

  it('has no errors, and more than thirty pages', () => {
    expect(printed.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(printed.pages).toBeGreaterThan(30);
  });

  it('sends every line of the contents to the page with its heading', () => {
    const regions = printed.pageOf.get('ch-regions') ?? '';
    expect(textOf(page(regions)?.body ?? [])).toContain((words.chapters[2] ?? '').replaceAll(' ', ''));
    const contents = textOf(page('iii')?.body ?? []);
    expect(contents).toContain(`${words.chapters[2]}${regions}`.replaceAll(' ', ''));
  });

  it('fills in page numbers in running text', () => {
    const sentence = words.see(`${words.figure} 1`, printed.pageOf.get('fig-nation-1') ?? '').replaceAll(/\s/g, '');
    expect(textOf(page('1')?.body ?? [])).toContain(sentence);
  });

  it('counts front matter in roman and chapters in arabic numerals, page 1 on the right', () => {
    const labels = reading.pages.map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['i', 'ii', 'iii']);
    expect(labels.indexOf('1') % 2).toBe(0);
    expect(labels.at(-1)).toBe(String(labels.length - labels.indexOf('1')));
  });

  it('runs the chapter at the head of right-hand pages, but not on its first', () => {
    const head = words.chapters[0]?.replaceAll(' ', '');
    expect(textOf(page('1')?.furniture ?? [])).toBe('1');
    expect(textOf(page('3')?.furniture ?? [])).toContain(head);
    expect(textOf(page('2')?.furniture ?? [])).toContain('ChinaAir2018');
  });

  it('embeds every font, and sets nothing in Type 3', () => {
    expect(fonts.fonts.length).toBeGreaterThan(2);
    expect(fonts.fonts.filter(({ type, embedded }) => type === 'Type3' || !embedded)).toEqual([]);
    expect(fonts.notdef).toEqual([]);
  });

  it('gives its text back, repeated table heads included', () => {
    const all = reading.pages.map(({ body }) => textOf(body));
    expect(all.join('')).toContain((words.text[3] ?? '').replaceAll(/\s/g, ''));
    expect(all.filter((text) => text.includes(`${words.rank}${words.city}`)).length).toBeGreaterThan(5);
  });

  it('turns the page for the wide table', () => {
    expect(page(printed.pageOf.get('annex-wide') ?? '')).toMatchObject({ width: expect.closeTo(841.9, 0) });
    expect(page('1')).toMatchObject({ width: expect.closeTo(595, 0) });
  });

  it('has bookmarks of three levels that lead to their headings', () => {
    const nation = reading.bookmarks.find(({ title }) => title === `1 ${words.chapters[0]}`);
    expect(nation).toMatchObject({ level: 1, index: reading.pages.findIndex(({ label }) => label === '1') });
    expect(Math.max(...reading.bookmarks.map(({ level }) => level))).toBe(3);
  });

  it('describes itself to catalogues and reading devices', async () => {
    const pdf = await PDFDocument.load(printed.pdf, { updateMetadata: false });
    const packet = pdf.catalog.lookup(PDFName.of('Metadata'));
    const xmp = packet instanceof PDFRawStream ? Buffer.from(packet.contents).toString('utf8') : '';
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain(`<rdf:li>${language === 'zh' ? 'zh-CN' : 'en'}</rdf:li>`);
    expect(xmp).toContain('Specimen &amp; test');
    expect(xmp).toContain('空气质量');
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getCreationDate()?.toISOString()]).toEqual([
      'China Air 2018',
      'China Air',
      '2019-06-05T00:00:00.000Z',
    ]);
    expect(reading.language).toBe(language === 'zh' ? 'zh-CN' : 'en');
    expect(reading.pages.flatMap(({ figures }) => figures).every((alt) => alt === words.alt)).toBe(true);
  });

  it('is the same, byte for byte, when printed again', async () => {
    const again = await printReport(manuscript(language), { ...options(), browser });
    expect(Buffer.compare(again.pdf, printed.pdf)).toBe(0);
  }, 240_000);

  it('says on every page that it is a draft, and only then', async () => {
    const mark = language === 'zh' ? '草稿' : 'Draft';
    const draft = await printReport(manuscript(language, { draft: true }), { ...options(true), browser });
    const pages = (await readPdf(draft.pdf)).pages;
    const all = (each: Reading['pages'][number]) => textOf([...each.body, ...each.furniture]);
    expect(pages.filter((each) => !all(each).includes(mark))).toEqual([]);
    expect(reading.pages.filter((each) => all(each).includes(mark))).toEqual([]);
  }, 240_000);
});
