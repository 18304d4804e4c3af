import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from '../../edition-files.ts';
import { JsonFault, type JsonText, lineOf, readJson } from '../../json-text.ts';
import type { Finding } from '../../types.ts';
import { templateError } from '../template-error.ts';
import { allowedAt, FactTable, RecordTable, type TableSpec, TargetTable } from './spec.ts';

/** An own table as written, with the place of everything in it. */
export type OwnTable = Readonly<{ id: string; file: string; json: JsonText; spec: TableSpec }>;

/** Where a part of the table is written. */
export const placeOf = ({ file, json }: Pick<OwnTable, 'file' | 'json'>, ...at: readonly PropertyKey[]) => ({
  file,
  line: lineOf(json, at),
});

const schemaOf = (value: unknown) => {
  const has = (key: string) => typeof value === 'object' && value !== null && key in value;
  return has('records') ? RecordTable : has('targets') ? TargetTable : FactTable;
};

function readOne(id: string, file: string, text: string): OwnTable | readonly Finding[] {
  let json: JsonText;
  try {
    json = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [templateError({ file, line: error.line }, 'bad-table', error.message, 'Write valid JSON.')];
  }
  const found = schemaOf(json.value).safeParse(json.value);
  const twice = json.doubled.map(({ path: key, line }) =>
    templateError({ file, line }, 'bad-table', `${key} stands twice.`, 'Keep one of the two.'),
  );
  const wrong = (found.error?.issues ?? []).map((issue) => {
    const at = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const where = issue.path.length ? `${issue.path.join('.')}: ` : '';
    return templateError(
      { file, line: lineOf(json, at) },
      'bad-table',
      where + issue.message,
      allowedAt(json.value, at),
    );
  });
  return found.success && twice.length === 0 ? { id, file, json, spec: found.data } : [...twice, ...wrong];
}

/** The tables of templates/<edition>/tables/*.json, and what is wrong with those that cannot be read. */
export function readOwnTables(
  templatesDir: string,
  edition: string,
): Readonly<{ tables: readonly OwnTable[]; findings: readonly Finding[] }> {
  const read = namesIn(path.join(templatesDir, edition, 'tables'), '.json').map((id) => {
    const file = path.join(edition, 'tables', `${id}.json`);
    return readOne(id, file, readFileSync(path.join(templatesDir, file), 'utf8'));
  });
  return {
    tables: read.flatMap((one) => ('spec' in one ? [one] : [])),
    findings: read.flatMap((one) => ('spec' in one ? [] : one)),
  };
}
