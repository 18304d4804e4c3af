import type { Language } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Known, known, namer, yearsOf } from '../parts/pick.ts';
import { type BarGroup, segmentBars } from '../parts/segment-bars.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';

type Counted = Readonly<{
  scope: string;
  attaining: Known;
  exceeding: Known | null;
  share: Known | null;
  size: number;
}>;

/** Years with a published count, for the 74 cities while they were counted alone, and for the national cohorts. */
function counts({ data, facts, edition, ...rest }: PlateContext): Counted[] {
  const years = yearsOf({ data, facts, edition, ...rest });
  const nations = data.scopes.filter(
    ({ id, kind, size }) => kind === 'nation' && size !== null && id.startsWith('CN-'),
  );
  const key = data.scopes.filter(({ id }) => id === edition.scopes.key);
  const inOrder = [...nations].sort((a, b) => (a.validFrom ?? 0) - (b.validFrom ?? 0));
  return [...key, ...inOrder].flatMap(({ id, size }) =>
    years.flatMap((year) => {
      const attaining = known(facts, `published.${id}.all.attaining-cities.${year}`);
      if (!attaining || size === null) return [];
      const part = (name: string) => known(facts, `published.${id}.all.${name}.${year}`);
      return [{ scope: id, attaining, exceeding: part('exceeding-cities'), share: part('attaining-share'), size }];
    }),
  );
}

/** How many cities meet all six limits, year by year, with the others behind: published counts, each cohort by itself. */
export const attaining: Plate = {
  id: 'attaining',
  needs: (ctx) => (counts(ctx).length > 0 ? null : 'no count of attaining cities is published'),
  draw: (ctx) => {
    const { tokens, format } = ctx;
    const nameOf = namer(ctx);
    const all = counts(ctx);
    const plotted = all
      .flatMap(({ attaining, exceeding, share }) => [attaining, exceeding, share])
      .filter((fact) => fact !== null);
    const last = all.at(-1);
    const first = all.find(({ scope }) => scope === last?.scope);
    const since = first && last && first !== last ? first : null;
    const words = { head: { en: 'attain', zh: '达标' }, rest: { en: 'exceed', zh: '超标' } };
    const groups = (language: Language): BarGroup[] =>
      [...new Set(all.map(({ scope }) => scope))].map((scope, g) => ({
        name: nameOf(scope)[language],
        rows: all
          .filter((row) => row.scope === scope)
          .map(({ attaining, exceeding, share, size }, i) => ({
            label: attaining.period,
            outline: size,
            segments: [
              { value: attaining.value, colour: colour(tokens, 'accent') },
              ...(exceeding
                ? [
                    {
                      value: exceeding.value,
                      colour: colour(tokens, 'seq-2'),
                      text:
                        exceeding.value > 40
                          ? `${g === 0 && i === 0 ? `${words.rest[language]} ` : ''}${format(exceeding, language)}`
                          : '',
                    },
                  ]
                : [{ value: size - attaining.value, colour: colour(tokens, 'seq-2') }]),
            ],
            after: `${format(attaining, language)}${share ? { en: ` (${format(share, 'en')}%)`, zh: `（${format(share, 'zh')}%）` }[language] : ''}`,
          })),
      }));
    return {
      title: {
        en: `${last ? format(last.attaining, 'en') : ''} of the ${last ? nameOf(last.scope).en : ''} met all six limits in ${last?.attaining.period}${since ? `, against ${format(since.attaining, 'en')} in ${since.attaining.period}` : ''}`,
        zh: `${last?.attaining.period}年${last ? nameOf(last.scope).zh : ''}中有${last ? format(last.attaining, 'zh') : ''}个六项污染物全部达标${since ? `，${since.attaining.period}年为${format(since.attaining, 'zh')}个` : ''}`,
      },
      alt: joined([
        { en: 'Cities that meet all six limits:', zh: '六项污染物全部达标的城市数：' },
        ...all.map(({ scope, attaining, size }) => ({
          en: `${attaining.period}, ${format(attaining, 'en')} of ${size}.`,
          zh: `${attaining.period}年${nameOf(scope).zh}中${format(attaining, 'zh')}个达标。`,
        })),
      ]),
      rows: rowsOf(ctx, plotted),
      ...credits(plotted),
      note: noteOn(plotted, [
        {
          en: 'Dark: cities that meet the limits of all six pollutants; pale: the others. The cohorts are different sets of cities.',
          zh: '深色为六项污染物全部达标的城市，浅色为其余城市。各组城市范围不同。',
        },
      ]),
      spec: (language) =>
        segmentBars(groups(language), { most: Math.max(...all.map(({ size }) => size)), width: 480, tokens }),
    };
  },
};
