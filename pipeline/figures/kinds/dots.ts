import * as z from 'zod';
import type { Bilingual } from '../../types.ts';
import { describeDistribution } from '../alt-text.ts';
import { dotStack } from '../parts/dot-stack.ts';
import { LIMIT } from '../parts/limit-line.ts';
import { FULL, lite } from '../parts/lite.ts';
import { asPrinted, exceeds, type Known, known } from '../parts/pick.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';
import { ask, crosses, idAt, Members, membersOf, Pattern, Year, yearOf } from './ask.ts';
import { type Kind, Text } from './kind.ts';
import { Level, referenceOf } from './limit.ts';
import { MeasureText, measureOf, titled } from './measure.ts';

const Params = z.strictObject({
  members: Members,
  /** With `*` for the member and `{year}`. */
  fact: Pattern,
  /** A histogram each, from top to bottom. */
  years: z.array(Year).min(1).max(6),
  /** A fact of each year that is printed beside its histogram, with `{year}`: the number of cities at or below the limit, the median. */
  told: z.array(z.strictObject({ fact: Pattern, name: Text })).default([]),
  limit: Level.optional(),
  colours: z.strictObject({ within: z.string(), above: z.string() }).default({ within: 'seq-4', above: 'accent' }),
  measure: MeasureText,
});

/** The axis ends at the next ten over the highest value. */
const axisEnd = (facts: readonly Known[]): number =>
  Math.ceil(Math.max(...facts.map((fact) => asPrinted(fact))) / 10) * 10;

/** Every member a dot at its value, stacked on whole numbers, year under year on one scale. */
export const dots: Kind<typeof Params> = {
  name: 'dots',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens, format } = ctx;
    const members = membersOf(params.members, ctx);
    const years = params.years.map((asked) => {
      const year = yearOf(asked, ctx);
      const { found, missing } = ask(
        members.map(({ id }) => idAt(params.fact, { scope: id, year }, ctx)),
        ctx,
      );
      const told = params.told.map(({ fact, name }) => ({ name, fact: known(ctx.facts, idAt(fact, { year }, ctx)) }));
      return { year, found, missing, told };
    });
    const empty = years.filter(({ found }) => found.length < 2);
    if (empty.length > 0) return { missing: empty.flatMap(({ missing }) => missing) };
    const limit = referenceOf(params.limit, ctx);
    if (limit.missing.length > 0) return limit;
    const plotted = years.flatMap(({ found }) => found);
    const measure = measureOf(plotted, params.measure);
    const most = axisEnd(plotted);
    const limitName: Bilingual = params.limit?.name ?? LIMIT;
    const said = years.flatMap(({ told }) => told.flatMap(({ fact }) => fact ?? []));
    const counts: Bilingual = {
      en: `One dot is one city: ${years.map(({ year, found }) => `${found.length} in ${year}`).join(', ')}.`,
      zh: `每点为一个城市：${years.map(({ year, found }) => `${year}年${found.length}个`).join('，')}。`,
    };
    const apart: Bilingual = {
      en: 'The years refer to different states of the air and are not comparable.',
      zh: '各年监测状态不同，不可比较。',
    };
    return {
      used: [...plotted, ...said, ...limit.used],
      notes: [counts, ...(crosses(plotted) ? [apart] : [])],
      alt: joined(
        years.map(({ year, found }) =>
          describeDistribution(
            { ...measure, name: { en: `${measure.name.en} in ${year}`, zh: `${year}年${measure.name.zh}` } },
            found.map((fact) => ({ name: { en: '', zh: '' }, value: asPrinted(fact) })),
            limit.fact ? { value: limit.fact.value, name: { en: `the ${limitName.en}`, zh: limitName.zh } } : undefined,
          ),
        ),
      ),
      spec: (language) => {
        const line = limit.line(language);
        return lite({
          bounds: 'flush',
          spacing: 10,
          vconcat: years.map(({ year, found, told }, i) =>
            dotStack({
              dots: [...found]
                .sort((a, b) => a.value - b.value)
                .map((fact) => ({
                  at: Math.round(asPrinted(fact)),
                  colour: colour(
                    tokens,
                    limit.fact && exceeds(fact, limit.fact) ? params.colours.above : params.colours.within,
                  ),
                })),
              most,
              width: FULL - 8,
              lines: line ? [{ at: line.value, strong: true, text: i === 0 ? line.text : '' }] : [],
              words: [
                String(year),
                ...told.flatMap(({ name, fact }) => (fact ? [`${name[language]} ${format(fact, language)}`] : [])),
              ],
              axis: i === years.length - 1 ? titled(measure)[language] : null,
              tokens,
            }),
          ),
        });
      },
    };
  },
};
