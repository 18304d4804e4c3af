import { expect, test } from 'vitest';
import { periodText } from '../../pipeline/narrate/date-text.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';

const text = (period: string, language: 'en' | 'zh') =>
  periodText(period, { language, strings: readStrings('templates', language) }).replaceAll('\u00a0', ' ');

test('a period is written out, and a change as one period on another', () => {
  expect(text('2018', 'en')).toBe('2018');
  expect(text('2018-03', 'en')).toBe('March 2018');
  expect(text('2018-01..06', 'en')).toBe('January–June 2018');
  expect(text('2017-10..2018-03', 'en')).toBe('October 2017–March 2018');
  expect(text('2018-01..06-vs-2017-01..06', 'en')).toBe('January–June 2018 on January–June 2017');
});

test('in Chinese too', () => {
  expect(text('2018-01..06', 'zh')).toBe('2018年1—6月');
  expect(text('2017-10..2018-03', 'zh')).toBe('2017年10月—2018年3月');
  expect(text('2018-minus-2017', 'zh')).toBe('2018年比2017年');
});

test('what is no year and no months stays as it is', () => {
  expect(text('2016-11-15..2016-12-31', 'en')).toBe('2016-11-15..2016-12-31');
});
