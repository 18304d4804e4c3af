import { ChinaAirError } from '../../errors.ts';
import { type Context, settle } from '../context.ts';
import { columnsOf, factIdOf, factOf, type Heading, type Line, linesOf, type Printed } from './facts.ts';
import { isKnown } from './items.ts';
import type { FactTable } from './spec.ts';

/** A fault of a table of facts, with the path in its file at which it stands. */
export type Fault = Readonly<{ at: readonly PropertyKey[]; rule: string; message: string; remedy: string }>;

/** Names that are not known, and facts that nothing stands behind: each is told once, before the table is set anywhere. */
export function factTableFaults(id: string, spec: FactTable, context: Context): Fault[] {
  const guarded = <T>(at: readonly PropertyKey[], work: () => T, otherwise: T, faults: Fault[]): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ChinaAirError)) throw error;
      faults.push({ at, rule: error.code, message: error.message, remedy: error.remedy });
      return otherwise;
    }
  };
  const faults: Fault[] = [];
  const lines = guarded<readonly (Line | Heading)[]>(['rows'], () => linesOf(spec, id, context), [], faults).flatMap(
    (line) => ('group' in line ? [] : [line]),
  );
  const columns = guarded<readonly Printed[]>(['columns'], () => columnsOf(spec, context), [], faults);
  for (const { item, at } of lines) {
    if (item === null || isKnown(item, context)) continue;
    const message = `There is no place, year or pollutant ${item}.`;
    faults.push({
      at: ['rows', at],
      rule: 'unknown-scope',
      message,
      remedy: 'See scopes.csv, provinces.csv, cities.csv.',
    });
  }
  if (spec.order && spec.order.column > columns.length) {
    const message = `There is no column ${spec.order.column} to order by.`;
    faults.push({ at: ['order', 'column'], rule: 'bad-table', message, remedy: `Give 1 to ${columns.length}.` });
  }
  const patterned = lines.filter(({ facts }) => facts === null);
  for (const [at, asked] of spec.columns.entries()) {
    // Of a column for each year some may be empty; all of them empty is a name that is written wrong.
    const own = columns.map((column, number) => ({ column, number })).filter(({ column }) => column.at === at);
    const [line, first] = [patterned[0], own[0]];
    if (asked.fact === undefined || asked.optional || !line || !first) continue;
    if (own.some(({ column, number }) => patterned.some((one) => factOf(one, column, number, context)))) continue;
    const id = settle(factIdOf(line, first.column, first.number) ?? '', context.edition);
    guarded(['columns', at, 'fact'], () => context.facts.get(id), null, faults);
  }
  for (const { facts, at } of lines) {
    for (const [number, fact] of (facts ?? []).entries()) {
      if (fact === null) continue;
      guarded(['rows', at, 'facts', number], () => context.facts.get(settle(fact, context.edition)), null, faults);
    }
  }
  return faults;
}
