import type { Source } from '../../types.ts';
import type { Context } from '../context.ts';
import { recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

const KINDS = ['archives', 'standards', 'figures', 'policies', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** What a source is used for, the first that fits: measurements, limits and indices, published figures, policies. */
function kindsOf(context: Context): (source: Source) => Kind {
  const { data } = context;
  const archives = new Set(data.cityYears.map(({ source }) => source));
  const standards = new Set(
    [...data.limits, ...data.rankingRules, ...data.guidelines, ...data.basisBreaks].map(({ source }) => source),
  );
  const figures = new Set(data.published.flatMap(({ sources }) => sources));
  const policies = new Set([...data.policies, ...data.targets, ...data.outcomes].flatMap(({ sources }) => sources));
  return ({ id }) =>
    archives.has(id)
      ? 'archives'
      : standards.has(id)
        ? 'standards'
        : figures.has(id)
          ? 'figures'
          : policies.has(id)
            ? 'policies'
            : 'other';
}

/** An address as people read it: Chinese names as such, not as codes. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const isAddress = (where: string): boolean => /^(https?:\/\/|[\w-]+(\.[\w-]+)+$)/.test(where);

/** Titles listed in one record are set apart as in Chinese text. */
const inChinese = (title: string): string => title.replaceAll('; ', '；');

/** What is known of a place without an address is recorded in English; elsewhere it is only said to have none. */
const unrecorded = (where: string, { language, strings }: Context): string =>
  language === 'en' ? where : strings.get('sources.address-unknown');

/**
 * Every source of what the report prints: of the facts, figures and tables it cites, of the records it names and, where it sets the annex of all
 * records, of those.
 */
export const sourcesAll: TableBuilder = (context) => {
  const { cited, data, facts, strings } = context;
  const used = new Set([
    ...cited.sources,
    ...[...cited.facts].flatMap((id) => facts.find(id)?.sources ?? []),
    ...sourcesOf(recordsToDate(context).filter(({ id }) => cited.tables.has('policies-all') || cited.policies.has(id))),
  ]);
  const sources = data.sources.filter(({ id }) => used.has(id));
  if (sources.length === 0) return null;
  const kindOf = kindsOf(context);
  return {
    columns: [{ key: 'publisher' }, { key: 'source-title' }, { key: 'address' }],
    rows: KINDS.flatMap((kind) => {
      const own = sources.filter((source) => kindOf(source) === kind);
      if (own.length === 0) return [];
      return [
        { group: strings.get(`sources.${kind}`) },
        ...own.map(({ id, publisher, title, where, addressPrinted }) => ({
          head: { text: publisher },
          cells: [
            { text: { ...title, zh: inChinese(title.zh) } },
            addressPrinted && where
              ? { text: isAddress(where) ? readable(where) : unrecorded(where, context), className: 'address' }
              : { text: strings.get('sources.no-address') },
          ],
          anchor: `source-${id}`,
        })),
      ];
    }),
    sources: [],
    className: 'records compact sources',
  };
};
