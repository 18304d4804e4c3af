import { expect, test } from 'vitest';
import type { Claim } from '../../pipeline/narrate/claims/claim.ts';
import { claimAnswer } from '../../pipeline/preview/claim-answer.ts';

const claim = (words: string): Claim => ({
  ...{ language: 'en', file: 'annual/chapters/01-nation/en.hbs', line: 12, chapter: '01-nation' },
  ...{ kind: 'above', words, holds: true, facts: ['published.A', 'standard.B'], values: ['39 µg/m³', '35 µg/m³'] },
});

test('a claim is answered by its number in the text, with what it rests on and where it is written', () => {
  const claims = [claim('first'), claim('still above')];
  expect(claimAnswer('2', claims)).toEqual({
    ...{ kind: 'above', words: 'still above', holds: true, place: 'annual/chapters/01-nation/en.hbs:12' },
    facts: [
      { id: 'published.A', value: '39 µg/m³' },
      { id: 'standard.B', value: '35 µg/m³' },
    ],
  });
});

test('a number that no claim has is not answered', () => {
  for (const number of ['0', '3', '', 'x']) expect(claimAnswer(number, [claim('first'), claim('second')])).toBeNull();
});
