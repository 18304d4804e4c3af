import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { registerFacts } from '../../pipeline/assess/register.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { writeRegister } from '../../pipeline/publish/register-files.ts';
import { policyRecords, targetRecords } from '../../pipeline/publish/register-records.ts';
import type { Assessment, Data, Policy } from '../../pipeline/types.ts';
import { data, edition, folder, HEBEI, policy, scope, target } from '../build.ts';
import { annual, shipped } from '../shipped.ts';

const assessed = (parts: Partial<Assessment> = {}): Assessment => ({
  ...{ facts: [], rankings: [], reconciliation: [], targets: [], robustness: [], twins: [] },
  ...parts,
});

const source = (id: string, where: string, addressPrinted = true) => ({
  ...{ id, where, addressPrinted, accessed: '', terms: '' },
  publisher: { en: 'Ministry', zh: '部' },
  title: { en: `Title ${id}`, zh: `标题${id}` },
});

const old = policy('old', { issued: '2013', status: 'superseded', ends: '2023-08-14' });
const WORLD: Data = data({
  scopes: [scope('CN', [], { name: { en: 'China', zh: '全国' } })],
  sources: [source('a', 'https://example.org/a'), source('b', 'https://example.org/b', false), source('c', 'a book')],
  policies: [
    { ...old, sources: ['c', 'b', 'a'] },
    policy('next', { issued: '2023-08-08', family: 'old', relation: 'supersedes' }),
    policy('part', { issued: '2016', evidence: 'partly-seen', family: 'lost', relation: 'implements' }),
    policy('lost', { issued: '2015', evidence: 'unconfirmed' }),
    policy('hebei', {
      issued: '2014',
      level: 'provincial',
      jurisdiction: HEBEI.code,
      family: 'old',
      relation: 'implements',
    }),
  ],
  targets: [
    target('t-old', { policy: 'old', officialResult: { value: -30, decimals: 0, year: 2020, sources: [], note: '' } }),
    target('t-lost', { policy: 'lost' }),
    target('t-doubt', { policy: 'old', evidence: 'unconfirmed' }),
  ],
});

describe('the records of an edition', () => {
  const records = policyRecords(WORLD, edition());
  const of = (id: string) => records.find((record) => record.policy.id === id);

  test('are those read at least in part, issued by the end of the year, by level and date', () => {
    expect(records.map((record) => record.policy.id)).toEqual(['old', 'part', 'hebei']);
    expect(policyRecords(WORLD, edition({ year: 2023 })).map((record) => record.policy.id)).toContain('next');
  });

  test('say nothing that is later than the year: no end that a later act set, no successor', () => {
    expect(of('old')).toMatchObject({ ends: null, status: 'in-force', supersededBy: null });
    const [later] = policyRecords(WORLD, edition({ year: 2023 }));
    expect(later).toMatchObject({ ends: '2023-08-14', status: 'superseded', supersededBy: 'next' });
  });

  test('name a family only where it is in the list', () => {
    expect([of('hebei')?.family, of('hebei')?.relation]).toEqual(['old', 'implements']);
    expect([of('part')?.family, of('part')?.relation]).toEqual([null, null]);
  });

  test('have the targets of listed policies, with results to the year', () => {
    const at = (year: number) => targetRecords(WORLD, assessed(), edition({ year }));
    expect(at(2018).map(({ target: { id }, result }) => [id, result])).toEqual([['t-old', null]]);
    expect(at(2020)[0]?.result?.value).toBe(-30);
  });
});

const DATE = new Date(Date.UTC(2019, 0, 1));

