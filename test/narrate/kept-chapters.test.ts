import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compose } from '../../pipeline/narrate/compose.ts';
import { KeptChapters } from '../../pipeline/narrate/kept-chapters.ts';
import { folder } from '../build.ts';
import { contextOf, pm25 } from './context.ts';

const FACT = 'published.CN-338.pm25.annual-mean.2018';
const DOCUMENT = '<html><body>{{{body}}}</body></html>';

/** An edition of three chapters that is filled again and again; `fill` gives the page, the folders filled anew and the findings. */
function edition(chapters: Readonly<Record<string, string>>) {
  const names = Object.keys(chapters);
  const dir = folder({
    ...Object.fromEntries(names.map((name) => [`annual/chapters/${name}/en.hbs`, chapters[name] ?? ''])),
    'partials/document.hbs': DOCUMENT,
  });
  const kept = new KeptChapters();
  const refs = names.map((name) => ({ folder: name, kind: 'chapter' as const, landscape: false }));
  const once = (keeper?: KeptChapters, texts: readonly (readonly [string, string])[] = []) => {
    const context = contextOf([pm25('2018', 39)]);
    const places = texts.map(([key, text]) => [key, { text, file: 'strings/en.json', line: 1 }] as const);
    const given = {
      ...context,
      strings: context.strings.with(places),
      edition: { ...context.edition, chapters: refs },
    };
    return compose(dir, given, keeper);
  };
  return {
    kept,
    write: (name: string, text: string) => writeFileSync(path.join(dir, `annual/chapters/${name}/en.hbs`), text),
    fill: (texts: readonly (readonly [string, string])[] = []) => {
      const { marked, findings, manuscript } = once(kept, texts);
      const plain = once(undefined, texts);
      // Kept or not, the outcome is the same.
      if (kept.stale.length === 0) {
        expect(marked).toBe(plain.marked);
        expect(findings).toEqual(plain.findings);
        expect(manuscript.cited).toEqual(plain.manuscript.cited);
      }
      return { marked, findings, filled: kept.filled.map((file) => file.split(path.sep)[2]) };
    },
  };
}

const THREE = {
  '01-one': `<h1>One</h1><p>{{value "${FACT}"}}</p>{{figure "series"}}`,
  '02-two': '<h1>Two</h1><p>See {{ref "fig-series"}} and {{ref "ch-three"}}. {{text "document.contents"}}</p>',
  '03-three': '<h1>Three</h1>{{figure "map-pm25"}}<p>{{ref "fig-map-pm25"}}</p>',
};

describe('a chapter', () => {
  test('is filled once, and again only when its template changes; numbers and references stay right', () => {
    const { fill, write } = edition(THREE);
    expect(fill().filled).toEqual(['01-one', '02-two', '03-three']);
    expect(fill().filled).toEqual([]);
    write('01-one', `<h1>One</h1><p>{{value "${FACT}"}} other words</p>`);
    // The first figure is gone: that of chapter three is now Figure 1, though its chapter was not filled again.
    const { filled, marked, findings } = fill();
    expect(filled).toEqual(['01-one']);
    expect(marked).toContain('other words');
    expect(marked).toContain('<a class="ref" href="#fig-map-pm25">Figure 1</a>');
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-reference']);
  });

  test('is filled again when a text that it uses changes, and no other is', () => {
    const { fill } = edition(THREE);
    fill();
    expect(fill([['document.contents', 'What is in it']]).filled).toEqual(['02-two']);
  });

  test('that sets a figure which another now sets before it is filled again, and says so', () => {
    const { fill, write } = edition(THREE);
    fill();
    write('02-two', '<h1>Two</h1>{{figure "map-pm25"}}');
    const { filled, findings } = fill();
    expect(filled).toEqual(['02-two', '03-three']);
    expect(findings.map(({ rule, file }) => [rule, path.basename(path.dirname(file))])).toEqual([
      ['figure-twice', '03-three'],
    ]);
  });

  test('with findings is filled each time, so that they are told each time', () => {
    const { fill, write } = edition(THREE);
    write('02-two', '<h1>Two</h1>{{value "published.none"}}');
    expect(fill().findings).toHaveLength(1);
    const again = fill();
    expect(again.filled).toEqual(['02-two']);
    expect(again.findings).toHaveLength(1);
  });

  test('that cannot be compiled stands as it last was good, with its error', () => {
    const { fill, write, kept } = edition(THREE);
    fill();
    write('02-two', '<h1>Two</h1>\n{{#has "x"}}\nopen');
    const { marked, findings } = fill();
    expect(marked).toContain('See <a class="ref" href="#fig-series">Figure 1</a>');
    expect(findings).toMatchObject([{ severity: 'error', file: path.join('annual', 'chapters', '02-two', 'en.hbs') }]);
    expect(kept.stale).toHaveLength(1);
    write('02-two', THREE['02-two']);
    expect(fill().findings).toEqual([]);
    expect(kept.stale).toEqual([]);
  });

  test('is filled again when what all rest on has changed', () => {
    const { fill, kept } = edition(THREE);
    fill();
    kept.clear();
    expect(fill().filled).toHaveLength(3);
  });
});

test('claims are numbered through the manuscript, whichever chapters are filled again', () => {
  const claim = (words: string) => `{{#claim "below" "${FACT}" "${FACT}"}}${words}{{/claim}}`;
  const plain = `{{#claim "equal" "${FACT}" "${FACT}"}}same{{/claim}}`;
  const { fill, write } = edition({ '01-one': `<h1>One</h1>${plain}`, '02-two': `<h1>Two</h1>${plain}` });
  expect(fill().marked).toContain('data-claim="2"');
  expect(fill().filled).toEqual([]);
  write('01-one', '<h1>One</h1>');
  const { filled, marked } = fill();
  expect(filled).toEqual(['01-one', '02-two']);
  expect(marked).not.toContain('data-claim="2"');
  write('01-one', `<h1>One</h1>${claim('less')}`);
  expect(fill().findings.map(({ rule }) => rule)).toEqual(['false-claim']);
});
