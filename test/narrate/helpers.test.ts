import { describe, expect, test } from 'vitest';
import { settle } from '../../pipeline/narrate/context.ts';
import { edition } from '../build.ts';
import { contextOf, fill, pm25, read } from './context.ts';

const FACTS = [
  pm25('2018', 39),
  pm25('2017', 43),
  pm25('2018-vs-2017', -9.3),
  pm25('2016-vs-2015', 2.04),
  pm25('2017-vs-2016', -0.04),
  pm25('2015', null),
];
const ID = 'published.CN-338.pm25.annual-mean';
const text = (template: string, language: 'en' | 'zh' = 'en', year = 2018) =>
  read(fill(template, contextOf(FACTS, language, year)));

describe('a number', () => {
  test('stands with its unit, without it, and with more decimals', () => {
    expect(text(`{{fact "${ID}.2018"}}`)).toBe('39 µg/m³');
    expect(text(`{{value "${ID}.2018"}}`)).toBe('39');
    expect(text(`{{fact "${ID}.2018" decimals=1}}`)).toBe('39.0 µg/m³');
    expect(text(`{{fact "${ID}.2018"}}`, 'zh')).toBe('39微克/立方米');
  });

  test('names its fact and its value for whoever asks, and counts as cited', () => {
    const context = contextOf(FACTS);
    expect(fill(`{{value "${ID}.2018"}}`, context)).toBe(`<data value="39" data-fact="${ID}.2018">39</data>`);
    expect([...context.cited.facts]).toEqual([`${ID}.2018`]);
  });

  test('counts with its noun, one or many; in Chinese without a space', () => {
    expect(text(`{{count "${ID}.2018" "city" "cities"}}`)).toBe('39 cities');
    expect(text(`{{count "${ID}.2018" "个城市"}}`, 'zh')).toBe('39个城市');
  });

  test('that is missing is a dash with its reason in words, where the text asks for that', () => {
    const html = fill(`{{fact "${ID}.2015" missing="say"}}`, contextOf(FACTS));
    expect(read(html)).toBe('– (fewer than nine in ten of the cities have a value)');
    expect(fill(`{{change "${ID}.2015" missing="say"}}`, contextOf(FACTS))).toBe(html);
  });

  test.each([
    'fact',
    'value',
    'change',
    'count',
    'n',
    'of',
  ])('that is missing without a reason is an error of %s', (name) => {
    const context = contextOf(FACTS);
    fill(`<p>\n{{${name} "${ID}.2015"}}`, context);
    expect(context.findings).toMatchObject([
      { rule: 'null-in-text', file: 'chapter.hbs', row: 2, remedy: expect.stringContaining('missing="say"') },
    ]);
  });
});

describe('a change in words', () => {
  test.each([
    ['2018-vs-2017', 'fell by 9.3%', 'a fall of 9.3%', '下降9.3%', '降幅9.3%'],
    ['2016-vs-2015', 'rose by 2.0%', 'a rise of 2.0%', '上升2.0%', '升幅2.0%'],
    ['2017-vs-2016', 'was unchanged', 'no change', '持平', '持平'],
  ])('of %s goes the way its rounded value goes', (period, verb, noun, zhVerb, zhNoun) => {
    expect(text(`{{change "${ID}.${period}"}}`)).toBe(verb);
    expect(text(`{{change "${ID}.${period}" form="noun"}}`)).toBe(noun);
    expect(text(`{{change "${ID}.${period}"}}`, 'zh')).toBe(zhVerb);
    expect(text(`{{change "${ID}.${period}" form="noun"}}`, 'zh')).toBe(zhNoun);
  });

  test('can be signed, for tables', () => {
    expect(text(`{{change "${ID}.2018-vs-2017" form="signed"}}`)).toBe('\u22129.3');
    expect(text(`{{change "${ID}.2016-vs-2015" form="signed"}}`)).toBe('+2.0');
    expect(text(`{{change "${ID}.2017-vs-2016" form="signed"}}`)).toBe('0.0');
  });
});

describe('blocks', () => {
  test('has asks for numbers, and a missing value is none', () => {
    expect(text(`{{#has "${ID}.2018" "${ID}.2017"}}yes{{else}}no{{/has}}`)).toBe('yes');
    expect(text(`{{#has "${ID}.2018" "${ID}.2015"}}yes{{else}}no{{/has}}`)).toBe('no');
    expect(text(`{{#has "${ID}.2099"}}yes{{else}}no{{/has}}`)).toBe('no');
  });

  test('rose and fell follow the rounded direction', () => {
    const way = (period: string) =>
      text(`{{#rose "${ID}.${period}"}}up{{else}}{{#fell "${ID}.${period}"}}down{{else}}level{{/fell}}{{/rose}}`);
    expect(['2016-vs-2015', '2018-vs-2017', '2017-vs-2016'].map(way)).toEqual(['up', 'down', 'level']);
  });

  test('from takes the year assessed', () => {
    expect(text('{{#from 2018}}yes{{else}}no{{/from}}')).toBe('yes');
    expect(text('{{#from 2018}}yes{{else}}no{{/from}}', 'en', 2017)).toBe('no');
  });
});

