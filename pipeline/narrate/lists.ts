import { firstPlaces, lastPlaces, pm25Places } from '../assess/places.ts';
import { fail } from '../errors.ts';
import { direction, printedNumber } from '../facts/format.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact } from '../types.ts';
import { type Context, settle } from './context.ts';
import { factNumber, signedNumber } from './number-helpers.ts';
import { escapeHtml } from './typography.ts';

/** The name of a cohort, region, province or city. Errors: unknown-scope (exit 1). */
export function nameOf(id: string, context: Context): string {
  return (
    context.names.get(id)?.[context.language] ??
    fail('unknown-scope', `There is no cohort, province or city ${id}.`, 'See scopes.csv, provinces.csv, cities.csv.')
  );
}

const isChange = ({ period }: Fact) => period.includes('-vs-') || period.includes('-minus-');

/** "Haikou (18), Lhasa (20) and Sanya (21)": names with the number that places them; changes carry their sign. */
function listed(
  items: readonly Readonly<{ code: string; fact: Fact }>[],
  context: Context,
  name: (code: string) => string = (code) => nameOf(code, context),
): string {
  const { strings } = context;
  const parts = items.map(({ code, fact }) => {
    context.cited.facts.add(fact.id);
    const number = isChange(fact)
      ? signedNumber(fact, context) + (fact.unit === '%' ? '%' : '')
      : factNumber(fact, context);
    return strings
      .get('list.item')
      .replace('{name}', escapeHtml(name(code)))
      .replace('{value}', number);
  });
  const last = parts.pop() ?? '';
  return parts.length ? parts.join(strings.get('list.comma')) + strings.get('list.and') + last : last;
}

/**
 * The first `count` places of a ranking (the last ones when count is negative), each with its value; those that share the last of them
 * are taken in. Errors: unknown-list.
 */
export function cityList(list: string, count: number, cohort: string, context: Context): string {
  const { assessment, edition, facts } = context;
  const rows =
    list === 'cleanest-pm25'
      ? pm25Places(assessment.rankings, settle(cohort, edition), edition.year)
      : assessment.rankings.filter(
          (row) =>
            row.list === settle(list, edition) && row.cohort === settle(cohort, edition) && row.year === edition.year,
        );
  if (rows.length === 0) {
    const known = [...new Set(assessment.rankings.map((row) => row.list))];
    const remedy = known.length
      ? `Known: ${known.join(', ')}.`
      : 'No cities are ranked this year: leave the sentence out.';
    fail('unknown-list', `There is no ranking ${list} of ${cohort} in ${edition.year}.`, remedy);
  }
  const chosen = count < 0 ? lastPlaces(rows, -count) : firstPlaces(rows, count);
  return listed(
    chosen.map(({ code, fact }) => ({ code, fact: facts.get(fact) })),
    context,
  );
}

export const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** What a word stands for: `months`, `regions` of the edition, `provinces`, or the members of a cohort. */
export function groupOf(word: string, { data, edition }: Pick<Context, 'data' | 'edition'>): readonly string[] {
  if (word === 'months') return MONTHS;
  if (word === 'regions') return edition.scopes.regions;
  if (word === 'provinces') return data.provinces.map(({ code }) => code);
  const id = settle(word, edition);
  const scope = data.scopes.find((one) => one.id === id);
  return scope?.members.length
    ? scope.members
    : fail(
        'unknown-group',
        `There is no group ${word}.`,
        'Known: months, regions, provinces, and cohorts with members.',
      );
}

/**
 * The members of a group in the order of one number, highest first (`first="lowest"` turns it round), `*` in the id standing
 * for the member: `{{ordered "provinces" "computed.*.pm25.annual-mean.@Y" count=3}}`. Members that print alike stand in the order
 * of their codes. Members without a number are left out, those printed equal to the last one are taken in. `way="down"` keeps
 * falls only, `way="up"` rises. Errors: empty-list.
 */
export function orderedList(
  [group = '', pattern = '']: readonly string[],
  hash: Readonly<Record<string, unknown>>,
  context: Context,
): string {
  const { edition, facts } = context;
  const sign = hash.first === 'lowest' ? 1 : -1;
  const items = groupOf(group, context)
    .flatMap((code) => {
      const fact = facts.find(settle(pattern.replace('*', code), edition));
      if (!fact || fact.value === null || (hash.way && direction(fact) !== hash.way)) return [];
      return [{ code, fact, value: roundedNumber(fact.value, fact.decimals) }];
    })
    .sort((a, b) => sign * (a.value - b.value) || (a.code < b.code ? -1 : 1));
  if (items.length === 0) fail('empty-list', `No member of ${group} has ${pattern}.`, 'Put {{#has}} around it.');
  const count = Number(hash.count ?? items.length);
  const last = items[count - 1];
  const chosen = items.filter(
    ({ fact }, i) => i < count || (last !== undefined && printedNumber(fact) === printedNumber(last.fact)),
  );
  return group === 'months'
    ? listed(chosen, context, (month) => context.strings.get(`month.${Number(month)}`))
    : listed(chosen, context);
}
