import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashOf, readable, renderedIn, writtenIn } from '../../../pipeline/narrate/approvals/paragraph.ts';
import { markSource } from '../../../pipeline/narrate/source/marks.ts';
import { contextOf, fill, pm25 } from '../context.ts';

const FACT = 'published.CN-338.pm25.annual-mean.2018';
const CALL = 'published.@N.pm25.annual-mean.@Y';

describe('a paragraph of a template', () => {
  test('is known by the SHA-256 of its text, whatever its white space, its comments and its tag', () => {
    const hash = createHash('sha256').update('a b').digest('hex').slice(0, 12);
    expect([hashOf('a b'), hashOf(' a\n  b'), hashOf('a{{!-- c --}} b'), hashOf('a b{{! c}}')]).toEqual(
      Array(4).fill(hash),
    );
    expect(hashOf('ab')).not.toBe(hash);
    expect(writtenIn('<p class="lead">a b</p>')[0]?.hash).toBe(hash);
  });

  test('has its line and the number that its mark has; those with nothing of their own are left out', () => {
    const written = writtenIn('<h1>A</h1>\n<aside>\n<p>b</p></aside>\n<p>{{n "c"}}</p>');
    expect(written.map(({ block, line }) => [block, line])).toEqual([
      [0, 1],
      [2, 3],
      [3, 4],
    ]);
  });
});

describe('a paragraph as it came out', () => {
  const rendered = (template: string, facts = [pm25('2018', 39.4, { n: 310, of: 338 })]) =>
    renderedIn(fill(markSource(template, 'annual/chapters/01-nation/en.hbs'), contextOf(facts)));

  test('is its words with a place for each number, and the numbers with their facts', () => {
    expect(rendered(`<p>PM2.5 was {{fact "${CALL}"}} in {{n "${CALL}"}} cities.</p>`)).toEqual([
      {
        block: 0,
        text: 'PM2.5 was {} in {} cities.',
        facts: [
          { id: FACT, value: 39.4, printed: '39 µg/m³' },
          { id: `${FACT}#n`, value: 310, printed: '310' },
        ],
      },
    ]);
  });

  test('reads as its readers read it', () => {
    const [paragraph] = rendered(`<p>A &amp; <em>B</em><br>C&nbsp;{{ref "fig-a"}}: {{value "${CALL}" decimals=1}}</p>`);
    expect(paragraph && readable(paragraph)).toBe('A & B C …: 39.4');
  });

  test('has no missing number', () => {
    expect(rendered(`<p>{{fact "${CALL}" missing="say"}}</p>`, [pm25('2018', null)])).toEqual([
      { block: 0, text: '– (fewer than nine in ten of the cities have a value)', facts: [] },
    ]);
  });

  test('has its notes where they are called, without their numbers', () => {
    const note = '<ol><li id="note-a-2">Of <data value="3" data-fact="f">3</data>.</li></ol>';
    const html = (number: string) =>
      `<p data-at="x:1" data-block="4">It fell<sup class="note-ref" id="r"><a href="#note-a-2">${number}</a></sup>, by m<sup>3</sup>.</p>${note}`;
    const said = [{ block: 4, text: 'It fell [Of {}.], by m3.', facts: [{ id: 'f', value: 3, printed: '3' }] }];
    expect(renderedIn(html('2'))).toEqual(said);
    expect(renderedIn(html('7'))).toEqual(said);
  });

  test('is told from drawings, from tables, and from paragraphs that no template has', () => {
    const html =
      '<aside data-at="x:1" data-block="4">a<svg><text>b</text></svg><table><tr><td>c</td></tr></table><p>d</p>e</aside>';
    expect(renderedIn(html)).toEqual([{ block: 4, text: 'ae', facts: [] }]);
  });
});