test('places of a fact’s name are filled from the edition', () => {
  expect(settle('best.@N.pm25.annual-mean.@Y-vs-@P', edition())).toBe('best.CN-338.pm25.annual-mean.2018-vs-2017');
  expect(settle('best.@K.pm25.annual-mean.@B', edition())).toBe('best.KEY74.pm25.annual-mean.2013');
  expect(text('{{value "published.@N.pm25.annual-mean.@P"}}')).toBe('43');
  expect(text('{{year}}, {{previousYear}}, {{baselineYear}}')).toBe('2018, 2017, 2013');
});

test('a scope and a date are said in the language of the text', () => {
  expect(text('{{scope "@N"}}, {{scope "130600"}}, {{date "2018-09-01"}}')).toBe(
    '338 cities, Baoding, 1 September 2018',
  );
  expect(text('{{scope "@N"}}、{{scope "130600"}}、{{date "2018-09-01"}}', 'zh')).toBe('338个城市、保定、2018年9月1日');
});

test('title and note of a figure of the own are filled like the text around it, and cite their facts', () => {
  // From 43 in 2017 to 39 in 2018: −9.3 %.
  const context = contextOf([pm25('2018-vs-2017', -9.3)]);
  const html = read(fill('{{figure "own"}}', context));
  expect(html).toContain('PM2.5 fell by 9.3%');
  expect(html).toContain('Means of 2018.');
  expect([...context.cited.facts]).toContain('published.CN-338.pm25.annual-mean.2018-vs-2017');
});

test('a figure stands with its number to come, its drawing and its source, and cites its facts', () => {
  const context = contextOf(FACTS);
  const html = fill('{{figure "series"}}', context);
  expect(html).toContain('id="fig-series"');
  expect(html).toContain('data-number="fig-series"');
  expect(html).toContain('Figure &lt;series&gt;');
  expect(html).toContain('<svg><text>PM2.5</text></svg>');
  expect([...context.cited.facts]).toEqual([`${ID}.2018`]);
  expect([...context.cited.figures]).toEqual(['series']);
  expect(fill('{{figure "map-pm25" size="pull"}}', context)).toContain('class="plate wide pull"');
});

describe('a fault of a template is an error with file and line', () => {
  const faults = (template: string) => {
    const context = contextOf(FACTS);
    const html = fill(`<p>One.</p>\n<p>Two: ${template}</p>`, context);
    return { findings: context.findings, html };
  };

  test.each([
    [`{{fact "${ID}.2081"}}`, 'unknown-fact', `${ID}.2018`],
    ['{{figure "map-pm52"}}', 'unknown-figure', 'map-pm25'],
    ['{{table "nowhere"}}', 'unknown-table', 'Nearest'],
    ['{{scope "CN-383"}}', 'unknown-scope', 'scopes.csv'],
    ['{{policy "cn-plan"}}', 'unknown-policy', 'There is none yet'],
    ['{{source "archive"}}', 'unknown-source', 'sources.csv'],
    ['{{text "no.such.key"}}', 'unknown-string', 'both languages'],
    ['{{cities "cleanest"}}', 'unknown-list', 'No cities are ranked'],
    [`{{#rose "${ID}.2081"}}x{{/rose}}`, 'unknown-fact', `${ID}.2018`],
  ])('%s', (template, rule, remedy) => {
    const { findings, html } = faults(template);
    expect(findings).toMatchObject([{ severity: 'error', rule, file: 'chapter.hbs', row: 2 }]);
    expect(findings[0]?.message).toContain(
      template
        .slice(0, template.indexOf('}'))
        .replace(/[{}#"]/g, '')
        .split(' ')[0],
    );
    expect(findings[0]?.remedy).toContain(remedy);
    expect(html).toContain('<p>One.</p>');
  });

  test('an unknown helper, with those that are known', () => {
    const { findings } = faults(`{{fakt "${ID}.2018"}}`);
    expect(findings).toMatchObject([{ rule: 'unknown-helper', row: 2, message: 'There is no {{fakt}}.' }]);
    expect(findings[0]?.remedy).toContain('fact, value, change');
  });

  test('a figure that is set twice', () => {
    expect(faults('{{figure "series"}}{{figure "series"}}').findings).toMatchObject([{ rule: 'figure-twice', row: 2 }]);
  });

  test('all faults are found in one run, and each leaves a mark', () => {
    const { findings, html } = faults('{{fact "a"}} {{fact "b"}} {{figure "c"}}');
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-fact', 'unknown-fact', 'unknown-figure']);
    expect(html.match(/<mark class="fault">/g)).toHaveLength(3);
  });
});
