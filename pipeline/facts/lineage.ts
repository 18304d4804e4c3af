import { withDerivedMonths, withDerivedYears } from '../assess/derived.ts';
import { monthsOf } from '../assess/reconcile/period.ts';
import { panels } from '../assess/scopes.ts';
import { CityValues } from '../assess/values.ts';
import { type Basis, type Data, type Fact, ORIGINS } from '../types.ts';

/**
 * What a fact may name as an input, in one syntax (types/fact.ts):
 *
 *     computed.CN-338.pm25.annual-mean.2018          another fact
 *     city-year:CN-338:pm25:annual-mean:2018         a city's row, or those of a panel's cities that have a value
 *     city-year:CN-338:pm25:annual-mean:2018:2017    of these, the cities that have a value in 2017 as well
 *     city-month:CN-338:pm25:mean:2018-01            the same of a month
 *     city-month:CN-338:pm25:mean:2017-10..2018-03   of several months: the cities that have a value in every one
 *     city-month:CN-338:pm25:mean:2018-01:2017-01    of these, the cities that have one in the other month or months as well
 *     policies/targets.csv                           a table of data/
 *     policies/targets.csv:cn-2013-action-plan-t01   a row of it by its first column, or one column of all rows
 */
type FactInput =
  | Readonly<{ kind: 'fact'; id: string }>
  | Readonly<{
      kind: 'city-year';
      scope: string;
      subject: string;
      statistic: string;
      year: number;
      /** The year in which the cities must have a value as well; null: no such condition. */
      also: number | null;
    }>
  | Readonly<{
      kind: 'city-month';
      scope: string;
      subject: string;
      statistic: string;
      months: readonly string[];
      /** The months in which the cities must have a value as well; empty: no such condition. */
      also: readonly string[];
    }>
  | Readonly<{ kind: 'table'; file: string; key: string | null }>;

const FACT = new RegExp(`^(?:${ORIGINS.join('|')})\\..+`);
const CITY_YEAR = /^city-year:([^:]+):([^:]+):([^:]+):(\d{4})(?::(\d{4}))?$/;
const CITY_MONTH = /^city-month:([^:]+):([^:]+):([^:]+):([^:]+)(?::([^:]+))?$/;
const TABLE = /^([a-z0-9/-]+\.csv)(?::(.+))?$/;

/** Reads an input; null where it follows no form. */
export function parseInput(input: string): FactInput | null {
  if (FACT.test(input)) return { kind: 'fact', id: input };
  const [, scope = '', subject = '', statistic = '', year, also] = CITY_YEAR.exec(input) ?? [];
  if (year)
    return { kind: 'city-year', scope, subject, statistic, year: Number(year), also: also ? Number(also) : null };
  const [, panel = '', what = '', how = '', span, other] = CITY_MONTH.exec(input) ?? [];
  if (span) {
    const [months, alike] = [monthsOf(span), other === undefined ? [] : monthsOf(other)];
    if (months.length === 0 || (other !== undefined && alike.length === 0)) return null;
    return { kind: 'city-month', scope: panel, subject: what, statistic: how, months, also: alike };
  }
  const [, file, key = null] = TABLE.exec(input) ?? [];
  return file ? { kind: 'table', file, key } : null;
}

/** What stands behind an input. */
export type Resolved = Readonly<{
  input: FactInput;
  /** The states of the air its values refer to; empty for tables, and for counts of things that have none. */
  bases: readonly Basis[];
  /** The city or panel it speaks of; null for tables. */
  scope: string | null;
  /** The cities that have a value, also those behind a fact with one input; null for tables and other facts. */
  cities: ReadonlySet<string> | null;
  /** How many cities the panel has; null for facts and tables. */
  of: number | null;
  /** The fact, where it is one. */
  fact: Fact | null;
}>;

/** Tables of data/: their columns, and the values of the first one. */
export type Tables = ReadonlyMap<string, Readonly<{ columns: readonly string[]; keys: ReadonlySet<string> }>>;

type OfData = Exclude<FactInput, { kind: 'fact' }>;

