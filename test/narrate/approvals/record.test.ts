import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Approved,
  approvedFile,
  approvedText,
  NOTHING_APPROVED,
  readApproved,
} from '../../../pipeline/narrate/approvals/record.ts';
import { folder } from '../../build.ts';

const one = (text: string) => ({
  by: 'Li',
  date: '2019-03-01',
  text,
  facts: [{ id: 'a', value: null, printed: '39' }],
});
const APPROVED: Approved = {
  sections: { b: 'y', a: 'x' },
  paragraphs: { '2019': { zh: { h: one('c') }, en: { h: one('b'), g: one('a') } }, '2018': {} },
};

describe('approved.json', () => {
  test('is read as it was written', () => {
    const dir = folder({ 'annual/chapters/01-nation/approved.json': approvedText(APPROVED) });
    expect(readApproved(dir, 'annual', '01-nation')).toEqual(APPROVED);
  });

  test('is the same bytes whatever was approved first, and is so again', () => {
    const text = approvedText(APPROVED);
    const { en, zh } = APPROVED.paragraphs['2019'] ?? {};
    const turned: Approved = {
      sections: { a: 'x', b: 'y' },
      paragraphs: { '2018': {}, '2019': { en: { g: en?.g ?? one(''), h: en?.h ?? one('') }, zh: zh ?? {} } },
    };
    expect(approvedText(turned)).toBe(text);
    expect(approvedText(JSON.parse(text) as Approved)).toBe(text);
    expect(text.indexOf('"g"')).toBeLessThan(text.indexOf('"h"'));
  });

  test('may be absent: nothing is approved', () => {
    expect(readApproved(folder({}), 'annual', '01-nation')).toEqual(NOTHING_APPROVED);
  });

  test('that is damaged is an error that names it', () => {
    const dir = folder({ 'annual/chapters/01-nation/approved.json': '{"paragraphs": {"2018": {"en": {"h": {}}}}}' });
    expect(() => readApproved(dir, 'annual', '01-nation')).toThrow(/01-nation\/approved\.json.*/);
    expect(readFileSync(path.join(dir, approvedFile('annual', '01-nation')), 'utf8')).toContain('2018');
  });
});
