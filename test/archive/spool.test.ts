import { expect, test } from 'vitest';
import { Spool } from '../../pipeline/archive/spool.ts';

test('runs come back sorted, as often as asked for, short ones and long ones', () => {
  const spool = new Spool();
  const few = spool.keep(['b', 'a', 'c']);
  const long = Array.from({ length: 130_000 }, (_, i) => `line ${String(129_999 - i).padStart(6, '0')}`);
  const many = spool.keep([...long]);
  expect([...few]).toEqual(['a', 'b', 'c']);
  expect([...many]).toEqual([...long].sort());
  expect([...many]).toHaveLength(130_000);
  spool.close();
  expect([...many]).toEqual([]);
});