/** What stands behind inputs that are no facts: rows of cities and tables. The same for every edition. */
export class Rows {
  readonly #years: CityValues;
  readonly #months: ReadonlyMap<string, ReadonlyMap<string, Basis>>;
  readonly #codes: ReadonlyMap<string, readonly string[]>;
  readonly #tables: Tables;
  readonly #found = new Map<string, Resolved | null>();

  constructor(data: Data, tables: Tables) {
    this.#years = new CityValues(withDerivedYears(data.cityYears));
    this.#months = basesByMonth(data);
    this.#codes = new Map([
      ...data.cities.map(({ code }) => [code, [code]] as const),
      ...panels(data).map(({ id, codes }) => [id, codes] as const),
    ]);
    this.#tables = tables;
  }

  /** Null where nothing stands behind the input, or it follows no form. */
  resolve(text: string): Resolved | null {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const input = parseInput(text);
    const found = input && input.kind !== 'fact' ? this.#find(input) : null;
    this.#found.set(text, found);
    return found;
  }

  #find(input: OfData): Resolved | null {
    if (input.kind === 'table') {
      const table = this.#tables.get(input.file);
      const there = table && (input.key === null || table.columns.includes(input.key) || table.keys.has(input.key));
      return there ? { input, bases: [], scope: null, cities: null, of: null, fact: null } : null;
    }
    const codes = this.#codes.get(input.scope);
    if (!codes) return null;
    const basesIn = input.kind === 'city-year' ? this.#ofYear(input) : this.#ofMonths(input);
    const rows = codes.map((code) => ({ code, bases: basesIn(code) })).filter(({ bases }) => bases.length > 0);
    if (rows.length === 0) return null;
    const bases = [...new Set(rows.flatMap((row) => row.bases))];
    const cities = new Set(rows.map(({ code }) => code));
    return { input, bases, scope: input.scope, cities, of: codes.length, fact: null };
  }

  /** A city's own row counts even when its value is null: the fact it makes says so. */
  #ofYear({ scope, subject, statistic, year, also }: OfData & { kind: 'city-year' }) {
    return (code: string): readonly Basis[] => {
      const row = this.#years.get(code, subject, statistic, year);
      if (!row || (row.value === null && code !== scope)) return [];
      const other = also === null ? row : this.#years.get(code, subject, statistic, also);
      return other && (also === null || other.value !== null) ? [row.basis] : [];
    };
  }

  #ofMonths({ subject, statistic, months, also }: OfData & { kind: 'city-month' }) {
    const columns = (of: readonly string[]) => of.map((month) => this.#months.get(`${subject}.${statistic}.${month}`));
    const [own, others] = [columns(months), columns(also)];
    return (code: string): readonly Basis[] => {
      const bases = own.map((rows) => rows?.get(code)).filter((basis) => basis !== undefined);
      const complete = bases.length === own.length && others.every((rows) => rows?.has(code));
      return complete ? bases : [];
    };
  }
}

/** Finds what stands behind the inputs of an edition's facts. */
export class Lineage {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #rows: Rows;

  constructor(facts: readonly Fact[], rows: Rows) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.#rows = rows;
  }

  /** Null where nothing does. */
  resolve(input: string): Resolved | null {
    const fact = this.#facts.get(input);
    if (!fact) return this.#rows.resolve(input);
    const [first, ...others] = fact.inputs;
    const cities = first !== undefined && others.length === 0 ? (this.#rows.resolve(first)?.cities ?? null) : null;
    const { id, scope } = fact;
    return { input: { kind: 'fact', id }, bases: this.#basesOf(fact), scope, cities, of: null, fact };
  }

  /** The fact's own state of the air; where it has none, all that stand behind it. */
  #basesOf({ basis, inputs }: Fact): readonly Basis[] {
    if (basis !== null) return [basis];
    return [...new Set(inputs.flatMap((input) => this.resolve(input)?.bases ?? []))];
  }
}

function basesByMonth(data: Data): ReadonlyMap<string, ReadonlyMap<string, Basis>> {
  const months = new Map<string, Map<string, Basis>>();
  for (const { subject, statistic, month, code, value, basis } of withDerivedMonths(data.cityMonths)) {
    if (value === null) continue;
    const key = `${subject}.${statistic}.${month}`;
    const cities = months.get(key) ?? new Map<string, Basis>();
    months.set(key, cities.set(code, basis));
  }
  return months;
}
