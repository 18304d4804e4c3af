import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { FACT_COLUMNS, factRows } from '../facts/table.ts';
import { roundHalfEven } from '../standards/rounding.ts';
import type { Assessment, Data, Edition, Figure, Finding } from '../types.ts';
import { cityMeasuresCsv } from './city-measures-csv.ts';
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
const RANKING = ['cohort', 'year', 'rank', 'city_code', 'city_en', 'city_zh', 'composite_index', 'note'];
const FINDING = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];

/** City statistics of all years from the baseline to the one assessed. */
export function cityYearCsv({ cities, cityYears }: Data, { year, baselineYear }: Edition): string {
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

/** What the notes of a ranking say, by their key. */
const RANKED_BY: Readonly<Record<string, string>> = {
  'by-composite': 'by composite index',
  'by-pm25': 'by annual mean of PM2.5',
  'by-pm25-no-composite': 'by annual mean of PM2.5; no composite index, because CO P95 or ozone P90 is missing',
};

/** The ranking of each cohort and year; the note says by what it was made, and of how many of the cohort's cities. */
export function rankingCsv({ cities, scopes }: Data, { rankings }: Assessment): string {
  const byCode = new Map(cities.map((city) => [city.code, city]));
  const sizes = new Map(scopes.map(({ id, members }) => [id, members.length]));
  const cleanest = rankings.filter(({ list }) => list === 'cleanest');
  const ranked = new Map<string, number>();
  for (const { cohort, year } of cleanest) ranked.set(`${cohort} ${year}`, (ranked.get(`${cohort} ${year}`) ?? 0) + 1);
  return csv(
    RANKING,
    cleanest.map(({ cohort, year, rank, code, composite, note }) => {
      const city = byCode.get(code);
      const share = `${ranked.get(`${cohort} ${year}`)} of ${sizes.get(cohort)} cities ranked`;
      const index = composite === null ? null : roundHalfEven(composite, 2);
      const said = `${RANKED_BY[note] ?? note}; ${share}`;
      return [cohort, year, rank, code, city?.short.en ?? '', city?.short.zh ?? '', index, said];
    }),
  );
}

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
  },
): void {
  const { data, edition, assessment, figures, findings } = pack;
  const write = (file: string, text: string) => writeFileSync(path.join(dir, file), text);
  write('facts.csv', csv(FACT_COLUMNS, factRows(assessment.facts, data)));
  write('city-year.csv', cityYearCsv(data, edition));
  write('city-measures.csv', cityMeasuresCsv(data, edition));
  write('ranking.csv', rankingCsv(data, assessment));
  write('robustness.csv', robustnessCsv(assessment));
  write('twins.csv', twinsCsv(data, assessment));
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
