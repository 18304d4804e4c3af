import { SECTORS } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { cellGrid } from '../parts/cell-grid.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { type Known, known, yearsOf } from '../parts/pick.ts';
import { registerSources, SECTOR } from '../parts/register.ts';
import { both } from '../parts/words.ts';

const issued = ({ facts }: PlateContext, scope: string, year: number) =>
  known(facts, `register.${scope}.all.issued.${year}`);
const toDate = ({ facts, edition }: PlateContext, scope: string) =>
  known(facts, `register.${scope}.all.to-date.${edition.year}`);

/** Sectors by year: how many records of the register were issued, and how many there are to the end of the year assessed. */
export const policyMatrix: Plate = {
  id: 'policy-matrix',
  needs: (ctx) => ((toDate(ctx, 'CN')?.value ?? 0) > 0 ? null : 'the register holds no record'),
  draw: (ctx) => {
    const { edition, format, tokens } = ctx;
    const years = yearsOf(ctx);
    const rows = SECTORS.map((sector) => ({
      sector,
      inYear: years.map((year) => issued(ctx, sector, year)),
      all: toDate(ctx, sector),
    })).sort((a, b) => (b.all?.value ?? 0) - (a.all?.value ?? 0));
    const used = rows.flatMap(({ inYear, all }) => [...inYear, all]).filter((fact): fact is Known => fact !== null);
    const most = Math.max(1, ...rows.flatMap(({ inYear }) => inYear.map((fact) => fact?.value ?? 0)));
    const largest = Math.max(1, ...rows.map(({ all }) => all?.value ?? 0));
    const ofYear = rows
      .flatMap(({ sector, inYear }) => {
        const last = inYear.at(-1);
        return last ? [{ sector, last }] : [];
      })
      .sort((a, b) => b.last.value - a.last.value);
    const told = ofYear.slice(0, 2);
    return {
      title: both((language) => {
        const said = told.map(({ sector, last }) => ({
          name: SECTOR[sector].name[language],
          n: format(last, language),
        }));
        const [a, b] = said;
        return language === 'en'
          ? `Records of ${edition.year} by sector: most on ${a?.name.toLowerCase()} (${a?.n}), then ${b?.name === 'VOCs' ? b.name : b?.name.toLowerCase()} (${b?.n})`
          : `${edition.year}年发布的文件以${a?.name}最多（${a?.n}份），其次为${b?.name}（${b?.n}份）`;
      }),
      alt: describeRanking(
        {
          name: {
            en: `Policy records by sector to the end of ${edition.year}`,
            zh: `截至${edition.year}年底各领域政策文件数`,
          },
          unit: { en: '', zh: '' },
          decimals: 0,
        },
        rows.map(({ sector, all }) => ({ name: SECTOR[sector].name, value: all?.value ?? null })),
      ),
      rows: rowsOf(ctx, used),
      facts: credits(used).facts,
      sources: registerSources(ctx),
      note: {
        en: 'A record may belong to several sectors. Darker: more records.',
        zh: '一份文件可涉及多个领域。颜色越深，文件越多。',
      },
      spec: (language) =>
        cellGrid({
          heads: [
            ...years.map((year) => [String(year)]),
            language === 'en' ? [`to the end`, `of ${edition.year}`] : ['截至', `${edition.year}年底`],
          ],
          rows: rows.map(({ sector, inYear, all }) => ({
            name: SECTOR[sector].name[language],
            cells: [
              ...inYear.map((fact) =>
                fact ? { text: format(fact, language), strength: fact.value / (most * 1.0001) } : null,
              ),
              all ? { text: format(all, language), strength: all.value / (largest * 1.0001) } : null,
            ],
          })),
          nameWidth: 158,
          step: 19,
          gapsBefore: [years.length],
          tokens,
        }),
    };
  },
};
