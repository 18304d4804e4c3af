import { describe, expect, test } from 'vitest';
import { agreedSections, approve, type Numbered } from '../../../pipeline/narrate/approvals/approve.ts';
import { hashOf } from '../../../pipeline/narrate/approvals/paragraph.ts';
import { editedAlone } from '../../../pipeline/narrate/parity/agreement.ts';

const paragraph = (number: number, hash: string, printed: string): Numbered => ({
  ...{ number, hash, block: number - 1, line: number, text: 'It was {}.' },
  facts: [{ id: 'a', value: Number(printed), printed }],
});
const ASKED = { by: 'Wang', date: '2020-03-01', only: null };
const old = (printed: string) => ({
  ...{ by: 'Li', date: '2019-03-01', text: 'It was {}.' },
  facts: [{ id: 'a', value: Number(printed), printed }],
});

describe('approving', () => {
  test('a chapter keeps who approved what has not changed, and forgets what is gone', () => {
    const step = approve(
      [paragraph(1, 'x', '39'), paragraph(2, 'y', '41'), paragraph(3, 'z', '7')],
      { x: old('39'), y: old('39'), gone: old('1') },
      ASKED,
    );
    expect(Object.entries(step.approvals).map(([hash, { by }]) => [hash, by])).toEqual([
      ['x', 'Li'],
      ['y', 'Wang'],
      ['z', 'Wang'],
    ]);
    expect(step.fresh.map(({ hash }) => hash)).toEqual(['z']);
    expect(step.changed).toMatchObject([{ paragraph: { hash: 'y' }, changes: [{ id: 'a', was: '39', now: '41' }] }]);
  });

  test('one paragraph leaves all others as they were', () => {
    const step = approve([paragraph(1, 'x', '39'), paragraph(2, 'y', '41')], { gone: old('1') }, { ...ASKED, only: 2 });
    expect(Object.keys(step.approvals).sort()).toEqual(['gone', 'y']);
  });
});

describe('sections that were approved in both languages', () => {
  const EN = '<h1>A</h1>a\n<h2>B</h2>b';
  const ZH = '<h1>甲</h1>一\n<h2>乙</h2>二';
  const agreed = agreedSections({ en: EN, zh: ZH });
  const told = (en: string, zh: string) =>
    editedAlone({ en, zh }, agreed).map(({ language, line, message }) => `${language}:${line} ${message}`);

  test('are known by the hashes of both', () => {
    expect(agreed).toEqual({
      [hashOf('<h1>A</h1>a')]: hashOf('<h1>甲</h1>一'),
      [hashOf('<h2>B</h2>b')]: hashOf('<h2>乙</h2>二'),
    });
  });

  test('are silent while neither is edited, when both are, and when they move', () => {
    expect(told(EN, ZH)).toEqual([]);
    expect(told(EN.replace('>b', '>c'), ZH.replace('>二', '>三'))).toEqual([]);
    expect(told(`\n\n${EN}`, ZH)).toEqual([]);
  });

  test('flag the language that was left behind', () => {
    expect(told(EN, ZH.replace('>二', '>三'))).toEqual([
      'en:2 Chinese was edited in “乙” (line 2) since both languages were approved; English was not.',
    ]);
    expect(told(EN.replace('>a', '>c'), ZH)).toEqual([
      'zh:1 English was edited in “A” (line 1) since both languages were approved; Chinese was not.',
    ]);
  });
});
