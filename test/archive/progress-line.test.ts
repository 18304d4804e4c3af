import { expect, test } from 'vitest';
import { progressLine } from '../../pipeline/archive/progress-line.ts';

test('a line shows how far it is, how fast, and what is left', () => {
  const line = progressLine({ archive: 'archive-hourly', done: 91, total: 364, bytes: 142_000_000, ms: 500 });
  expect(line).toBe('archive-hourly ██████·················· 91/364 files 284 MB/s, 2 s left');
});

test('before the first file nothing is claimed, and an archive without bytes has no speed', () => {
  expect(progressLine({ archive: 'a', done: 0, total: 10, bytes: 0, ms: 0 })).toMatch(/ 0\/10 files$/);
  expect(progressLine({ archive: 'a', done: 10, total: 10, bytes: 0, ms: 900 })).toMatch(/ 10\/10 files, 0 s left$/);
});
