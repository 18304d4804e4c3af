import { expect, test } from 'vitest';
import { dustEnds } from '../../pipeline/standards/dust.ts';
import { CHOICES, CHOICES_HELP, parseChoices } from '../../pipeline/standards/options.ts';

test('rules are chosen by name and value', () => {
  expect(parseChoices('')).toEqual({});
  expect(parseChoices('comparison=unrounded')).toEqual({ comparison: 'unrounded' });
  expect(parseChoices(' comparison = rounded ,')).toEqual({ comparison: 'rounded' });
});

test('what is not known, or is the argument of a function only, is refused with what is allowed', () => {
  expect(() => parseChoices('comparisn=rounded')).toThrow('“comparisn” is no rule that can be chosen');
  expect(() => parseChoices('dust-end=level')).toThrow('“dust-end” is no rule that can be chosen');
  expect(() => parseChoices('comparison=never')).toThrow('“never” is not allowed');
  expect(() => parseChoices('comparison')).toThrow('“” is not allowed');
});

test('the help has each rule that --rules offers, with its default', () => {
  expect(CHOICES_HELP).toContain('comparison=rounded|unrounded (default rounded)');
  expect(CHOICES_HELP.split('\n')).toHaveLength(
    Object.values(CHOICES).filter(({ where }) => where === '--rules').length,
  );
});

test('sand-dust ends with the share of PM2.5 as well, or with the level of PM10 alone', () => {
  // Before: 80 µg/m³, half of it PM2.5. Now 300, half of it PM2.5: the share is back, the level (1.1 × 80 = 88) is not.
  const before = { pm10: 80, fineShare: 0.5 };
  const now = { pm10: 300, pm25: 150 };
  expect(dustEnds(now, before)).toBe(true);
  expect(dustEnds(now, before, 'level')).toBe(false);
  expect(dustEnds({ pm10: 88, pm25: 1 }, before, 'level')).toBe(true);
});
