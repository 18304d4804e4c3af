import { describe, expect, it } from 'vitest';
import { Facts } from '../../pipeline/facts/fact.ts';
import { drawFigure, type Plate, type PlateContext } from '../../pipeline/figures/figure.ts';
import { smallMultiples } from './samples/charts.ts';
import { tokens } from './samples/context.ts';

const both = (text: string) => ({ en: text, zh: text });
const plate: Plate = {
  id: 'sample',
  needs: () => null,
  draw: () => ({
    title: both('t'),
    alt: both('a'),
    rows: [{ x: 1 }],
    facts: ['f'],
    sources: ['s'],
    note: both(''),
    spec: smallMultiples,
  }),
};

describe('drawFigure', () => {
  it('draws a plate once in every language of the edition', async () => {
    const ctx = { edition: { languages: ['zh'] }, facts: new Facts([]), tokens } as unknown as PlateContext;
    const figure = await drawFigure(plate, ctx);
    expect(Object.keys(figure.svg)).toEqual(['zh']);
    expect(figure).toMatchObject({ id: 'sample', rows: [{ x: 1 }], facts: ['f'], sources: ['s'] });
  });
});
