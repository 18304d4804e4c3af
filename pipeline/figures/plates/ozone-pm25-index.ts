import { unitOf } from '../../facts/unit-words.ts';
import type { Pollutant } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { linePanel } from '../parts/line-panel.ts';
import { lite } from '../parts/lite.ts';
import { bulletin, type Known, namer, published, yearsOf } from '../parts/pick.ts';
import { course, joined, pollutantName } from '../parts/words.ts';
import { colour } from '../tokens.ts';

const TWO: readonly Pollutant[] = ['o3', 'pm25'];

/** Published levels of one pollutant from the first year on; empty when that year is not known. */
function levels(ctx: PlateContext, pollutant: Pollutant): Known[] {
  const facts = yearsOf(ctx).flatMap(
    (year) => published(ctx.facts, bulletin(ctx.edition.scopes.key, pollutant), year) ?? [],
  );
  return facts[0]?.period === String(ctx.edition.baselineYear) ? facts : [];
}

/** Two pollutants of the 74 cities on one scale, the first year as 100: how their paths part. */
export const ozonePm25Index: Plate = {
  id: 'ozone-pm25-index',
  needs: (ctx) =>
    TWO.every((pollutant) => levels(ctx, pollutant).length > 1)
      ? null
      : 'PM2.5 and ozone of the key cities are not published for the first year and a later one',
  draw: (ctx) => {
    const { edition, tokens, format } = ctx;
    const cohort = namer(ctx)(edition.scopes.key);
    const series = TWO.map((pollutant) => ({ pollutant, facts: levels(ctx, pollutant) }));
    const used = series.flatMap(({ facts }) => facts);
    const told = series.flatMap(({ pollutant, facts }) => {
      const [first, last] = [facts[0], facts.at(-1)];
      return first && last ? [{ name: pollutantName(pollutant), words: course(first, last) }] : [];
    });
    const base = edition.baselineYear;
    const until = Math.max(...used.map(({ period }) => Number(period)));
    const shown = yearsOf(ctx).filter((year) => year <= until);
    return {
      title: {
        en: `${cohort.en}: ${told.map(({ name, words }) => `${name.en} ${words.en}`).join(', ')}`,
        zh: `${cohort.zh}：${told.map(({ name, words }) => `${name.zh}${words.zh}`).join('，')}`,
      },
      alt: joined(
        series.map(({ pollutant, facts }) =>
          describeSeries(
            {
              name: {
                en: `In ${cohort.en}, ${pollutantName(pollutant).en}`,
                zh: `${cohort.zh}${pollutantName(pollutant).zh}`,
              },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            facts.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: fact.value })),
          ),
        ),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: noteOn(used, [
        {
          en: `Position: level relative to ${base}; numbers: µg/m³. PM2.5 as annual mean, ozone as 90th percentile of the daily maximum 8-hour mean. The axis begins at 50.`,
          zh: `位置为相对${base}年的水平，数字单位为微克/立方米。PM2.5为年均浓度，臭氧为日最大8小时平均第90百分位数。纵轴自50起。`,
        },
      ]),
      spec: (language) =>
        lite(
          linePanel({
            tokens,
            width: 500,
            height: 130,
            low: 50,
            most: 125,
            ticks: shown,
            title: { en: `${base} = 100`, zh: `${base}年为100` }[language],
            lines: series.map(({ pollutant, facts }) => {
              const first = facts[0]?.value ?? 1;
              const index = (fact: Known): number => (fact.value / first) * 100;
              const ends = facts.slice(1);
              return {
                colour: colour(tokens, pollutant),
                textColour: colour(tokens, pollutant === 'o3' ? 'seq-6' : pollutant),
                strong: true,
                marks: shown.map((year) => {
                  const fact = facts.find(({ period }) => period === String(year));
                  return { x: year, y: fact ? index(fact) : null };
                }),
                start: facts[0] ? format(facts[0], language) : '',
                startBelow: pollutant === 'pm25',
                labels: ends.map((fact) => ({ x: Number(fact.period), y: index(fact), text: format(fact, language) })),
                end: pollutantName(pollutant)[language],
              };
            }),
          }),
        ),
    };
  },
};
