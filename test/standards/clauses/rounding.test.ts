import { expect, test } from 'vitest';
import { roundHalfEven } from '../../../pipeline/standards/rounding.ts';

// GB/T 8170-2008: half to even on the kept digit, once, from the unrounded value.
test.each([
  ['3.2 a half goes to the even digit below', 2.5, 0, '2'],
  ['3.2 a half goes to the even digit above', 3.5, 0, '4'],
  ['3.2 more than a half goes up', 2.51, 0, '3'],
  ['3.2 34.5 lies between 34 and 35; 34 is even', 34.5, 0, '34'],
  ['3.2 35.5 lies between 35 and 36; 36 is even', 35.5, 0, '36'],
  ['3.2 0.5 goes to nought', 0.5, 0, '0'],
  ['3.2 one decimal: 2 is even', 0.25, 1, '0.2'],
  ['3.2 one decimal: 0.35 lies between 3 and 4 tenths', 0.35, 1, '0.4'],
  ['3.2 CO of 4.05 lies between 40 and 41 tenths', 4.05, 1, '4.0'],
  ['3.2 CO of 4.15 lies between 41 and 42 tenths', 4.15, 1, '4.2'],
  ['3.2 in decimals 2.675 is a half, 68 is even; in binary it is a hair below', 2.675, 2, '2.68'],
  ['3.2 the same as a decimal string', '2.675', 2, '2.68'],
  ['3.2 2.665: 66 is even', '2.665', 2, '2.66'],
  ['3.3 once: 35.45 is 35, not 35.5 and then 36', 35.45, 0, '35'],
  ['3.3 once: 2.4546 is 2, not 2.455, 2.46, 2.5', 2.4546, 0, '2'],
  ['3.2 a negative half goes to the even digit too', -2.5, 0, '-2'],
  ['3.2 nought has no sign', -0.4, 0, '0'],
] as const)('GB/T 8170-2008 %s: %s to %i decimals is %s', (_, value, decimals, expected) => {
  expect(roundHalfEven(value, decimals)).toBe(expected);
});
