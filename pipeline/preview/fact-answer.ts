import type { Facts } from '../facts/fact.ts';
import { printed } from '../facts/format.ts';
import { scopeNames } from '../facts/table.ts';
import type { Strings } from '../narrate/strings.ts';
import type { Data, Language } from '../types.ts';
import type { FactAnswer } from './messages.ts';

export type Known = Readonly<{ facts: Facts; data: Data; strings: Strings; language: Language }>;

/** Inputs a card shows; a mean of 338 cities has as many. */
const SHOWN_INPUTS = 12;

/** The first of these texts that is there; else the last word of the key. */
function word(strings: Strings, keys: readonly string[], key: string): string {
  const found = keys.find((each) => strings.has(each));
  return found ? strings.get(found).replace(/\{\{[^}]*\}\}/g, '…') : key;
}

/** What a fact is, for whoever points at its number; null when there is no fact of that name. */
export function factAnswer(id: string, { facts, data, strings, language }: Known): FactAnswer | null {
  const fact = facts.find(id);
  if (!fact) return null;
  const scope = scopeNames(data).get(fact.scope)?.[language] ?? fact.scope;
  const subject = word(strings, [`pollutant.${fact.subject}`, `subject.${fact.subject}`], fact.subject);
  const statistic = word(strings, [`statistic.${fact.statistic}`], fact.statistic);
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  return {
    id: fact.id,
    name: [scope, subject, statistic, fact.period].join(' · '),
    // Ten digits are more than any input has, and leave out the noise of binary fractions.
    value: fact.value === null ? '' : String(Number(fact.value.toPrecision(10))),
    printed: printed(fact, language),
    unit: fact.unit,
    basis: fact.basis,
    n: fact.n,
    of: fact.of,
    method: fact.method,
    reason: fact.reason === null ? null : word(strings, [`reason.${fact.reason}`], fact.reason),
    inputs: fact.inputs.slice(0, SHOWN_INPUTS).map((input) => {
      const other = facts.find(input);
      return { id: input, printed: other ? printed(other, language) : null };
    }),
    more: Math.max(0, fact.inputs.length - SHOWN_INPUTS),
    sources: fact.sources.map((source) => ({
      id: source,
      title: sources.get(source)?.title[language] || sources.get(source)?.publisher[language] || source,
      where: sources.get(source)?.where ?? '',
    })),
    notes: fact.notes.map((note) => word(strings, [`note.${note}`], note)),
  };
}
