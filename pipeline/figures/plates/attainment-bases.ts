import type { Bilingual, Language, Pollutant } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { type Known, known } from '../parts/pick.ts';
import { type BarRow, segmentBars } from '../parts/segment-bars.ts';
import { joined, POLLUTANT } from '../parts/words.ts';
import { colour } from '../tokens.ts';

type Row = Readonly<{ name: Bilingual; bulletin: Known; strict: Known | null }>;

const SUBJECTS: readonly (Pollutant | 'all')[] = ['all', 'pm25', 'pm10', 'o3', 'no2', 'so2', 'co'];
const NAMES = {
  strict: { en: 'meet all limits (HJ 663)', zh: '各项限值均达标（HJ 663）' },
  bulletin: { en: 'only as the bulletins count', zh: '仅按公报口径达标' },
  over: { en: 'do not meet', zh: '不达标' },
} as const;
/** Pieces of fewer cities carry no number. */
const NARROW = 6;

function rowsOfYear({ facts, edition }: PlateContext): Row[] {
  const id = (subject: string, statistic: string) =>
    `computed.${edition.scopes.nation}.${subject}.${statistic}-cities.${edition.year}`;
  if (!known(facts, id('all', 'attaining-strict'))) return [];
  return SUBJECTS.flatMap((subject) => {
    const name = subject === 'all' ? { en: 'All six', zh: '六项' } : { en: POLLUTANT[subject], zh: POLLUTANT[subject] };
    const bulletin = known(facts, id(subject, 'attaining'));
    return bulletin ? [{ name, bulletin, strict: known(facts, id(subject, 'attaining-strict')) }] : [];
  });
}

/** How many cities meet the limits, pollutant by pollutant, as the bulletins count and by HJ 663 in full. */
export const attainmentBases: Plate = {
  id: 'attainment-bases',
  needs: (ctx) =>
    rowsOfYear(ctx).length > 0 ? null : 'the percentiles of daily means are not known for nine in ten cities',
  draw: (ctx) => {
    const { tokens, format, edition } = ctx;
    const rows = rowsOfYear(ctx);
    const used = rows.flatMap(({ bulletin, strict }) => [bulletin, ...(strict ? [strict] : [])]);
    const all = rows[0];
    const number = (fact: Known | null | undefined, language: Language) => (fact ? format(fact, language) : '');
    const most = Math.max(...rows.map(({ bulletin }) => bulletin.n ?? 0));
    const parts = ({ bulletin, strict }: Row) => {
      const met = (strict ?? bulletin).value;
      return { met, only: Math.max(0, bulletin.value - met), over: (bulletin.n ?? 0) - bulletin.value };
    };
    return {
      title: {
        en: `Cities that meet the limits, ${edition.year}: ${number(all?.bulletin, 'en')} as the bulletins count, ${number(all?.strict, 'en')} by HJ 663 in full`,
        zh: `${edition.year}年达标城市：按公报口径${number(all?.bulletin, 'zh')}个，按HJ 663全部要求${number(all?.strict, 'zh')}个`,
      },
      alt: joined(
        rows.map(({ name, bulletin, strict }) => ({
          en: `${name.en}: ${number(bulletin, 'en')} of ${bulletin.n}${strict ? `, ${number(strict, 'en')} by HJ 663 in full` : ''}.`,
          zh: `${name.zh}：${bulletin.n}个城市中${number(bulletin, 'zh')}个达标${strict ? `，按HJ 663全部要求${number(strict, 'zh')}个` : ''}。`,
        })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: 'Number of cities, computed; sand-dust is kept in. HJ 663 adds the percentiles of daily means of PM2.5, PM10, NO2 and SO2; ozone and CO are judged by percentiles in both.',
          zh: '数字为城市个数，据城市数据计算，未剔除沙尘。HJ 663另要求PM2.5、PM10、NO2、SO2日均值百分位数达标；臭氧和CO在两种口径下均以百分位数评价。',
        },
      ]),
      spec: (language) => {
        const [dark, middle, pale] = ['seq-6', 'seq-4', 'seq-2'].map((name) => colour(tokens, name));
        const piece = (value: number, fill: string | undefined, paper = false) => ({
          value,
          colour: fill ?? '',
          ...(value >= NARROW ? { text: String(value) } : {}),
          ...(paper ? { textColour: colour(tokens, 'paper') } : {}),
        });
        const key: BarRow = {
          label: '',
          segments: (['strict', 'bulletin', 'over'] as const).map((name, i) => ({
            value: most / 3,
            colour: [dark, middle, pale][i] ?? '',
            text: NAMES[name][language],
            ...(i === 0 ? { textColour: colour(tokens, 'paper') } : {}),
          })),
        };
        const bars = rows.map((row) => {
          const { met, only, over } = parts(row);
          return {
            label: row.name[language],
            segments: [piece(met, dark, true), piece(only, middle), piece(over, pale)],
          };
        });
        return segmentBars([{ name: '', rows: [key, ...bars] }], { most, width: 500, tokens });
      },
    };
  },
};
