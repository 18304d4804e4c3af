import { printedNumber } from '../../facts/format.ts';
import type { Language } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Known, known, namer, yearsOf } from '../parts/pick.ts';
import { type BarGroup, type Segment, segmentBars } from '../parts/segment-bars.ts';
import { joined } from '../parts/words.ts';
import { aqiColours } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';

type Days = Readonly<{
  scope: string;
  year: number;
  good: Known;
  light: Known | null;
  moderate: Known | null;
  /** Light and moderate together, where they are not told apart. */
  between: Known | null;
  heavyOnly: Known | null;
  severe: Known | null;
  heavy: Known;
}>;

/** Years for which both the good and the heavily polluted days are published, with the classes between where known. */
function daysOf(ctx: PlateContext): Days[] {
  const { key, nation } = ctx.edition.scopes;
  return [key, nation].flatMap((scope) =>
    yearsOf(ctx).flatMap((year) => {
      const share = (name: string) => known(ctx.facts, `published.${scope}.aqi.${name}-day-share.${year}`);
      const [good, heavy] = [share('good'), share('heavy')];
      if (!good || !heavy) return [];
      const between = { light: share('light'), moderate: share('moderate'), between: share('light-moderate') };
      return [{ scope, year, good, heavy, ...between, heavyOnly: share('heavy-only'), severe: share('severe') }];
    }),
  );
}

const NAMES = {
  good: { en: 'good', zh: '优良' },
  light: { en: 'light', zh: '轻度' },
  moderate: { en: 'moderate', zh: '中度' },
  heavy: { en: 'heavy or worse', zh: '重度及以上' },
  between: { en: 'light or moderate', zh: '轻度和中度' },
} as const;

/**
 * Classes III to VI in their prescribed colours. Good days, and light and moderate ones not told apart, are two classes
 * together: they have none of the six colours.
 */
function segments(
  { good, light, moderate, between, heavyOnly, severe, heavy }: Days,
  tokens: Tokens,
  language: Language,
  head: boolean,
): Segment[] {
  const [, , three = '', four = '', five = '', six = ''] = aqiColours(tokens);
  const print = (fact: Known): string => printedNumber(fact);
  const first = {
    value: good.value,
    colour: colour(tokens, 'seq-2'),
    text: print(good),
    ...(head ? { head: NAMES.good[language] } : {}),
  };
  if (light && moderate && heavyOnly && severe) {
    return [
      first,
      { value: light.value, colour: three, text: print(light) },
      { value: moderate.value, colour: four, text: print(moderate) },
      { value: heavyOnly.value, colour: five },
      { value: severe.value, colour: six },
    ];
  }
  const middle = between
    ? [
        {
          value: between.value,
          colour: colour(tokens, 'seq-4'),
          text: print(between),
          ...(head ? { head: NAMES.between[language] } : {}),
        },
      ]
    : [];
  return [first, ...middle, { value: heavy.value, from: 100 - heavy.value, colour: five }];
}

/** How the days of a year divide into the classes of the air quality index, as far as they are published. */
export const dayClasses: Plate = {
  id: 'day-classes',
  needs: (ctx) =>
    daysOf(ctx).length > 0
      ? null
      : 'no year has both the share of good days and that of heavily polluted days published',
  draw: (ctx) => {
    const { tokens, format } = ctx;
    const nameOf = namer(ctx);
    const all = daysOf(ctx);
    const plotted = all.flatMap(({ good, light, moderate, between, heavyOnly, severe, heavy }) =>
      [good, ...(light && moderate ? [light, moderate] : [between]), heavyOnly, severe, heavy].filter(
        (fact) => fact !== null,
      ),
    );
    const last = all.at(-1);
    const split = all.filter(({ light, moderate }) => light && moderate);
    const groups = (language: Language): BarGroup[] =>
      [...new Set(all.map(({ scope }) => scope))].map((scope) => ({
        name: nameOf(scope)[language],
        rows: all
          .filter((days) => days.scope === scope)
          .map((days) => ({
            label: String(days.year),
            outline: 100,
            segments: segments(days, tokens, language, days === all[0]),
            after: `${NAMES.heavy[language]} ${format(days.heavy, language)}`,
          })),
      }));
    return {
      title: {
        en: `${last ? nameOf(last.scope).en : ''}, ${last?.year}: ${last ? format(last.good, 'en') : ''}% of days were good, ${last ? format(last.heavy, 'en') : ''}% heavily polluted or worse`,
        zh: `${last?.year}年${last ? nameOf(last.scope).zh : ''}优良天数比例为${last ? format(last.good, 'zh') : ''}%，重度及以上污染天数比例为${last ? format(last.heavy, 'zh') : ''}%`,
      },
      alt: joined(
        all.map(({ scope, year, good, heavy }) => ({
          en: `${nameOf(scope).en}, ${year}: good ${format(good, 'en')}%, heavy or worse ${format(heavy, 'en')}%.`,
          zh: `${nameOf(scope).zh}${year}年：优良${format(good, 'zh')}%，重度及以上${format(heavy, 'zh')}%。`,
        })),
      ),
      rows: rowsOf(ctx, plotted),
      ...credits(plotted),
      note: noteOn(plotted, [
        {
          en: `Per cent of days${split.length > 0 ? '. In the row in colours light, moderate, heavy and severe pollution are told apart, from left to right' : ''}.`,
          zh: `占全部天数的百分比（%）${split.length > 0 ? '。彩色一行自左至右分别为轻度、中度、重度、严重污染' : ''}。`,
        },
      ]),
      spec: (language) => segmentBars(groups(language), { most: 100, width: 470, tokens }),
    };
  },
};
