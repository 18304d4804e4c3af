import { expect, test } from 'vitest';
import { type Candidate, chooseTwins, MOST_TWINS, NEAREST } from '../../pipeline/assess/twin-choice.ts';
import type { Scales } from '../../pipeline/assess/twin-distance.ts';

const SCALES: Scales = { level: 0, place: 0, pm10: 0, so2: 0, no2: 0, population: 1 };

/** Cities of one level that differ in `size` only, which alone then makes the distance. */
const candidate = (code: string, size: number, change: number, parts: Partial<Candidate> = {}): Candidate => ({
  traits: { code, level: 0, pm10: 0, so2: 0, no2: 0, population: size, place: null },
  start: 60,
  change,
  steady: true,
  ...parts,
});
const codes = (list: readonly Candidate[]) => list.map(({ traits }) => traits.code);

test('a level of 15 per cent more is alike, a little more is not, upwards and downwards', () => {
  const own = candidate('a', 0, 0);
  const other = (code: string, start: number) => candidate(code, 0, -10, { start });
  // 60 × 1.15 = 69; 60 / 1.15 = 52.17…
  const all = [own, other('b', 69), other('c', 69.01), other('d', 52.18), other('e', 52.17)];
  expect(codes(chooseTwins(own, all, SCALES).alike)).toEqual(['b', 'd']);
});

test('cities more unlike than two drawn by chance are not alike, whatever their level', () => {
  const own = candidate('a', 0, 0);
  expect(codes(chooseTwins(own, [candidate('b', 1, -10), candidate('c', 1.01, -10)], SCALES).alike)).toEqual(['b']);
});

test('cities that are not steady are nobody’s twins, and may have some', () => {
  const shaky = candidate('a', 0, 5, { steady: false });
  const other = candidate('b', 0, -10);
  expect(codes(chooseTwins(shaky, [shaky, other], SCALES).twins)).toEqual(['b']);
  expect(chooseTwins(other, [shaky, other], SCALES)).toEqual({
    within: 0,
    alike: [],
    twins: [],
    reason: 'twins-none-alike',
  });
});

test('only the nearest are looked at: a better one farther off does not count', () => {
  const own = candidate('a', 0, 0);
  const near = Array.from({ length: NEAREST }, (_, i) => candidate(`n${String(i).padStart(2, '0')}`, 0.1, -1 - i));
  const far = candidate('z', 0.2, -90);
  const { within, alike, twins, reason } = chooseTwins(own, [far, ...near], SCALES);
  expect([within, alike.length, reason]).toEqual([NEAREST + 1, NEAREST, null]);
  // n19 fell by 20 %, n18 by 19 % …
  expect(codes(twins)).toEqual(['n19', 'n18', 'n17', 'n16', 'n15'].slice(0, MOST_TWINS));
});

test('changes and distances that are equal stand in the order of the codes, changes as printed', () => {
  const own = candidate('a', 0, 0);
  // −10.04 and −9.96 both print −10.0
  const all = [candidate('d', 0, -9.96), candidate('c', 0, -10.04), candidate('b', 0, -9.96), candidate('e', 0, -12)];
  const { alike, twins } = chooseTwins(own, all, SCALES);
  expect(codes(alike)).toEqual(['b', 'c', 'd', 'e']);
  expect(codes(twins)).toEqual(['e', 'b', 'c', 'd']);
});

test('a twin fell, and fell by more than the city as printed; fewer than five say why', () => {
  const own = candidate('a', 0, -10);
  const others = [
    candidate('b', 0, -10.04), // prints −10.0, as the city’s own
    candidate('c', 0, -11),
    candidate('d', 0, 3),
    candidate('e', 0, -9),
    candidate('f', 0, -8),
  ];
  expect(chooseTwins(own, others, SCALES)).toMatchObject({ within: 5, reason: 'twins-few-better' });
  expect(codes(chooseTwins(own, others, SCALES).twins)).toEqual(['c']);
  expect(chooseTwins(own, others.slice(0, 4), SCALES).reason).toBe('twins-few-alike');
  // where the city itself rose by 5 %, one that rose by 3 % is still no example
  expect(codes(chooseTwins(candidate('a', 0, 5), others, SCALES).twins)).not.toContain('d');
});
