import { expect, test } from 'vitest';
import { decode } from '../../pipeline/archive/decode.ts';
import { firstLine, nameOf, rowsOf } from '../../pipeline/archive/raw-table.ts';
import { gb18030, utf8 } from './world.ts';

test('a byte order mark is no part of the first cell', () => {
  expect(rowsOf(utf8('\uFEFF包头,1\n'))).toEqual([['包头', '1']]);
});

test('what is not UTF-8 is read as GB18030', () => {
  expect(decode(gb18030('月份,AQI'))).toBe('月份,AQI');
  expect(decode(utf8('月份,AQI'))).toBe('月份,AQI');
});

test('a sample cut inside a character is still UTF-8', () => {
  expect(firstLine(utf8('包头,包头').slice(0, -1))).toEqual(['包头', '包']);
});

test('rows of other lengths and empty lines are passed on, so that row numbers are those of an editor', () => {
  expect(rowsOf(utf8('a,b\n\n1\n1,2,3'))).toEqual([['a', 'b'], [''], ['1'], ['1', '2', '3']]);
});

test('a city is named by its file without folder and ending', () => {
  expect(nameOf('/raw/x/包头.csv')).toBe('包头');
});
