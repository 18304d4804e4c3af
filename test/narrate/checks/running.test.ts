import { describe, expect, test } from 'vitest';
import { englishRuns, runningFaults, strayChinese, typedNumbers } from '../../../pipeline/narrate/checks/running.ts';
import { runningText } from '../../../pipeline/narrate/source/running-text.ts';

describe('the checks of running text', () => {
  test('see what a reader sees', () => {
    expect(
      runningText('<p class="x1">PM2.5 {{fact "a.2018"}}<br>in&nbsp;Beijing{{!-- 7 --}}</p>')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(['PM2.5', '⁂', 'in', 'Beijing']);
  });

  test.each([
    '<p>PM2.5 fell by 9.3%.</p>',
    '<p>121 cities attain.</p>',
    '<p>It was 39 µg/m³ in 2018.</p>',
    '<p>共有121个城市达标。</p>',
    '<p>下降9.3%。</p>',
    '<p>the 338 cities</p>',
    '<li>{{fact "x"}} of 74</li>',
    'Cities with 1,000 records',
  ])('find the number typed in “%s”', (text) => expect(typedNumbers(text)).toHaveLength(1));

  test.each([
    '<p>PM2.5, PM10, SO2, NO2, O3 and CO2 in 2018, 2013–2017, the winter of 2017–18</p>',
    '<p>the “2+26” cities under GB 3095-2012, HJ 633-2012, HJ 663-2013 and GB/T 8170-2008</p>',
    '<p>24-hour and 8-hour means, the 90th percentile, class 1 and 2, 298.15 K</p>',
    '<p>2018年9月1日，日最大8小时平均第90百分位数，国发〔2013〕37号，“2+26”城市</p>',
    '<p title="39">{{fact "published.CN-338.pm25.annual-mean.2018" decimals=1}}</p>',
    '<svg><text>39</text></svg>&#8211;',
  ])('pass “%s”', (text) => expect(typedNumbers(text)).toEqual([]));

  test('tell the line, also after comments and calls of several lines', () => {
    const text = '<p>a\n{{!-- 1\n2 --}}\n{{fact\n"x"}}\n39 cities</p>\n';
    expect(typedNumbers(text)).toEqual([{ text: '39 cities', line: 6 }]);
    expect(runningFaults(text, 'en', { file: 'a.hbs', line: 10 })).toMatchObject([{ rule: 'typed-number', row: 15 }]);
  });

  test('find English left in Chinese, and pass names', () => {
    expect(englishRuns('<p>空气质量 has improved since 2013 in all cities。</p>')).toHaveLength(2);
    expect(englishRuns('<p>PM2.5、VOCs和GB 3095，China Air，WHO AQG</p>')).toEqual([]);
    expect(englishRuns('<p>{{fact "some words in a name"}}</p>')).toEqual([]);
  });

  test('find Chinese left in English, unless its tag says so', () => {
    expect(strayChinese('<p>the plan 计划</p>')).toEqual([{ text: '计划', line: 1 }]);
    expect(strayChinese('<p>Basis <span class="other" lang="zh-CN">监测状态</span></p>')).toEqual([]);
  });
});
