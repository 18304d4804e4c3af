import { expect, test } from 'vitest';
import { withoutDeadLinks } from '../../pipeline/narrate/dead-links.ts';

const ROW = '<tr id="policy-plan"><td>The plan</td></tr>';

test('a record is a link where its row is printed, and words alone where it is not', () => {
  const link = '<p><a class="policy" href="#policy-plan"><i>Plan</i></a> of 2013</p>';
  expect(withoutDeadLinks(link + ROW)).toBe(link + ROW);
  expect(withoutDeadLinks(link)).toBe('<p><i>Plan</i> of 2013</p>');
});

test('so is a term without a glossary, and a source without the list', () => {
  expect(withoutDeadLinks('<a class="term" href="#term-mda8">MDA8</a>')).toBe('MDA8');
  expect(withoutDeadLinks('<a class="source-link" href="#source-mee">MEE</a>')).toBe('MEE');
});

test('references are left to be found as errors', () => {
  const reference = '<a class="ref" href="#fig-none">?</a>';
  expect(withoutDeadLinks(reference)).toBe(reference);
});
