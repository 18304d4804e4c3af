import { SECTORS } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { cellGrid } from '../parts/cell-grid.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { type Known, known } from '../parts/pick.ts';
import { registerSources, SECTOR } from '../parts/register.ts';
import { both } from '../parts/words.ts';

const LEVELS = ['provincial', 'municipal'] as const;
const toDate = ({ facts, edition }: PlateContext, scope: string) =>
  known(facts, `register.${scope}.all.to-date.${edition.year}`);

/** Provinces of the mainland with their counts, most provincial records first. */
function provincesOf(ctx: PlateContext) {
  return ctx.data.provinces
    .filter(({ code }) => Number(code) < 700000)
    .map(({ code, short }) => ({
      name: short,
      levels: LEVELS.map((level) => toDate(ctx, `${code}:${level}`)),
      sectors: SECTORS.map((sector) => toDate(ctx, `${code}:${sector}`)),
    }))
    .map((row) => ({ ...row, total: row.levels.reduce((sum, fact) => sum + (fact?.value ?? 0), 0) }))
    .sort((a, b) => b.total - a.total);
}

/** 31 provinces by 12 sectors: how many provincial and municipal records the register holds. */
export const policyProvinces: Plate = {
  id: 'policy-provinces',
  needs: (ctx) => (provincesOf(ctx).some(({ total }) => total > 0) ? null : 'the register holds no provincial record'),
  draw: (ctx) => {
    const { edition, format, tokens } = ctx;
    const rows = provincesOf(ctx);
    const used = rows
      .flatMap(({ levels, sectors }) => [...levels, ...sectors])
      .filter((fact): fact is Known => fact !== null);
    const most = Math.max(1, ...rows.flatMap(({ sectors }) => sectors.map((fact) => fact?.value ?? 0)));
    const largest = Math.max(1, ...rows.flatMap(({ levels }) => levels.map((fact) => fact?.value ?? 0)));
    const told = [...rows]
      .flatMap(({ name, levels: [provincial] }) => (provincial ? [{ name, provincial }] : []))
      .sort((a, b) => b.provincial.value - a.provincial.value)
      .slice(0, 2);
    const cell = (fact: Known | null | undefined, of: number, language: 'en' | 'zh') =>
      fact && fact.value > 0
        ? { text: format(fact, language), strength: Math.sqrt(fact.value / (of * 1.0001)) }
        : { text: '·', strength: 0 };
    return {
      title: both((language) => {
        const [a, b] = told.map(({ name, provincial }) => ({ name: name[language], n: format(provincial, language) }));
        return language === 'en'
          ? `Most provincial records were found for ${a?.name} (${a?.n})${b ? ` and ${b.name} (${b.n})` : ''}`
          : `收录的省级文件以${a?.name}（${a?.n}份）${b ? `和${b.name}（${b.n}份）` : ''}最多`;
      }),
      alt: describeRanking(
        {
          name: {
            en: `Provincial and municipal records to the end of ${edition.year}`,
            zh: `截至${edition.year}年底各省份省级和市级文件数`,
          },
          unit: { en: '', zh: '' },
          decimals: 0,
        },
        rows.map(({ name, total }) => ({ name, value: total })),
      ),
      rows: rowsOf(ctx, used),
      facts: credits(used).facts,
      sources: registerSources(ctx),
      note: {
        en: 'Records found, not measures taken: the register is a selection. A dot: no record. A record may belong to several sectors.',
        zh: '所示为收录数而非措施数，登记库为选录。圆点表示没有记录。一份文件可涉及多个领域。',
      },
      spec: (language) =>
        cellGrid({
          heads: [
            ...(language === 'en'
              ? [
                  ['Prov-', 'incial'],
                  ['Muni-', 'cipal'],
                ]
              : [['省级'], ['市级']]),
            ...SECTORS.map((sector) => SECTOR[sector][language]),
          ],
          rows: rows.map(({ name, levels, sectors }) => ({
            name: name[language],
            cells: [
              ...levels.map((fact) => cell(fact, largest, language)),
              ...sectors.map((fact) => cell(fact, most, language)),
            ],
          })),
          nameWidth: 80,
          step: 14,
          gapsBefore: [2],
          tokens,
        }),
    };
  },
};
