import { stringify } from 'csv-stringify/sync';
import type { Assessment } from '../types.ts';

const COLUMNS = ['kind', 'id', 'printed', 'printed_value', 'choice', 'fact', 'value', 'holds', 'reason'];

/** Every statement and verdict under every choice, by the facts of facts.csv; `holds` is empty where that cannot be told. */
export function robustnessCsv({ robustness, facts }: Pick<Assessment, 'robustness' | 'facts'>): string {
  const values = new Map(facts.map(({ id, value }) => [id, value]));
  return stringify([
    COLUMNS,
    ...robustness.map(({ kind, id, printed, choice, fact, holds, reason }) => [
      kind,
      id,
      printed,
      values.get(printed) ?? null,
      choice,
      fact,
      fact === null ? null : (values.get(fact) ?? null),
      holds === null ? null : holds ? 'yes' : 'no',
      reason,
    ]),
  ]);
}