/** Both files of a register, as written. */
async function files(world: Data, year: number) {
  const dir = folder({});
  const facts = registerFacts(world.policies, [year]);
  const made = {
    data: world,
    edition: edition({ year }),
    assessment: assessed({ facts }),
    facts: new Facts(facts),
    templatesDir: 'templates',
    date: DATE,
  };
  await writeRegister(dir, made);
  const bytes = readFileSync(path.join(dir, 'policies.xlsx'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return { csv: readFileSync(path.join(dir, 'policies.csv'), 'utf8'), bytes, book };
}

describe('policies.csv and policies.xlsx', () => {
  test('hold the same records; the table has addresses only where they may be printed', async () => {
    const { csv, book } = await files(WORLD, 2018);
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map(({ id, evidence, status }) => [id, evidence, status])).toEqual([
      ['old', 'seen', 'in-force'],
      ['part', 'partly-seen', 'in-force'],
      ['hebei', 'seen', 'in-force'],
    ]);
    expect(rows[0]).toMatchObject({ sources: 'c|b|a', addresses: 'https://example.org/a', jurisdiction_zh: '全国' });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Policies 政策', 'Targets 目标', 'Read me 说明']);
    expect(book.worksheets[0]?.getColumn('A').values.slice(2)).toEqual([
      'Title of old',
      'Title of part',
      'Title of hebei',
    ]);
  });

  test('the sheet keeps its header in view, has filters, a link to the source, and a mark on what was seen in part', async () => {
    const { book } = await files(WORLD, 2018);
    const [policies, targets, readMe] = book.worksheets;
    expect(policies?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    // 21 columns: A to U.
    expect(policies?.autoFilter).toBe('A1:U4');
    const links = policies?.getRow(2).values as unknown[];
    expect(links).toContainEqual({ text: '标题a (部)', hyperlink: 'https://example.org/a' });
    expect(links).toContain('标题c (部)\n标题b (部)');
    const doubtful = policies?.getRow(3);
    expect(doubtful?.values).toContain('partly seen †\n部分查阅 †');
    expect([doubtful?.getCell(1).font?.italic, policies?.getRow(2).getCell(1).font?.italic]).toEqual([true, undefined]);
    expect(targets?.getRow(2).values).toContain(-18);
    // Held to the end of 2018: old, part, lost and hebei; of them seen 2, derived 0, seen in part 1, not confirmed 1.
    expect(readMe?.getColumn('C').values.filter((value) => typeof value === 'number')).toEqual([4, 2, 0, 1, 1]);
  });

  test('have the same bytes in every run, on any day', async () => {
    const [one, other] = [await files(WORLD, 2018), await files(WORLD, 2018)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(one.book.created).toEqual(DATE);
    // An entry's date stands 10 bytes into it: time 0, then day 1, month 1, year 2019 - 1980 = 39: 39 * 512 + 32 + 1.
    expect([one.bytes.readUInt32LE(0), one.bytes.readUInt16LE(10), one.bytes.readUInt16LE(12)]).toEqual([
      0x04034b50, 0, 20001,
    ]);
  });

  test.each([
    2014, 2019,
  ])('hold the shipped register to the end of %i: what the report prints, and what was seen in part', async (year) => {
    const { data: world } = shipped();
    const facts = new Map(registerFacts(world.policies, [year]).map(({ id, value }) => [id, value ?? 0]));
    const of = (statistic: string) => facts.get(`register.CN.all.${statistic}.${year}`) ?? Number.NaN;
    const { csv, book } = await files(world, annual(year).year);
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows).toHaveLength(of('to-date') + of('partly-seen-to-date'));
    expect(rows.filter(({ status, evidence }) => status === 'in-force' && evidence === 'seen')).toHaveLength(
      of('in-force'),
    );
    expect(book.worksheets[0]?.rowCount).toBe(rows.length + 1);
    const issued = new Map(
      world.policies.map((record: Policy) => [record.id, record.issued ?? record.effective ?? '']),
    );
    for (const { issued: day = '', superseded_by: next = '' } of rows) {
      expect(day.slice(0, 4) <= String(year) && (issued.get(next) ?? '').slice(0, 4) <= String(year)).toBe(true);
    }
  });
});
