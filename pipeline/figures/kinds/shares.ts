import * as z from 'zod';
import { unitOf } from '../../facts/unit-words.ts';
import { describeRanking } from '../alt-text.ts';
import { asPrinted } from '../parts/pick.ts';
import { segmentBars } from '../parts/segment-bars.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';
import { ask, idAt, Pattern, Years, yearsBetween } from './ask.ts';
import { type Kind, Text } from './kind.ts';

const Class = z.strictObject({
  name: Text,
  /** A count or a share, with `{year}`. */
  fact: Pattern,
  colour: z.string(),
  /** Whether its numbers are printed in the colour of paper. */
  dark: z.boolean().default(false),
});

const Params = z.strictObject({
  /** From left to right; they make up the whole. */
  classes: z.array(Class).min(2).max(9),
  years: Years,
  /** What is counted, for the words that are read aloud. */
  measure: Text,
});

/** Smaller parts of a bar, in %, carry no number. */
const NARROW = 4;

/** A bar of parts for each year, under a first one that names the parts: how many cities were in which class. Years that lack a class are left out, and said. */
export const shares: Kind<typeof Params> = {
  name: 'shares',
  schema: Params,
  draw: ({ classes, years, measure }, ctx) => {
    const { tokens, format } = ctx;
    const asked = yearsBetween(years, ctx).map((year) => ({
      year,
      ...ask(
        classes.map(({ fact }) => idAt(fact, { year }, ctx)),
        ctx,
      ),
    }));
    const rows = asked.filter(({ missing }) => missing.length === 0);
    if (rows.length === 0) return { missing: asked.flatMap(({ missing }) => missing) };
    const gone = asked.filter(({ missing }) => missing.length > 0).map(({ year }) => year);
    const total = (found: (typeof rows)[number]['found']): number => found.reduce((sum, { value }) => sum + value, 0);
    const used = rows.flatMap(({ found }) => found);
    return {
      used,
      notes: gone.length > 0 ? [{ en: `No data: ${gone.join(', ')}.`, zh: `无数据：${gone.join('、')}年。` }] : [],
      alt: joined(
        rows.map(({ year, found }) =>
          describeRanking(
            {
              name: { en: `${measure.en}, ${year}`, zh: `${year}年${measure.zh}` },
              unit: unitOf(found[0]?.unit ?? ''),
              decimals: found[0]?.decimals ?? 0,
            },
            found.map((fact, i) => ({ name: classes[i]?.name ?? { en: '', zh: '' }, value: asPrinted(fact) })),
            classes.length,
          ),
        ),
      ),
      spec: (language) =>
        segmentBars(
          [
            {
              name: '',
              rows: [
                {
                  label: '',
                  segments: classes.map((part) => ({
                    value: 100 / classes.length,
                    colour: colour(tokens, part.colour),
                    text: part.name[language],
                    ...(part.dark ? { textColour: colour(tokens, 'paper') } : {}),
                  })),
                },
                ...rows.map(({ year, found }) => ({
                  label: String(year),
                  outline: 100,
                  segments: found.map((fact, i) => {
                    const part = classes[i];
                    const share = (fact.value / total(found)) * 100;
                    return {
                      value: share,
                      colour: colour(tokens, part?.colour ?? 'rule'),
                      ...(share >= NARROW ? { text: format(fact, language) } : {}),
                      ...(part?.dark ? { textColour: colour(tokens, 'paper') } : {}),
                    };
                  }),
                })),
              ],
            },
          ],
          { most: 100, width: 540, tokens },
        ),
    };
  },
};
