import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { approve, paragraphsOf } from '../../../pipeline/narrate/approvals/approve.ts';
import { approvedFile, approvedText } from '../../../pipeline/narrate/approvals/record.ts';
import { compose } from '../../../pipeline/narrate/compose.ts';
import { folder } from '../../build.ts';
import { contextOf, pm25 } from '../context.ts';

const MEAN = '{{fact "published.@N.pm25.annual-mean.@Y"}}';
const FACT = 'published.CN-338.pm25.annual-mean.2018';
const NATION = `<h1>The nation</h1>\n<p>The mean of the cities was ${MEAN}.</p>\n<p>Other words.</p>`;
const EN = 'annual/chapters/01-nation/en.hbs';
const SHELL = { 'partials/document.hbs': '{{{body}}}' };

/** An edition of these chapters, composed with a mean. */
function made(dir: string, value: number | null, { draft = true, chapters = ['01-nation'] } = {}) {
  const context = { ...contextOf([pm25('2018', value)]), draft };
  const refs = chapters.map((name) => ({ folder: name, kind: 'chapter' as const, landscape: false }));
  const composed = compose(dir, { ...context, edition: { ...context.edition, chapters: refs } });
  const ours = composed.findings.filter(({ rule }) => /stale|edited|not-approved/.test(rule));
  return { ...composed, told: ours.map(({ severity, rule, row }) => `${severity} ${rule} ${row}`), ours };
}

/** Approves a chapter as it comes out with a mean of 39.4. */
function approved(dir: string, chapter = '01-nation', only: number | null = null): void {
  const html = made(dir, 39.4, { chapters: [chapter] }).chapters[0]?.html ?? '';
  const template = readFileSync(path.join(dir, `annual/chapters/${chapter}/en.hbs`), 'utf8');
  const step = approve(paragraphsOf(template, html), {}, { by: 'Li', date: '2019-03-01', only });
  const text = approvedText({ sections: {}, paragraphs: { '2018': { en: step.approvals } } });
  writeFileSync(path.join(dir, approvedFile('annual', chapter)), text);
}

function edit(dir: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
}

describe('a chapter that was approved', () => {
  test('is silent while its facts print as they did', () => {
    const dir = folder({ ...SHELL, [EN]: NATION });
    approved(dir);
    const { told, manuscript } = made(dir, 38.6);
    expect(told).toEqual([]);
    expect(manuscript.html).not.toContain('data-stale');
  });

  test('is marked in a draft where a fact prints otherwise, and refused in a final edition', () => {
    const dir = folder({ ...SHELL, [EN]: NATION });
    approved(dir);
    const { ours, manuscript } = made(dir, 41);
    expect(ours).toMatchObject([{ severity: 'warn', rule: 'stale', file: EN, row: 2 }]);
    expect(ours[0]?.message).toBe(
      `“The mean of the cities was 41 µg/m³.” was approved with other facts: ${FACT} “39 µg/m³” is now “41 µg/m³”.`,
    );
    expect(manuscript.html).toContain('<p data-stale="39 µg/m³ → 41 µg/m³">The mean');
    const final = made(dir, 41, { draft: false });
    expect(final.told).toEqual(['error stale 2']);
    expect(final.manuscript.html).not.toContain('data-stale');
  });

  test('marks headings too, and numbers them', () => {
    const dir = folder({ ...SHELL, [EN]: `<h1>The nation</h1>\n<h2>At ${MEAN}</h2>` });
    approved(dir);
    expect(made(dir, 41).manuscript.html).toContain(
      '<h2 data-stale="39 µg/m³ → 41 µg/m³" id="ch-nation-1"><span class="no">1.1',
    );
  });

  test('says what was edited since: a note in a draft, an error in a final edition', () => {
    const dir = folder({ ...SHELL, [EN]: NATION });
    approved(dir);
    edit(dir, EN, NATION.replace('of the cities', 'of all cities'));
    expect(made(dir, 39.4).told).toEqual(['note edited 2']);
    const { ours } = made(dir, 39.4, { draft: false });
    expect(ours).toMatchObject([{ severity: 'error', rule: 'edited', file: EN, row: 2 }]);
    expect(ours[0]?.message).toBe(
      '“The mean of all cities was 39 µg/m³.” was edited since Li approved it on 2019-03-01.',
    );
  });

  test('says what is new', () => {
    const dir = folder({ ...SHELL, [EN]: NATION });
    approved(dir);
    edit(dir, EN, `${NATION}\n<p>Entirely another matter.</p>`);
    expect(made(dir, 39.4).told).toEqual(['note not-approved 4']);
    expect(made(dir, 39.4, { draft: false }).told).toEqual(['error not-approved 4']);
  });

  test('says that a paragraph is gone whose condition came out otherwise', () => {
    const dir = folder({ ...SHELL, [EN]: `<h1>A</h1>\n{{#has "${FACT}"}}\n<p>It is known.</p>{{/has}}` });
    approved(dir);
    expect(made(dir, 39.4).told).toEqual([]);
    expect(made(dir, null).told).toEqual(['warn stale 3']);
  });

  test('may have its paragraphs moved, within it and to another chapter', () => {
    const dir = folder({ ...SHELL, [EN]: NATION, 'annual/chapters/02-regions/en.hbs': '<h1>Regions</h1>' });
    approved(dir);
    edit(dir, EN, '<h1>The nation</h1>\n\n<p class="lead">Other words.</p>');
    edit(dir, 'annual/chapters/02-regions/en.hbs', `<h1>Regions</h1>\n<p>The mean of the cities was ${MEAN}.</p>`);
    const both = { chapters: ['01-nation', '02-regions'] };
    expect(made(dir, 39.4, both).told).toEqual([]);
    expect(made(dir, 41, both).told).toEqual(['warn stale 2']);
  });

  test('in part says of the rest that it is not approved', () => {
    const dir = folder({ ...SHELL, [EN]: NATION });
    approved(dir, '01-nation', 2);
    expect(made(dir, 39.4).told).toEqual(['note not-approved 1', 'note not-approved 3']);
  });
});

test('of chapters that nobody approved a draft says nothing, and a final edition says it once', () => {
  const dir = folder({ ...SHELL, [EN]: NATION, 'annual/chapters/02-regions/en.hbs': '<h1>Regions</h1>' });
  const both = { chapters: ['01-nation', '02-regions'] };
  expect(made(dir, 39.4, both).told).toEqual([]);
  const { ours } = made(dir, 39.4, { ...both, draft: false });
  expect(ours).toMatchObject([{ severity: 'note', rule: 'not-approved', file: 'annual/edition.json' }]);
  expect(ours[0]?.message).toContain('01-nation, 02-regions');
});
