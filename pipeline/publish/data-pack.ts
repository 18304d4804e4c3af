import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { FACT_COLUMNS, factRows } from '../facts/table.ts';
import type { Claim } from '../narrate/claims/claim.ts';
import type { Assessment, Data, Edition, Figure, Finding } from '../types.ts';
import { cityMeasuresCsv } from './city-measures-csv.ts';
import { claimsCsv } from './claims-csv.ts';
import { moreRankingRows, RANKING, rankingRows } from './ranking-csv.ts';
import { robustnessCsv } from './robustness-csv.ts';
import { twinsCsv } from './twins-csv.ts';

const csv = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([[...columns], ...rows.map((row) => [...row])]);

const CITY_YEAR = [
  'city_code',
  'city_en',
  'city_zh',
  'year',
  'pollutant',
  'statistic',
  'value',
  'capture',
  'basis',
  'method',
  'source',
];
const FINDING = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];

/** City statistics of all years from the baseline to the one assessed. */
function cityYearCsv({ cities, cityYears }: Data, { year, baselineYear }: Edition): string {
  const byCode = new Map(cities.map((city) => [city.code, city]));
  const rows = cityYears.filter((row) => row.year >= baselineYear && row.year <= year);
  return csv(
    CITY_YEAR,
    rows.map((row) => {
      const city = byCode.get(row.code);
      return [
        row.code,
        city?.short.en ?? '',
        city?.short.zh ?? '',
        row.year,
        row.subject,
        row.statistic,
        row.value,
        row.capture,
        row.basis,
        row.method,
        row.source,
      ];
    }),
  );
}

/** ranking.csv: the ranking of each cohort and year; see ranking-csv.ts. */
export const rankingCsv = (data: Data, assessment: Pick<Assessment, 'rankings' | 'facts'>): string =>
  csv(RANKING, rankingRows(data, assessment));

export function findingsCsv(findings: readonly Finding[]): string {
  return csv(
    FINDING,
    findings.map(({ severity, rule, file, row, message, remedy }) => [severity, rule, file, row, message, remedy]),
  );
}

const RECONCILIATION = [
  ...['id', 'published_row', 'kind', 'scope', 'pollutant', 'statistic', 'period', 'computed', 'published'],
  ...['difference', 'difference_pct', 'unit', 'close', 'same_rule', 'second_twin', 'reasons', 'sources'],
];

/**
 * Every published figure beside its computed twin, unrounded; `id` is that of the difference, `published_row` the row of
 * air/published.csv, and a `second_twin` is the computed figure with sand-dust of one that leaves it out.
 */
export function reconciliationCsv({ facts, reconciliation }: Pick<Assessment, 'facts' | 'reconciliation'>): string {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const value = (id: string | null) => (id === null ? null : (byId.get(id)?.value ?? null));
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return csv(
    RECONCILIATION,
    reconciliation.flatMap((row) => {
      const [published, computed] = [byId.get(row.published), byId.get(row.computed)];
      if (!published || !computed) return [];
      return [
        [
          ...[row.difference, row.at, row.kind, published.scope, published.subject, computed.statistic],
          ...[published.period, computed.value, published.value, value(row.difference), value(row.relative)],
          ...[published.unit, yes(row.close), yes(row.alike), yes(row.second), row.reasons.join('|')],
          [...new Set([...computed.sources, ...published.sources])].join('|'),
        ],
      ];
    }),
  );
}

/** Writes the tables and figures of the contract into an edition's folder. */
export function writeDataPack(
  dir: string,
  pack: {
    data: Data;
    edition: Edition;
    assessment: Assessment;
    figures: readonly Figure[];
    findings: readonly Finding[];
    claims: readonly Claim[];
  },
): void {
  const { data, edition, assessment, figures, findings, claims } = pack;
  const write = (file: string, text: string) => writeFileSync(path.join(dir, file), text);
  write('facts.csv', csv(FACT_COLUMNS, factRows(assessment.facts, data)));
  write('city-year.csv', cityYearCsv(data, edition));
  write('city-measures.csv', cityMeasuresCsv(data, edition));
  write('ranking.csv', rankingCsv(data, assessment));
  write('rankings-more.csv', csv(RANKING, moreRankingRows(data, assessment)));
  write('robustness.csv', robustnessCsv(assessment));
  write('twins.csv', twinsCsv(data, assessment));
  write('claims.csv', claimsCsv(claims));
  write('findings.csv', findingsCsv(findings));
  write('reconciliation.csv', reconciliationCsv(assessment));
  mkdirSync(path.join(dir, 'figures'), { recursive: true });
  for (const figure of figures) {
    const columns = Object.keys(figure.rows[0] ?? {});
    write(
      `figures/${figure.id}.csv`,
      csv(
        columns,
        figure.rows.map((row) => columns.map((column) => row[column] ?? null)),
      ),
    );
    // The contract's <id>.svg is the English drawing, or the only one there is; other languages stand beside it.
    const [first] = Object.entries(figure.svg);
    write(`figures/${figure.id}.svg`, figure.svg.en ?? first?.[1] ?? '');
    if (figure.svg.zh && figure.svg.en) write(`figures/${figure.id}.zh.svg`, figure.svg.zh);
  }
}
