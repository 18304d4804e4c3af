import { nearest } from '../../errors.ts';
import type { Data } from '../../types.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

/** Which sources each table names. */
const namedBy = (data: Data): Readonly<Record<string, readonly string[]>> => ({
  'air/city-year.csv': data.cityYears.map(({ source }) => source),
  'air/city-month.csv': data.cityMonths.map(({ source }) => source),
  'air/published.csv': data.published.flatMap(({ sources }) => sources),
  'policies/policies.csv': data.policies.flatMap(({ sources }) => sources),
  'policies/targets.csv': data.targets.flatMap(({ sources, officialResult }) => [
    ...sources,
    ...(officialResult?.sources ?? []),
  ]),
  'policies/outcomes.csv': data.outcomes.flatMap(({ sources }) => sources),
  'standards/limits.csv': data.limits.map(({ source }) => source),
  'standards/assessment-rules.csv': data.assessmentRules.flatMap(({ source }) => source ?? []),
  'standards/ranking-rules.csv': data.rankingRules.flatMap(({ source }) => source ?? []),
  'standards/who-guidelines.csv': data.guidelines.map(({ source }) => source),
  'standards/basis-breaks.csv': data.basisBreaks.map(({ source }) => source),
});

/** Sources that a table names and that are not in sources.csv (error), and sources that nothing names (note). */
export const sources: Rule = (data) => {
  const known = new Set(data.sources.map(({ id }) => id));
  const tables = Object.entries(namedBy(data)).map(([file, ids]) => ({
    file,
    ids: [...new Set(ids)].filter((id) => id !== ''),
  }));
  const unknown = tables.flatMap(({ file, ids }) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) =>
        reporting('source-unknown', file)(
          'error',
          null,
          `Source “${id}” is not in sources.csv.`,
          `Add it, or correct it; the nearest are ${nearest(id, known).join(', ')}.`,
        ),
      ),
  );
  const named = new Set(tables.flatMap(({ ids }) => ids));
  const unused = [...known].filter((id) => !named.has(id));
  if (unused.length === 0) return unknown;
  const some = unused.slice(0, 12).join(', ');
  return [
    ...unknown,
    reporting('sources-unused', 'sources.csv')(
      'note',
      null,
      `${unused.length} sources are named by no figure, policy or target: ${some}${unused.length > 12 ? ' …' : ''}.`,
      'Take them out, or name them where they belong.',
    ),
  ];
};
