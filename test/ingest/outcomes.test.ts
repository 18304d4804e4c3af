import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unitOf } from '../../pipeline/facts/unit-words.ts';
import { parseOutcomes } from '../../pipeline/ingest/outcomes.ts';
import { readTable } from '../../pipeline/ingest/read-table.ts';
import { brokenReferences } from '../../pipeline/ingest/references.ts';
import { readSchemas } from '../../pipeline/ingest/schema.ts';
import { BOUNDS, LANGUAGES, OUTCOME_KINDS, SECTORS } from '../../pipeline/types.ts';
import { folder } from '../build.ts';

const schemas = readSchemas('data');
const TABLE = 'policies/outcomes.csv';
const HEAD = 'id,policy,sector,scope,indicator,name_en,name_zh,period,kind,value,unit,bound,evidence,sources,note\n';
const ROW =
  'cn-fund,cn-plan,economic-policy,CN,fund,Fund,资金,2014,level,10.0,billion yuan,exact,seen,mof,as budgeted\n';

function read(text: string) {
  const schema = schemas.get(TABLE);
  if (!schema) throw new Error(`no schema of ${TABLE}`);
  return readTable(folder({ [TABLE]: text }), schema);
}

const allowed = (column: string): readonly string[] =>
  (schemas.get(TABLE)?.fields.find(({ name }) => name === column)?.constraints?.enum ?? []).map(String);

test('a row becomes an outcome with the digits of its source; an empty policy is none', () => {
  const [outcome, other] = parseOutcomes(read(`${HEAD}${ROW}${ROW.replace('cn-fund,cn-plan', 'cn-fund-b,')}`).rows);
  expect(outcome).toMatchObject({
    ...{ at: 2, id: 'cn-fund', policy: 'cn-plan', name: { en: 'Fund', zh: '资金' }, value: 10, decimals: 1 },
    ...{ period: '2014', kind: 'level', unit: 'billion yuan', bound: 'exact', sources: ['mof'] },
  });
  expect(other?.policy).toBeNull();
});

test.each([
  ['economic-policy', 'economy', 'cell: sector “economy” is not one of'],
  [',2014,', ',14,', 'cell: period “14” does not have the form'],
  [',level,', ',sum,', 'cell: kind “sum” is not one of'],
  ['billion yuan', 'dollars', 'cell: unit “dollars” is not one of'],
  [',exact,', ',nearly,', 'cell: bound “nearly” is not one of'],
  [',10.0,', ',,', 'cell: value “” is empty, but required'],
])('%s changed to %s is found', (from, to, found) => {
  expect(read(HEAD + ROW.replace(from, to)).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    expect.stringContaining(found),
  ]);
});

test('the same id twice, an unknown policy, place and source are found with their row', () => {
  expect(read(`${HEAD}${ROW}${ROW}`).findings).toMatchObject([{ rule: 'duplicate-key', row: 3 }]);
  const findings = brokenReferences(new Map([[TABLE, read(HEAD + ROW)]]), schemas);
  expect(findings.map(({ row, message }) => `${row}: ${message}`)).toEqual([
    '2: policy “cn-plan” is not in policies/policies.csv (id).',
    '2: sources “mof” is not in sources.csv (id).',
  ]);
});

test('sectors, kinds, bounds and units are those that the program knows and can print in both languages', () => {
  expect(allowed('sector')).toEqual(SECTORS);
  expect(allowed('kind')).toEqual(OUTCOME_KINDS);
  expect(allowed('bound')).toEqual(BOUNDS);
  for (const language of LANGUAGES) {
    const strings = JSON.parse(readFileSync(path.join('templates', 'strings', `${language}.json`), 'utf8'));
    expect(allowed('unit').filter((unit) => !strings.unit[unit])).toEqual([]);
    // Figures have the same words, but for concentrations, which heads of tables abbreviate.
    const counted = allowed('unit').filter((unit) => unit !== 'µg/m³');
    expect(counted.filter((unit) => unitOf(unit)[language] !== strings.unit[unit])).toEqual([]);
    expect(BOUNDS.filter((bound) => bound !== 'exact' && !strings.note[bound])).toEqual([]);
  }
});
