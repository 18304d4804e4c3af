import { expect, test } from 'vitest';
import { Spool } from '../../pipeline/archive/spool.ts';

test('runs come back sorted, as often as asked for, short ones and long ones', () => {
  const spool = new Spool();
  const few = spool.keep(['b', 'a', 'c']);
  const long = Array.from({ length: 30_000 }, (_, i) => `line ${String(29_999 - i).padStart(5, '0')}`);
  const many = spool.keep([...long]);
  expect([...few]).toEqual(['a', 'b', 'c']);
  expect([...many]).toEqual([...long].sort());
  expect([...many]).toHaveLength(30_000);
  spool.close();
  expect([...many]).toEqual([]);
});
