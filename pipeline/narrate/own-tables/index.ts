import { near } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { TableBuilder } from '../table.ts';
import { templateError } from '../template-error.ts';
import { factTable } from './facts.ts';
import { type Fault, factTableFaults } from './faults.ts';
import { type OwnTable, placeOf, readOwnTables } from './read.ts';
import { ownTargetTable, recordFaults, recordTable } from './records.ts';
import { type Texts, textsOf } from './texts.ts';

function builderOf({ id, spec }: OwnTable, texts: Texts): TableBuilder {
  if ('records' in spec) return (context) => recordTable(id, spec, context);
  if ('targets' in spec) return (context) => ownTargetTable(id, spec, context);
  return (context) => factTable(id, spec, texts, context);
}

function faultsOf({ id, spec }: OwnTable, context: Context): Fault[] {
  const wrong = 'rows' in spec ? factTableFaults(id, spec, context) : recordFaults(spec, context);
  const notes = spec.notes.flatMap((note, at): Fault[] => {
    if (typeof note !== 'string' || context.strings.has(`note.${note}`)) return [];
    const known = context.strings.keys().filter((key) => key.startsWith('note.'));
    return [
      {
        ...{ at: ['notes', at], rule: 'unknown-string', message: `There is no text note.${note}.` },
        remedy: near(`note.${note}`, known),
      },
    ];
  });
  return [...wrong, ...notes];
}

/**
 * A context with the tables of the edition's own folder: templates set them by their ids as they do the standard ones, whose place
 * they take where an id is the same. What is wrong with them becomes findings.
 */
export function withOwnTables(templatesDir: string, context: Context): Context {
  const { language, edition, findings } = context;
  const { tables, findings: unread } = readOwnTables(templatesDir, edition.folder);
  findings.push(...unread);
  const read = tables.map((table) => ({ table, texts: textsOf(table, language) }));
  const made: Context = {
    ...context,
    strings: context.strings.with(read.flatMap(({ texts }) => [...texts])),
    ownTables: new Map(read.map(({ table, texts }) => [table.id, builderOf(table, texts)])),
  };
  for (const { table } of read) {
    for (const { at, rule, message, remedy } of faultsOf(table, made)) {
      findings.push(templateError(placeOf(table, ...at), rule, message, remedy));
    }
  }
  return made;
}
