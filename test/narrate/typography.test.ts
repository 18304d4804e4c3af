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
    ['NH3、H2S和N2O', 'NH<sub>3</sub>、H<sub>2</sub>S和N<sub>2</sub>O'],
    ['CH4, SOx', 'CH<sub>4</sub>, SO<sub>x</sub>'],
    ['PM1', 'PM<sub>1</sub>'],
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
    'H2S2',
    'N2O5',
    'PM1.5',
    'CH3OH',
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

/** Spaces that do not break, shown as ~. */
const shown = (html: string): string => html.replaceAll('\u00a0', '~').replaceAll('<wbr>', '');

describe('apostrophes', () => {
  test('inside an English word are set as such', () => {
    expect(typeset("<p>Xi'an and Huai'an, China's cities</p>", 'en')).toBe('<p>Xi’an and Huai’an, China’s cities</p>');
  });

  test('in attributes, and beside no letter, stay', () => {
    expect(typeset(`<p title="Xi'an">5' of arc</p>`, 'en')).toBe(`<p title="Xi'an">5' of arc</p>`);
  });
});

describe('numbers in English', () => {
  test.each([
    ['39 ug/m3', '39~µg/m³'],
    ['39 μg/m³', '39~µg/m³'],
    ['ug/m³, mg/m3', 'µg/m³, mg/m³'],
    ['in µg / m3', 'in µg/m³'],
    ['12 km2', '12~km²'],
    ['298.15 K and 101.325 kPa', '298.15~K and 101.325~kPa'],
    ['<data>39</data> µg/m³', '<data>39</data>~µg/m³'],
    ['5 % of', '5% of'],
    ['3.2 pp', '3.2~percentage points'],
    ['under HJ 663 and GB/T 8170', 'under HJ~663 and GB/T~8170'],
    ['from -5 to (-12)', 'from −5 to (−12)'],
    ['<td>-5</td>', '<td>−5</td>'],
    ['2013-2017', '2013–2017'],
    ['5-10% and 35-70 µg/m³', '5–10% and 35–70~µg/m³'],
    ['<data>5</data>-<data>10</data>', '<data>5</data>–<data>10</data>'],
  ])('%s is %s', (typed, set) => expect(shown(typeset(typed))).toBe(set));

  test.each([
    'GB 3095-2012',
    'HJ 2018-2019',
    '2018-09-01',
    'No. 2013-37',
    'a 24-hour mean',
    'class 1-2',
    'PM<sub>2.5</sub>',
    '24 hours, 7 K2, 5 months, 3 towns',
    'China-Japan',
    'mug/m3',
    'supper 5 ppm',
  ])('%s stays', (text) => expect(typeset(text).replaceAll('\u00a0', ' ')).toBe(text));
});

