import { spearmanVerdict } from '../../standards/spearman.ts';
import { POLLUTANTS, type Pollutant } from '../../types.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { regionsInUse } from '../table-cells.ts';
import { trendOf } from '../trend-of.ts';

const KEY74 = 'KEY74';

type Asked = Readonly<{ origin: 'published' | 'computed'; scope: string; subject: Pollutant }>;

function row(context: Context, { origin, scope, subject }: Asked) {
  const { facts, strings, names, language } = context;
  const slope = trendOf(facts, origin, scope, subject);
  if (!slope) return [];
  const other = (statistic: string) => slope.id.replace('.trend-slope.', `.trend-${statistic}.`);
  const r = facts.find(other('spearman'))?.value ?? null;
  const verdict = spearmanVerdict(r, slope.n ?? 0);
  const name = strings
    .get('list.scope-pollutant')
    .replace('{scope}', names.get(scope)?.[language] ?? scope)
    .replace('{pollutant}', strings.get(`pollutant.${subject}`));
  return [
    {
      head: { text: name },
      cells: [
        { text: slope.period.replace('..', strings.get('list.span')) },
        { fact: slope.id, form: 'n' as const },
        {
          fact: slope.id,
          form: 'signed' as const,
          range: [other('slope-low'), other('slope-high')] as const,
          bare: true,
        },
        { fact: other('percent'), form: 'signed' as const, bare: true },
        { fact: other('p'), bare: true },
        { text: strings.get(`trend.${verdict}`) },
      ],
    },
  ];
}

/**
 * The trends of the nation, the 74 key cities and the regions: published series of four years and more, then computed ones over the
 * same cities, each with slope, interval, p of Mann and Kendall, and the verdict of HJ 663-2013 annex B. Null when no series is long enough.
 */
export const trends: TableBuilder = (context) => {
  const { strings, edition } = context;
  const { nation } = edition.scopes;
  // The 338 cities are the nation of the years to 2018, whose series stands beside that of the year assessed.
  const nations = [...new Set([KEY74, 'CN-338', nation])];
  const regions = regionsInUse(context);
  const rowsOf = (origin: Asked['origin'], asked: readonly Omit<Asked, 'origin'>[]) =>
    asked.flatMap((one) => row(context, { origin, ...one }));
  const published = rowsOf('published', [
    ...nations.flatMap((scope) => POLLUTANTS.map((subject) => ({ scope, subject }))),
    ...[...new Set([...regions, 'YRD25'])].map((scope) => ({ scope, subject: 'pm25' as const })),
  ]);
  const computed = rowsOf('computed', [
    ...[nation, 'CAP31'].flatMap((scope) => POLLUTANTS.map((subject) => ({ scope, subject }))),
    ...regions.map((scope) => ({ scope, subject: 'pm25' as const })),
  ]);
  const crosses = [...published, ...computed].some(({ cells }) => /201[78]$/.test(String(cells[0]?.text)));
  return settled(context, {
    columns: [
      { key: 'scope-or-city' },
      { key: 'trend-span' },
      { key: 'trend-years', numeric: true },
      { key: 'trend-slope', numeric: true },
      { key: 'trend-percent', unit: '%', numeric: true },
      { key: 'trend-p', numeric: true },
      { key: 'trend-verdict' },
    ],
    rows: [
      { group: strings.get('group.trend-published') },
      ...published,
      { group: strings.get('group.trend-computed') },
      ...computed,
    ],
    notes: ['trend-interval', 'trend-verdict', 'units-co', ...(crosses ? ['trend-archives', 'trend-dust'] : [])],
    className: 'compact',
  });
};
