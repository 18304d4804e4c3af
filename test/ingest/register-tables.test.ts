import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from '../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../pipeline/ingest/schema.ts';
import { folder } from '../build.ts';

/** What is found in a shipped table after one word of it was changed everywhere. */
function foundAfter(table: string, from: string, to: string): readonly string[] {
  const schema = readSchemas('data').get(table);
  if (!schema) throw new Error(`no schema of ${table}`);
  const text = readFileSync(path.join('data', table), 'utf8');
  expect(text).toContain(from);
  const dir = folder({ [table]: text.replace(from, to) });
  return readTable(dir, schema).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

test('a target without an indicator, or with one that is none, is found by the schema', () => {
  expect(foundAfter('policies/targets.csv', ',pm10_annual,', ',,')).toEqual([
    'cell: indicator “” is empty, but required.',
  ]);
  expect(foundAfter('policies/targets.csv', ',pm10_annual,', ',pm10_anual,')).toEqual([
    expect.stringMatching(/^cell: indicator “pm10_anual” is not one of .*the nearest: pm10_annual/),
  ]);
});

test('a policy of a sector, level or relation that is none is found by the schema', () => {
  expect(foundAfter('policies/policies.csv', ',planning,', ',plans,')).toEqual([
    expect.stringMatching(/^cell: sectors “plans” does not have the form/),
  ]);
  expect(foundAfter('policies/policies.csv', ',municipal,', ',village,')).toEqual([
    'cell: level “village” is not one of national, regional, provincial, municipal.',
  ]);
  expect(foundAfter('policies/policies.csv', ',implements,', ',follows,')).toEqual([
    'cell: relation “follows” is not one of implements, amends, supersedes.',
  ]);
});