describe('Chinese text', () => {
  test.each([
    ['全国,各省;城市:北京!上海?', '全国，各省；城市：北京！上海？'],
    ['下降9.3%,其中PM10下降', '下降9.3%，其中PM<sub>10</sub>下降'],
    ['<data>39</data>,同比下降', '<data>39</data>，同比下降'],
    ['<em>优</em>,良', '<em>优</em>，良'],
    ['空气质量改善.', '空气质量改善。'],
    ['细颗粒物(PM2.5)浓度', '细颗粒物（PM<sub>2.5</sub>）浓度'],
    ['PM2.5(细颗粒物)', 'PM<sub>2.5</sub>（细颗粒物）'],
    ['均值(<data>39</data>)', '均值（<data>39</data>）'],
    ['臭氧(按8小时(日最大)计)', '臭氧（按8小时（日最大）计）'],
    ['"蓝天保卫战"和&quot;2+26&quot;城市', '“蓝天保卫战”和“2+26”城市'],
    ['「优」级天', '“优”级天'],
    ['京津冀--重点区域', '京津冀——重点区域'],
    ['等等...', '等等……'],
    ['2018 年 PM2.5 浓度', '2018年PM<sub>2.5</sub>浓度'],
    ['全国\n  各省', '全国各省'],
    ['改善。 其中', '改善。其中'],
    ['达标城市 ，', '达标城市，'],
    ['2013-2017年', '2013—2017年'],
    ['5-10%', '5—10%'],
    ['上升 -5 个百分点', '上升 −5个百分点'],
    ['上升3 pp', '上升3个百分点'],
    ['39 ug/m3', '39~µg/m³'],
    ['见 report.html', '见report.html'],
  ])('%s is %s', (typed, set) => expect(shown(typeset(typed, 'zh'))).toBe(set));

  test.each([
    '12,345个城市',
    'GB 3095-2012 (2018)',
    '（试行）',
    'a, b; c (d)',
    'R&amp;D二期',
    '“2+26”城市',
    '10:30',
    '<a href="x,y(z)" title="省,市">省</a>',
    '<code>省,市 -5</code>',
    '<td class="address">https://a.cn/省,市(2017-12-01).html</td>',
    '<span lang="en">Beijing 北京, (5 towns)</span>',
    '<span class="no">第一章</span> <span class="text">全国</span>',
    '石家庄 <data>39</data>',
  ])('%s stays', (text) => expect(shown(typeset(text, 'zh')).replaceAll('~', ' ')).toBe(text));

  test('is what its elements say it is, and what stands around it is not', () => {
    expect(typeset('<html lang="zh-CN"><p>省,市<i lang="en"><i>省,市</i></i>省,市</p></html>省,市')).toBe(
      '<html lang="zh-CN"><p>省，市<i lang="en"><i>省,市</i></i>省，市</p></html>省,市',
    );
    expect(typeset('<p>the plan <b lang="zh-CN">计划,方案</b>, and</p>')).toBe(
      '<p>the plan <b lang="zh-CN">计划，方案</b>, and</p>',
    );
  });

  test('closes in each paragraph what is open in it', () => {
    expect(typeset('<p>"优</p><p>"良"</p><p>良)</p>', 'zh')).toBe('<p>“优</p><p>“良”</p><p>良）</p>');
  });
});

describe('text that is set', () => {
  /** A small generator of numbers, so that a failure can be repeated. */
  function* random(seed: number): Generator<number> {
    for (let state = seed; ; ) {
      state = (state * 1103515245 + 12345) % 2147483648;
      yield state / 2147483648;
    }
  }
  const PARTS = [
    ...[
      '省',
      '市',
      'PM2.5',
      'SO2',
      'H2S',
      ' ',
      ' ',
      '\n',
      ',',
      '(',
      ')',
      '"',
      '&quot;',
      '-',
      '--',
      '...',
      '.',
      '5',
      '2013',
      '%',
    ],
    ...['ug/m3', 'μg/m³', 'K', 'pp', 'HJ 663', '“', '”', '。', '，', '（', '）', '「', '」', ':', '&amp;', '—', '−'],
    ...[
      '<em>',
      '</em>',
      '<p>',
      '</p>',
      '<data value="5">',
      '</data>',
      '<br>',
      '<wbr>',
      '<sub>',
      '</sub>',
      '<svg>-5,省</svg>',
    ],
    ...['<i lang="en">', '</i>', '<b title="省,市 -5">', '</b>'],
  ];

  test.each(['en', 'zh'] as const)('in %s stays as it is, whatever it was', (language) => {
    const dice = random(2018);
    for (let round = 0; round < 3000; round++) {
      const length = 2 + Math.floor(Number(dice.next().value) * 14);
      const html = Array.from({ length }, () => PARTS[Math.floor(Number(dice.next().value) * PARTS.length)]).join('');
      const once = typeset(html, language);
      expect(typeset(once, language), `of ${html}`).toBe(once);
      // Tags are never touched.
      const tags = (text: string) => text.replace(/<\/?(?:sub|wbr)>/g, '').match(/<[^>]+>/g) ?? [];
      expect(tags(once), `of ${html}`).toEqual(tags(html));
    }
  });

  test('takes no time to speak of, by the text and not by the drawings around it', () => {
    const paragraph =
      '<p>PM2.5年均浓度为<data value="39">39 µg/m³</data>,比2013-2017年下降(5 %),其中"2+26"城市-5 pp。</p>';
    const page = `<html lang="zh-CN">${`${paragraph}<svg>${'<path d="M0 0"/>'.repeat(500)}</svg>`.repeat(600)}</html>`;
    typeset(page);
    const began = process.cpuUsage().user;
    typeset(page);
    // 5 MB with 600 paragraphs: under 150 ms of work on any machine that prints reports; ten times that is a wrong expression.
    expect(process.cpuUsage().user - began).toBeLessThan(1_500_000);
  });
});

test('text is escaped before it stands in HTML', () => {
  expect(escapeHtml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});
