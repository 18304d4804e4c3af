import { describe, expect, test } from 'vitest';
import { lineOf, readJson } from '../pipeline/json-text.ts';

const TEXT =
  '{\n  "title": { "en": "A", "zh": "甲" },\n  "columns": [\n    { "head": 1.5e2 },\n    { "head": [true, null] }\n  ]\n}';

test('JSON is read as JSON.parse reads it', () => {
  expect(readJson(TEXT).value).toEqual(JSON.parse(TEXT));
  expect(readJson('\uFEFF "a\\u00e9\\n" ').value).toBe('aé\n');
  expect(readJson('[]').value).toEqual([]);
});

test('every key and item knows its line, and a path that is not there has that of what is around it', () => {
  const json = readJson(TEXT);
  expect(lineOf(json, ['title', 'zh'])).toBe(2);
  expect(lineOf(json, ['columns'])).toBe(3);
  expect(lineOf(json, ['columns', 1, 'head'])).toBe(5);
  expect(lineOf(json, ['columns', 1, 'unit'])).toBe(5);
  expect(lineOf(json, ['colour'])).toBe(1);
});

test('a key that stands twice is told with the line of the second', () => {
  expect(readJson('{"a": 1,\n"b": {"c": 1,\n"c": 2}}').doubled).toEqual([{ path: 'b.c', line: 3 }]);
});

describe('what is no JSON', () => {
  test.each([
    ['{\n"a": 1\n"b": 2 }', 3, '“,” or “}” is missing before “"b": 2 }”.'],
    ['{"a": 1,\n}', 2, 'A key in double quotes is missing before “}”.'],
    ['{"a":\n\n}', 3, 'A value is missing before “}”.'],
    ['[1, 2', 1, '“,” or “]” is missing before the end.'],
    ['{"a": "x\n"}', 1, 'A closing “"” is missing before “"x”.'],
    ['{} x', 1, 'The end is missing before “x”.'],
  ])('%j fails at line %i', (text, line, message) => {
    expect(() => readJson(text)).toThrow(expect.objectContaining({ name: 'JsonFault', line, message }));
  });
});
