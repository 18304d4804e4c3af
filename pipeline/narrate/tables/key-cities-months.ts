import { firstPlaces, lastPlaces } from '../../assess/places.ts';
import { type Bilingual, LANGUAGES, type RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

const PLACES = 3;

/** The names of cities in both languages, in one cell. */
function namesOf(rows: readonly RankRow[], { names, strings }: Context): Bilingual {
  const of = (language: 'en' | 'zh') =>
    rows.map(({ code }) => names.get(code)?.[language] ?? code).join(strings.get('list.comma'));
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Bilingual;
}

/** The twelve months of the key cities: the three with the lowest and the three with the highest composite index, with the ends. */
export const keyCitiesMonths: TableBuilder = (context) => {
  const { assessment, edition, strings } = context;
  const months = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) => {
    const period = `${edition.year}-${String(month).padStart(2, '0')}`;
    const rows = assessment.rankings.filter(
      ({ list, cohort }) => list === `cleanest-${period}` && cohort === edition.scopes.key,
    );
    const [best, worst] = [firstPlaces(rows, PLACES), lastPlaces(rows, PLACES)];
    const [first, last] = [best[0], worst[0]];
    return first && last ? [{ month, best, worst, first, last }] : [];
  });
  return settled(context, {
    columns: [
      { key: 'month' },
      { key: 'cleanest-three' },
      { key: 'lowest-index', numeric: true },
      { key: 'most-polluted-three' },
      { key: 'highest-index', numeric: true },
    ],
    rows: months.map(({ month, best, worst, first, last }) => ({
      head: { text: strings.get(`month.${month}`) },
      cells: [
        { text: namesOf(best, context) },
        { fact: first.fact },
        { text: namesOf(worst, context) },
        { fact: last.fact },
      ],
    })),
    notes: ['months-index', 'months-ties', ...computedNotes(context)],
    className: 'compact',
  });
};
