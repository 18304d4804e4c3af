import { expect, test } from 'vitest';
import { ChinaAirError, nearest } from '../pipeline/errors.ts';

test('the nearest names come first, and equal ones in order of the alphabet', () => {
  expect(nearest('Baodin', ['Beijing', 'Baoding', 'Baotou'])).toEqual(['Baoding', 'Baotou', 'Beijing']);
  expect(nearest('x', ['b', 'a'])).toEqual(['a', 'b']);
  expect(nearest('保定', ['保定市', '保山市', '北京市'], 1)).toEqual(['保定市']);
  expect(nearest('anything', [])).toEqual([]);
});

test('an error says what is wrong, what to do, and with which status to end', () => {
  const cause = new Error('deeper');
  const error = new ChinaAirError({ code: 'usage', exit: 2, message: 'No year.', remedy: 'Give one.', cause });
  expect(error).toMatchObject({
    name: 'ChinaAirError',
    code: 'usage',
    exit: 2,
    message: 'No year.',
    remedy: 'Give one.',
    cause,
  });
  expect(error).toBeInstanceOf(Error);
});
