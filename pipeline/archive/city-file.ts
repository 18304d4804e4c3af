import { isDate } from '../dates.ts';
import type { Finding } from '../types.ts';
import { type Batch, type CityRecord, EMPTY_TALLY, type ReadContext, type Series, type Span } from './adapter.ts';
import { reporter } from './finding.ts';
import { contradict, reading } from './plausibility.ts';
import { nameOf, rowsOf } from './raw-table.ts';

/** How the file of one city is laid out. */
export type Layout = Readonly<{
  source: string;
  span: Exclude<Span, 'year'>;
  header: boolean;
  columns: number;
  /** The column that names the city; null: only the file's name does. */
  city: number | null;
  date: number;
  values: Readonly<Partial<Record<Series, number>>>;
}>;

/**
 * Reads the file of one city. Faults cost a cell or a row, never the file: each is a finding, and the run goes on. Only a
 * city that nobody knows is an error, because its values would otherwise vanish from every mean.
 */
export function readCityFile(bytes: Uint8Array, path: string, layout: Layout, context: ReadContext): Batch {
  const finding = reporter(layout.source, path);
  const only = (...findings: Finding[]): Batch => ({ records: [], findings, tally: EMPTY_TALLY });
  const rows = rowsOf(bytes);
  const first = layout.header ? 1 : 0;
  const name = layout.city === null ? nameOf(path) : (rows[first]?.[layout.city]?.trim() ?? nameOf(path));
  const city = context.resolve(name);
  if (city.kind === 'unknown') {
    const remedy = `Nearest known names: ${city.nearest.join(', ')}. Add the name to the aliases in cities.csv or to city-not-assessed.csv.`;
    return only(finding('error', 'unknown-city', null, `City “${name}” is not known.`, remedy));
  }
  if (city.kind === 'not-assessed') {
    return only(finding('note', 'not-assessed', null, `“${name}” is left out: ${city.reason}.`, 'Nothing to do.'));
  }
  if (rows.length <= first) {
    return only(finding('note', 'header-only', null, `The file of ${name} holds no data.`, 'Nothing to do.'));
  }

  const { code } = city.city;
  const records: CityRecord[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  let zeros = 0;
  let pm25AbovePm10 = 0;
  let early = 0;
  rows.slice(first).forEach((cells, i) => {
    const row = i + first + 1;
    if (cells.length === 1 && cells[0] === '') return;
    if (cells.length !== layout.columns) {
      const last = row === rows.length ? ' It is the last line: the file may have been cut off.' : '';
      const message = `The row has ${cells.length} cells instead of ${layout.columns} and is left out.${last}`;
      findings.push(finding('warn', 'column-count', row, message, 'Get the file again.'));
      return;
    }
    const date = cells[layout.date]?.trim() ?? '';
    if (!isDate(date) || date.length !== (layout.span === 'day' ? 10 : 7)) {
      findings.push(
        finding('warn', 'bad-date', row, `“${date}” is no ${layout.span}; the row is left out.`, 'Get the file again.'),
      );
      return;
    }
    const earlier = seen.get(date);
    if (earlier !== undefined) {
      const message = `${date} stands already in row ${earlier}; this row is left out.`;
      findings.push(finding('warn', 'duplicate-date', row, message, 'Find out which of the two rows is right.'));
      return;
    }
    seen.set(date, row);
    if (!context.reports(code, date)) {
      early += 1;
      return;
    }
    const values: Partial<Record<Series, number>> = {};
    for (const [series, column] of Object.entries(layout.values) as [Series, number][]) {
      const text = cells[column] ?? '';
      const read = reading(text, series, layout.span);
      if (read.kind === 'value') values[series] = read.value;
      else if (read.kind === 'missing') zeros += read.zero ? 1 : 0;
      else {
        const message = `${name} ${date}: ${series} “${text}” ${read.why}; the value is not used.`;
        findings.push(
          finding('warn', 'implausible', row, message, 'Nothing to do, unless the value is known to be true.'),
        );
      }
    }
    if (values.pm25 !== undefined && values.pm10 !== undefined && values.pm25 > values.pm10) {
      if (contradict(values.pm25, values.pm10)) {
        const message = `${name} ${date}: pm25 ${values.pm25} beside pm10 ${values.pm10} cannot be; neither is used.`;
        findings.push(
          finding('warn', 'pm25-above-pm10', row, message, 'Nothing to do, unless one is known to be true.'),
        );
        delete values.pm25;
        delete values.pm10;
      } else pm25AbovePm10 += 1;
    }
    records.push({ code, date, values });
  });
  if (early > 0) {
    const message = `${early} rows of ${name} are older than its reporting to the national network and are left out.`;
    findings.push(finding('note', 'before-network', null, message, 'Nothing to do; see pipeline/archive/network.ts.'));
  }
  return { records, findings, tally: { zeros, pm25AbovePm10 } };
}

/** Reads files one by one, a batch each. */
export async function* readCityFiles(
  paths: readonly string[],
  layout: Layout,
  context: ReadContext,
): AsyncGenerator<Batch> {
  for (const path of paths) yield readCityFile(await context.bytes(path), path, layout, context);
}
