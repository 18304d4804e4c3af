import { describe, expect, test } from 'vitest';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { folder } from '../build.ts';

const SMALL = 'test/editions/small/input/data';
const LIMITS = [
  'standard,valid_from,valid_to,phase,grade,pollutant,averaging,limit,unit,source',
  'Directive 2008/50/EC,2010-01-01,,,2,pm25,annual,25,µg/m³,eu-2008-50',
  '',
].join('\n');
const SOURCES = [
  'id,publisher,title,where,address_printed,accessed,terms',
  'eu-2008-50,European Union,Directive 2008/50/EC,Official Journal,true,,quoted',
  '',
].join('\n');

const errors = (dir: string) =>
  ingest(SMALL, { standardsDir: dir }).findings.filter(({ severity }) => severity === 'error');

describe('a folder of one’s own standards', () => {
  test('stands in for the tables it has, and leaves the others; its sources are added', () => {
    const own = ingest(SMALL, { standardsDir: folder({ 'limits.csv': LIMITS, 'sources.csv': SOURCES }) });
    const shipped = ingest(SMALL);
    expect(own.findings).toEqual(shipped.findings);
    expect(own.data.limits.map(({ standard, limit }) => [standard, limit])).toEqual([['Directive 2008/50/EC', 25]]);
    expect(own.data.assessmentRules).toEqual(shipped.data.assessmentRules);
    expect(own.data.sources.map(({ id }) => id)).toEqual([...shipped.data.sources.map(({ id }) => id), 'eu-2008-50']);
  });

  test('has its faults told by its own path and row', () => {
    const dir = folder({ 'limits.csv': LIMITS.replace(',25,', ',low,'), 'sources.csv': SOURCES });
    const [found] = errors(dir);
    expect(found).toMatchObject({ file: `${dir}/limits.csv`, row: 2, message: 'limit “low” is not a number.' });
  });

  test('must name its sources', () => {
    const [found] = errors(folder({ 'limits.csv': LIMITS }));
    expect(found?.message).toBe('source “eu-2008-50” is not in sources.csv (id).');
  });

  test('must be there, and hold tables of standards only', () => {
    const messages = (dir: string) => errors(dir).map(({ message }) => message);
    expect(messages('no/such/folder')).toEqual(['There is no folder no/such/folder.']);
    const misspelt = folder({ 'limit.csv': LIMITS });
    expect(messages(misspelt)).toEqual([`${misspelt}/limit.csv is no table of standards.`]);
    const empty = folder({ 'README.md': '' });
    expect(messages(empty)).toEqual([`${empty} holds no table.`]);
  });
});

test('a rule that is chosen travels with the data', () => {
  expect(ingest(SMALL, { choices: { comparison: 'unrounded' } }).data.comparison).toBe('unrounded');
  expect(ingest(SMALL).data.comparison).toBeUndefined();
});
