import { describe, expect, test } from 'vitest';
import { markSource, withMark, withoutMarks } from '../../../pipeline/narrate/source/marks.ts';
import { filesOf, textOf } from '../../house/files.ts';
import { contextOf, fill, pm25 } from '../context.ts';

const FILE = 'annual/chapters/01-nation/en.hbs';
const at = (line: number, block: number) => `data-at="chapters/01-nation/en.hbs:${line}" data-block="${block}"`;

describe('blocks of a chapter', () => {
  test('carry their line and their number, before what they had', () => {
    expect(markSource('<h1>A</h1>\n\n<p class="lead">B</p>\n<ul>\n<li>C</li></ul>', FILE)).toBe(
      `<h1 ${at(1, 0)}>A</h1>\n\n<p ${at(3, 1)} class="lead">B</p>\n<ul>\n<li ${at(5, 2)}>C</li></ul>`,
    );
  });

  test('are told apart on one line', () => {
    expect(markSource('<p>A</p><p>B</p>', FILE)).toBe(`<p ${at(1, 0)}>A</p><p ${at(1, 1)}>B</p>`);
  });

  test('are not what stands in calls, comments, attributes or drawings', () => {
    const text = '{{!-- <p> --}}{{placeholder "<p>"}}<!-- <p> --><b title="<p>"></b><svg><p></p></svg><pre></pre>';
    expect(markSource(text, FILE)).toBe(text);
  });

  test('keep their lines, and lose their marks again, in every chapter shipped', () => {
    const chapters = filesOf(['templates'], /chapters\/.*\.hbs$/);
    const wrong = chapters.filter((file) => {
      const [text, marked] = [textOf(file), markSource(textOf(file), file)];
      return withoutMarks(marked) !== text || marked.split('\n').length !== text.split('\n').length || marked === text;
    });
    expect(wrong).toEqual([]);
    for (const file of chapters)
      markSource(textOf(file), file)
        .split('\n')
        .forEach((line, i) => {
          for (const [, number] of line.matchAll(/ data-at="[^":]+:(\d+)"/g)) expect(Number(number)).toBe(i + 1);
        });
  });
});

describe('what a call makes', () => {
  test('carries the line of the call', () => {
    expect(withMark('<table class="data" id="tab-a">', { file: FILE, line: 7 })).toBe(
      '<table data-at="chapters/01-nation/en.hbs:7" class="data" id="tab-a">',
    );
  });

  test('is marked for figures and tables', () => {
    const context = contextOf([pm25('2018', 39)]);
    expect(fill('\n{{figure "map-pm25"}}', context)).toContain(
      '<figure data-at="chapter.hbs:2" class="plate" id="fig-map-pm25">',
    );
  });
});

test('marks are all that is taken away', () => {
  const html = `<p ${at(3, 1)} class="lead">B <a data-b="1">c</a></p><table data-at="chapters/a/en.hbs:7" id="t">`;
  expect(withoutMarks(html)).toBe('<p class="lead">B <a data-b="1">c</a></p><table id="t">');
});
