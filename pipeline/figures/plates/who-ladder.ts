import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Known, known, namer, yearsOf, yearsOfOneState } from '../parts/pick.ts';
import { segmentBars } from '../parts/segment-bars.ts';
import { joined } from '../parts/words.ts';
import { colour, ramp } from '../tokens.ts';

const RUNGS = [
  { statistic: 'cities-at-AQG', name: { en: 'AQG', zh: '准则值' } },
  { statistic: 'cities-at-IT-4', name: { en: 'IT-4', zh: '目标4' } },
  { statistic: 'cities-at-IT-3', name: { en: 'IT-3', zh: '目标3' } },
  { statistic: 'cities-at-IT-2', name: { en: 'IT-2 (25)', zh: '目标2（25）' } },
  { statistic: 'cities-at-IT-1', name: { en: 'IT-1 (35)', zh: '目标1（35）' } },
  { statistic: 'cities-above-IT-1', name: { en: 'above IT-1', zh: '未达目标1' } },
] as const;

const WIDTH = 560;
/** Narrower segments, in px, carry no number; and no name. */
const [NUMBER, NAME] = [16, 30];

function ladders(ctx: PlateContext) {
  return yearsOfOneState(ctx, yearsOf(ctx)).flatMap((year) => {
    const counts = RUNGS.map(({ statistic }) =>
      known(ctx.facts, `computed.${ctx.edition.scopes.nation}.pm25.${statistic}.${year}`),
    );
    return counts.every((count): count is Known => count !== null) ? [{ year, counts }] : [];
  });
}

/** How many cities of the national cohort stand on each of WHO's levels for PM2.5, year by year. */
export const whoLadder: Plate = {
  id: 'who-ladder',
  needs: (ctx) => {
    const drawn = ladders(ctx).length;
    if (drawn === 0) return 'the cohort is not computed as a whole';
    // One bar alone says no more than the table.
    const cut = yearsOfOneState(ctx, yearsOf(ctx)).length < yearsOf(ctx).length;
    return drawn === 1 && cut ? 'no other year stands on the same state of the air' : null;
  },
  draw: (ctx) => {
    const { tokens, format } = ctx;
    const cohort = namer(ctx)(ctx.edition.scopes.nation);
    const all = ladders(ctx);
    const used = all.flatMap(({ counts }) => counts);
    const above = all.flatMap(({ year, counts }) => counts.slice(-1).map((fact) => ({ year, fact })));
    const [first, last] = [above[0], above.at(-1)];
    const fills = ramp(tokens, 'seq', RUNGS.length);
    return {
      title: {
        en: `${last ? format(last.fact, 'en') : ''} of ${last?.fact.n} cities were above WHO's first interim target for PM2.5 in ${last?.year}${first && first !== last ? `, ${format(first.fact, 'en')} of ${first.fact.n} in ${first.year}` : ''}`,
        zh: `${last?.year}年${last?.fact.n}个城市中${last ? format(last.fact, 'zh') : ''}个PM2.5未达到世界卫生组织第一阶段目标${first && first !== last ? `，${first.year}年${first.fact.n}个城市中为${format(first.fact, 'zh')}个` : ''}`,
      },
      alt: joined(
        all.map(({ year, counts }) => ({
          en: `${year}: ${counts.map((fact, i) => `${RUNGS[i]?.name.en} ${format(fact, 'en')}`).join(', ')}.`,
          zh: `${year}年：${counts.map((fact, i) => `${RUNGS[i]?.name.zh} ${format(fact, 'zh')}个`).join('，')}。`,
        })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: `Number of cities of the ${cohort.en} with data, by the strictest level met; from left to right AQG (5), IT-4 (10), IT-3 (15), IT-2 (25), IT-1 (35 µg/m³) of 2021, and above. Narrow segments carry no number.`,
          zh: `${cohort.zh}中有数据的城市数，按达到的最严目标划分；自左至右为2021年准则值（5）、目标4（10）、目标3（15）、目标2（25）、目标1（35微克/立方米）、未达目标1。窄段不标数字。`,
        },
      ]),
      spec: (language) => {
        const most = Math.max(...all.map(({ counts }) => counts.reduce((sum, { value }) => sum + value, 0)));
        const wide = (fact: Known, least: number): boolean => (fact.value / most) * WIDTH >= least;
        const groups = [
          {
            name: cohort[language],
            rows: all.map(({ year, counts }, row) => ({
              label: String(year),
              segments: counts.map((fact, i) => ({
                value: fact.value,
                colour: fills[i] ?? '',
                text: wide(fact, NUMBER) ? format(fact, language) : '',
                textColour: colour(tokens, i >= 3 ? 'paper' : 'ink'),
                ...(row === 0 && wide(fact, NAME) ? { head: RUNGS[i]?.name[language] ?? '' } : {}),
              })),
            })),
          },
        ];
        return segmentBars(groups, { most, width: WIDTH, tokens });
      },
    };
  },
};
