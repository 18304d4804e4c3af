import { describe, expect, test } from 'vitest';
import { chemistry, escapeHtml, typeset } from '../../pipeline/narrate/typography.ts';

describe('chemistry', () => {
  test.each([
    ['PM2.5', 'PM<sub>2.5</sub>'],
    ['PM10', 'PM<sub>10</sub>'],
    ['SO2, NO2 and O3', 'SO<sub>2</sub>, NO<sub>2</sub> and O<sub>3</sub>'],
    ['CO2', 'CO<sub>2</sub>'],
    ['NOx', 'NO<sub>x</sub>'],
    ['PM2.5.', 'PM<sub>2.5</sub>.'],
    ['PM2.5/PM10', 'PM<sub>2.5</sub>/PM<sub>10</sub>'],
    ['PM2.5年均浓度和O3', 'PM<sub>2.5</sub>年均浓度和O<sub>3</sub>'],
    ['(SO2)', '(SO<sub>2</sub>)'],
    ['SO2-limits', 'SO<sub>2</sub>-limits'],
  ])('%s', (text, set) => expect(chemistry(text)).toBe(set));

  test.each([
    'GB 3095-2012',
    'HJ 633-2012',
    '2+26',
    'CO',
    'PM',
    'PM100',
    'PM2',
    'NO23',
    'O30',
    'SOHO2',
    'CO2e',
    'VOCs',
    'PM2.51',
  ])('%s is left as it is', (text) => expect(chemistry(text)).toBe(text));
});

describe('typesetting', () => {
  test('sets text, and leaves tags and attributes', () => {
    expect(typeset('<p title="PM2.5" id="SO2">PM2.5 and <b>SO2</b></p>')).toBe(
      '<p title="PM2.5" id="SO2">PM<sub>2.5</sub> and <b>SO<sub>2</sub></b></p>',
    );
  });

  test('leaves drawings, which have their own subscripts, and titles, which have no markup', () => {
    const html = '<title>PM2.5 in 2018</title><svg><title>PM2.5</title><text>PM2.5</text></svg>';
    expect(typeset(`${html}<p>O3</p>`)).toBe(`${html}<p>O<sub>3</sub></p>`);
  });

  test('lets a line break outside Chinese quotation marks, and only there', () => {
    expect(typeset('<p>依次为“优”级天，“良”和“优 is”</p>')).toBe(
      '<p>依次为<wbr>“优”<wbr>级天，“良”<wbr>和<wbr>“优 is”</p>',
    );
    expect(typeset('<p>the “2+26” cities</p>')).toBe('<p>the “2+26” cities</p>');
  });

  test('leaves names of facts', () => {
    const html = '<data value="39" data-fact="published.CN-338.PM2.5">39</data>';
    expect(typeset(html)).toBe(html);
  });
});

test('text is escaped before it stands in HTML', () => {
  expect(escapeHtml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});
