import { printedNumber } from '../../facts/format.ts';
import type { Pollutant } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { MONTHS, monthName, monthOf, monthPeriod } from '../parts/month-names.ts';
import { type Known, known } from '../parts/pick.ts';
import { type BarRow, segmentBars } from '../parts/segment-bars.ts';
import { joined, POLLUTANT } from '../parts/words.ts';
import { colour } from '../tokens.ts';

/** Those that lead on more than single days; SO2 and CO do on too few to be seen. */
const SHOWN: readonly Pollutant[] = ['pm25', 'pm10', 'o3', 'no2'];
const ON_DARK = new Set<Pollutant>(['pm25', 'no2']);
const NARROW = 4;

type Month = Readonly<{ month: number; shares: readonly Known[] }>;

const monthsOf = ({ facts, edition }: PlateContext): Month[] =>
  MONTHS.flatMap((month) => {
    const period = monthPeriod(edition.year, month);
    const shares = SHOWN.flatMap(
      (one) => known(facts, `computed.${edition.scopes.nation}.${one}.primary-day-share.${period}`) ?? [],
    );
    return shares.length === SHOWN.length ? [{ month, shares }] : [];
  });

const top = (months: readonly Month[], subject: Pollutant): Known | undefined =>
  months
    .flatMap(({ shares }) => shares.filter((fact) => fact.subject === subject))
    .sort((a, b) => b.value - a.value)[0];

/** Which pollutant leads on how many days, month by month, in the national cohort. */
export const primaryMonths: Plate = {
  id: 'primary-months',
  needs: (ctx) => (monthsOf(ctx).length > 1 ? null : 'primary pollutants are not known by month'),
  draw: (ctx) => {
    const { edition, tokens } = ctx;
    const months = monthsOf(ctx);
    const used = months.flatMap(({ shares }) => shares);
    const [particles, ozone] = [top(months, 'pm25'), top(months, 'o3')];
    const most = Math.max(...months.map(({ shares }) => shares.reduce((sum, { value }) => sum + value, 0)));
    const fill = (subject: string) => colour(tokens, subject);
    const dark = (subject: string) => ON_DARK.has(subject as Pollutant);
    const textOn = (subject: string) => (dark(subject) ? { textColour: colour(tokens, 'paper') } : {});
    return {
      title: {
        en: `Primary pollutants by month, ${edition.year}: ozone on ${ozone ? `${printedNumber(ozone)}% of days in ${monthName(monthOf(ozone), 'en')}` : ''}, PM2.5 on ${particles ? `${printedNumber(particles)}% in ${monthName(monthOf(particles), 'en')}` : ''}`,
        zh: `${edition.year}年各月首要污染物：${ozone ? `${monthName(monthOf(ozone), 'zh')}臭氧为首要污染物的天数占${printedNumber(ozone)}%` : ''}，${particles ? `${monthName(monthOf(particles), 'zh')}PM2.5占${printedNumber(particles)}%` : ''}`,
      },
      alt: joined(
        months.map(({ month, shares }) => ({
          en: `${monthName(month, 'en')}: ${shares.map((fact) => `${POLLUTANT[fact.subject as Pollutant]} ${printedNumber(fact)}%`).join(', ')}.`,
          zh: `${monthName(month, 'zh')}：${shares.map((fact) => `${POLLUTANT[fact.subject as Pollutant]} ${printedNumber(fact)}%`).join('，')}。`,
        })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: 'Per cent of valid days on which the pollutant has the largest index, mean of the cities; the rest are excellent days, on which none is named. Days with two primary pollutants count for both.',
          zh: '各污染物为首要污染物的天数占有效天数的百分比（%），各城市平均；其余为优级天，不评首要污染物。一日有两项首要污染物时分别计入。',
        },
      ]),
      spec: (language) => {
        const key: BarRow = {
          label: '',
          segments: SHOWN.map((one) => ({
            value: most / SHOWN.length,
            colour: fill(one),
            text: POLLUTANT[one],
            ...textOn(one),
          })),
        };
        const rows = months.map(({ month, shares }) => ({
          label: language === 'en' ? monthName(month, 'en').slice(0, 3) : monthName(month, 'zh'),
          segments: shares.map((fact) => ({
            value: fact.value,
            colour: fill(fact.subject),
            ...(fact.value >= NARROW ? { text: printedNumber(fact), ...textOn(fact.subject) } : {}),
          })),
        }));
        return segmentBars([{ name: '', rows: [key, ...rows] }], { most, width: 500, tokens });
      },
    };
  },
};
