import { expect, test } from 'vitest';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { folder } from '../build.ts';

const dir = (text: string) => folder({ 'strings/en.json': text });

test('short texts are found by their dotted key', () => {
  const strings = readStrings(dir('{"change":{"verb":{"up":"rose by {}"}},"draft":"Draft"}'), 'en');
  expect(strings.get('change.verb.up')).toBe('rose by {}');
  expect(strings.has('change.verb')).toBe(false);
  expect(strings.keys()).toEqual(['change.verb.up', 'draft']);
  expect(strings.file).toBe('strings/en.json');
});

test('an unknown key is refused with the file and the nearest keys', () => {
  const strings = readStrings(dir('{"note":{"dust-rule":"x","basis":"y"}}'), 'en');
  expect(() => strings.get('note.dust-rules')).toThrow(
    expect.objectContaining({
      code: 'unknown-string',
      message: 'strings/en.json has no text “note.dust-rules”.',
      remedy: expect.stringContaining('Nearest: note.dust-rule, note.basis.'),
    }),
  );
});

test.each(['{', '{"a":1}', '[]x'])('%s is refused: texts, or groups of texts', (text) => {
  const at = dir(text);
  expect(() => readStrings(at, 'en')).toThrow(expect.objectContaining({ code: 'bad-strings', exit: 1 }));
});

test('a language without strings is refused', () => {
  const at = dir('{}');
  expect(() => readStrings(at, 'zh')).toThrow(expect.objectContaining({ code: 'bad-strings' }));
});
