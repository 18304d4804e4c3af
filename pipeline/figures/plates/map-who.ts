import type { Plate } from '../figure.ts';
import { cityMap } from '../parts/city-map.ts';
import { cityMeans, known, namer } from '../parts/pick.ts';
import { ramp } from '../tokens.ts';

/** WHO's annual levels for PM2.5 (2021), the strictest first: the names follow them in this order. */
const BREAKS = [5, 10, 15, 25, 35];
const NAMES = {
  en: ['AQG (5)', 'IT-4 (10)', 'IT-3 (15)', 'IT-2 (25)', 'IT-1 (35)', 'above all (over 35)'],
  zh: ['准则值（5）', '目标4（10）', '目标3（15）', '目标2（25）', '目标1（35）', '均未达到（35以上）'],
};

/** The strictest of WHO's levels that each city's annual mean of PM2.5 meets. */
export const mapWho: Plate = cityMap({
  id: 'map-who',
  facts: (ctx) => cityMeans(ctx, 'pm25', ctx.edition.year),
  needs: 'no city has an annual mean of PM2.5',
  bins: (tokens) => ({
    breaks: BREAKS,
    colours: ramp(tokens, 'seq', BREAKS.length + 1),
    breaksBelow: true,
    names: NAMES,
  }),
  measure: () => ({
    name: { en: 'the WHO level met by annual mean PM2.5', zh: 'PM2.5年均浓度达到的世界卫生组织目标' },
    unit: { en: 'µg/m³', zh: '微克/立方米' },
    decimals: 0,
  }),
  legend: { en: 'strictest WHO level met, µg/m³', zh: '达到的最严目标（微克/立方米）' },
  title: (ctx) => {
    const { edition, format } = ctx;
    const cohort = namer(ctx)(edition.scopes.nation);
    const count = (name: string) =>
      known(ctx.facts, `computed.${edition.scopes.nation}.pm25.cities-${name}.${edition.year}`);
    const [guideline, above] = [count('at-AQG'), count('above-IT-1')];
    return {
      text: {
        en: `PM2.5 against WHO's levels, ${edition.year}: ${above ? `${format(above, 'en')} of ${above.n} cities meet none of them` : cohort.en}${guideline ? `, ${guideline.value === 0 ? 'none meets the guideline' : `${format(guideline, 'en')} the guideline`}` : ''}`,
        zh: `${edition.year}年PM2.5与世界卫生组织各级目标：${above ? `${above.n}个城市中${format(above, 'zh')}个未达到任何一级` : cohort.zh}${guideline ? `，${guideline.value === 0 ? '没有城市达到准则值' : `${format(guideline, 'zh')}个达到准则值`}` : ''}`,
      },
      facts: [
        guideline,
        above,
        ...['AQG', 'IT-4', 'IT-3', 'IT-2', 'IT-1'].map((level) =>
          known(ctx.facts, `standard.WHO.pm25.annual-${level}.2021`),
        ),
      ].filter((fact) => fact !== null),
    };
  },
  note: {
    en: 'AQG, IT: guideline and interim targets of WHO, 2021. Computed from city data. Hatched: no data, or not in the cohort.',
    zh: '准则值、目标：世界卫生组织2021年准则值与过渡目标。据城市数据计算。斜线：无数据或不在城市范围内。',
  },
});
