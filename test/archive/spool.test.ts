import { expect, test } from 'vitest';
import { Blocks, Spool } from '../../pipeline/archive/spool.ts';

function blocks(lines: readonly string[]): Blocks {
  const made = new Blocks();
  for (const line of lines) made.add(line.slice(0, 3), line);
  return made;
}

test('lines come back in order, city by city, also when a city comes in parts', () => {
  const made = blocks(['200,b', '200,a', '100,z', '200,ab', '100,y']);
  expect(made.count).toBe(5);
  expect([...made]).toEqual(['100,y', '100,z', '200,a', '200,ab', '200,b']);
  expect([...made]).toHaveLength(5);
  expect([...blocks([])]).toEqual([]);
});

test('runs come back as often as asked for, short ones and long ones, until the spool is closed', () => {
  const spool = new Spool();
  const few = spool.keep(blocks(['100,b', '100,a']));
  const long = Array.from({ length: 130_000 }, (_, i) => `${100 + (i % 5)},${String(129_999 - i).padStart(6, '0')}`);
  const many = spool.keep(blocks(long.sort().reverse()));
  expect([...few]).toEqual(['100,a', '100,b']);
  expect([...many]).toEqual(long.sort());
  expect([...many]).toHaveLength(130_000);
  spool.close();
  expect([...many]).toEqual([]);
});
