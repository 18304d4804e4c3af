import { unitOf } from '../../facts/unit-words.ts';
import { describeDistribution } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { differenceLanes } from '../parts/difference-lanes.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { both, joined, POLLUTANT } from '../parts/words.ts';

const SUBJECTS = ['pm25', 'pm10', 'so2', 'no2'] as const;
/** One unit of the last digit of a published concentration (µg/m³). */
const BAND = 1;
/** From here on a cohort's difference is named (µg/m³). */
const NAMED = 2;

type Dot = Readonly<{ subject: (typeof SUBJECTS)[number]; difference: Known; panel: boolean }>;

function dotsOf({ assessment, facts }: PlateContext): Dot[] {
  return assessment.reconciliation.flatMap(({ difference, computed, kind }) => {
    const fact = known(facts, difference);
    // One dot a year and place: of figures published twice the plain one.
    if (kind !== 'year' || !fact?.id.endsWith(`.${fact.period}`)) return [];
    const subject = SUBJECTS.find((one) => one === fact?.subject);
    if (!subject || fact.statistic !== 'annual-mean-less-published') return [];
    return [{ subject, difference: fact, panel: facts.get(computed).of !== null }];
  });
}

/** Of each pollutant the cohort, region or province with the largest difference, where it is worth naming. */
function outliers(dots: readonly Dot[]): ReadonlySet<Dot> {
  const size = ({ difference }: Dot) => Math.abs(difference.value);
  const first = SUBJECTS.map(
    (subject) => dots.filter((dot) => dot.panel && dot.subject === subject).sort((a, b) => size(b) - size(a))[0],
  );
  return new Set(first.flatMap((dot) => (dot && size(dot) > NAMED ? [dot] : [])));
}

/** Whether a third of the panels' PM10 lies above the published figure by more than rounding. */
function pm10Higher(dots: readonly Dot[]): boolean {
  const own = dots.filter(({ panel, subject }) => panel && subject === 'pm10');
  return own.length > 2 && own.filter(({ difference }) => difference.value > BAND).length > own.length / 3;
}

/** Our annual means less the published ones, one dot a figure: cohorts, regions and provinces filled, cities hollow. */
export const reconciliationPlate: Plate = {
  id: 'reconciliation',
  needs: (ctx) => (dotsOf(ctx).length > 4 ? null : 'hardly any published figure can be set beside a computed one'),
  draw: (ctx) => {
    const { edition, facts, format, tokens } = ctx;
    const nameOf = namer(ctx);
    const dots = dotsOf(ctx);
    const named = outliers(dots);
    const used = dots.map(({ difference }) => difference);
    const count = (name: string) => known(facts, `computed.reconciliation.year.figures-${name}.${edition.year}`);
    const [close, compared] = [count('close'), count('compared')];
    const higher = pm10Higher(dots);
    const lanes = SUBJECTS.filter((subject) => dots.some((dot) => dot.subject === subject));
    return {
      title: both((language) => {
        const en = language === 'en';
        if (!close || !compared)
          return en ? 'Computed annual means beside the published ones' : '年均浓度的计算值与公布值';
        const [n, m] = [format(close, language), format(compared, language)];
        return en
          ? `Of ${m} published levels of years, ${n} are close to the computed ones${higher ? '; PM10 comes out higher' : ''}`
          : `${m}个公布的年度数值中，${n}个与计算值接近${higher ? '；PM10计算值偏高' : ''}`;
      }),
      alt: joined(
        lanes.map((subject) =>
          describeDistribution(
            {
              name: { en: `${POLLUTANT[subject]}, computed less published`, zh: `${POLLUTANT[subject]}计算值减公布值` },
              unit: unitOf('µg/m³'),
              decimals: 1,
            },
            dots
              .filter((dot) => dot.subject === subject)
              .map(({ difference }) => ({ name: nameOf(difference.scope), value: difference.value })),
          ),
        ),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, ...(close && compared ? [close, compared] : [])]),
      note: {
        en: `Years to ${edition.year}. The dots are annual means; filled: cohorts, regions and provinces; hollow: single cities. Within the band the two differ by no more than one unit of the last published digit.`,
        zh: `截至${edition.year}年的各年份年均浓度。实心：城市群体、区域和省份；空心：单个城市。底带内两者相差不超过公布值末位一个单位。`,
      },
      spec: (language) =>
        differenceLanes({
          lanes: lanes.map((subject) => POLLUTANT[subject]),
          differences: dots.map((dot) => {
            const { subject, difference, panel } = dot;
            const place = nameOf(difference.scope);
            const name = { en: `${place.en}, ${difference.period}`, zh: `${place.zh}，${difference.period}年` };
            return {
              lane: POLLUTANT[subject],
              value: difference.value,
              strong: panel,
              ...(named.has(dot) ? { name } : {}),
            };
          }),
          band: BAND,
          words: {
            en: {
              lower: 'computed lower',
              higher: 'computed higher',
              axis: 'computed less published annual mean, µg/m³',
            },
            zh: { lower: '计算值偏低', higher: '计算值偏高', axis: '年均浓度计算值减公布值（微克/立方米）' },
          }[language],
          language,
          tokens,
        }),
    };
  },
};
