import { expect, test } from 'vitest';
import { claimsCsv } from '../../pipeline/publish/claims-csv.ts';

test('claims.csv has a row for each claim, with its facts and what they print as', () => {
  const csv = claimsCsv([
    {
      ...{ language: 'en', file: 'annual/chapters/01-nation/en.hbs', line: 7, chapter: '01-nation', kind: 'above' },
      ...{
        words: 'still above, and “high”',
        facts: ['a.b', 'c.d'],
        values: ['39\u00a0µg/m³', '35\u00a0µg/m³'],
        holds: true,
      },
    },
  ]);
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'language,file,line,chapter,kind,words,facts,values,holds',
    'en,annual/chapters/01-nation/en.hbs,7,01-nation,above,"still above, and “high”",a.b|c.d,39 µg/m³|35 µg/m³,yes',
  ]);
});
