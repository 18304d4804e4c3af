import { describe, expect, test } from 'vitest';
import { makeFact } from '../../../pipeline/fact-id.ts';
import { Facts } from '../../../pipeline/facts/fact.ts';
import { createHandlebars } from '../../../pipeline/narrate/helpers.ts';
import { withOwnTables } from '../../../pipeline/narrate/own-tables/index.ts';
import type { Fact, Language } from '../../../pipeline/types.ts';
import { city, folder, HEBEI, policy, scope } from '../../build.ts';
import { contextOf, read } from '../context.ts';

const fact = (scope: string, measure: string, period: string, value: number | null, parts: Partial<Fact> = {}) => {
  const [subject = '', statistic = ''] = measure.split('.');
  return makeFact({
    ...{ origin: 'computed', scope, subject, statistic, period, value, unit: 'µg/m³', decimals: 0, method: 'mean' },
    ...{ sources: ['archive'], reason: value === null ? 'coverage' : null },
    ...parts,
  });
};
const SHANXI = { code: '140000', name: { en: 'Shanxi', zh: '山西省' }, short: { en: 'Shanxi', zh: '山西' } };
const MEMBERS = ['140100', '130600', '130100'];
const LEVELS = { '130100': [154, 86], '130600': [135, 84], '140100': [81, 66] } as const;
const FACTS = [
  ...MEMBERS.flatMap((code) => {
    const [from, to] = LEVELS[code as keyof typeof LEVELS];
    return [
      fact(code, 'pm25.annual-mean', '2013', from),
      fact(code, 'pm25.annual-mean', '2017', to),
      fact(code, 'pm25.annual-mean', '2017-vs-2013', ((to - from) / from) * 100, { unit: '%', decimals: 1 }),
    ];
  }),
  fact('CN-338', 'pm25.annual-mean', '2016', 47),
  fact('CN-338', 'pm25.annual-mean', '2017', 43, { sources: ['bulletin'] }),
  fact('CN-338', 'o3.p90-mda8', '2017', 149),
  fact('CN-338', 'pm10.annual-mean', '2017', null),
  fact('CN-338', 'pm25.mean', '2016-12', 60),
  fact('CN-338', 'pm25.mean', '2016-10..2017-03', 55),
];

/** A context of 2017 with one own table, `own`. */
function withTable(spec: object | string, language: Language = 'en', facts: readonly Fact[] = FACTS) {
  const text = typeof spec === 'string' ? spec : JSON.stringify(spec, null, 2);
  const dir = folder({ 'annual/tables/own.json': text });
  const context = contextOf(facts, language, 2017);
  const data = {
    ...context.data,
    provinces: [HEBEI, SHANXI],
    cities: MEMBERS.map((code) => city(code, code.startsWith('14') ? { province: SHANXI } : {})),
    scopes: [...context.data.scopes, scope('CAPS', MEMBERS, { name: { en: 'Capitals', zh: '省会' } })],
    policies: [
      policy('cn-plan', { issued: '2013-09-10', sectors: ['planning'] }),
      policy('cn-coal', { issued: '2014-03', sectors: ['coal'], family: 'cn-plan', relation: 'implements' }),
      policy('bj-cars', { issued: '2015', level: 'provincial', jurisdiction: '110000', sectors: ['vehicles-fuels'] }),
      policy('cn-later', { issued: '2019-01', sectors: ['coal'] }),
    ],
  };
  const names = new Map([
    ...context.names,
    ...data.cities.map(({ code, short }) => [code, short] as const),
    ['CAPS', { en: 'Capitals', zh: '省会' }] as const,
  ]);
  return withOwnTables(dir, { ...context, data, names, facts: new Facts(facts) });
}

/** The printed rows, head first, without tags. */
function rowsOf(spec: object, language: Language = 'en'): string[][] {
  const context = withTable(spec, language);
  const html = createHandlebars(context, () => 'c.hbs').compile('{{table "own"}}')(context);
  expect(context.findings).toEqual([]);
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => read(cell).trim()),
  );
}
const both = (en: string, zh = '甲') => ({ en, zh });
const TITLE = { title: both('PM2.5 in {{year}}', '{{year}}年PM2.5') };
const FROM_TO = [
  { head: both('2013', '2013年'), unit: 'µg/m³', fact: 'computed.*.pm25.annual-mean.2013' },
  { head: both('{{year}}'), unit: 'µg/m³', fact: 'best.*.pm25.annual-mean.@Y' },
  { head: both('Change'), unit: '%', fact: 'computed.*.pm25.annual-mean.2017-vs-2013', form: 'signed' },
];

describe('an own table has', () => {
  test('the members of a cohort as rows and facts as columns', () => {
    // (66 − 81) / 81 = −18.5 %; (84 − 135) / 135 = −37.8 %; (86 − 154) / 154 = −44.2 %
    expect(rowsOf({ ...TITLE, head: both('City'), rows: 'CAPS', columns: FROM_TO })).toEqual([
      ['City', '2013 µg/m³', '2017 µg/m³', 'Change %'],
      ['City 140100', '81', '66a', '−18.5'],
      ['City 130600', '135', '84a', '−37.8'],
      ['City 130100', '154', '86a', '−44.2'],
    ]);
  });

  test('an order by a column, the first of it only, and those printed like the last of them', () => {
    const order = (extra: object) =>
      rowsOf({ ...TITLE, rows: 'CAPS', columns: FROM_TO, order: { column: 3, ...extra } })
        .slice(1)
        .map(([head]) => head);
    expect(order({})).toEqual(['City 140100', 'City 130600', 'City 130100']);
    expect(order({ first: 'lowest', count: 2 })).toEqual(['City 130100', 'City 130600']);
    const tied = rowsOf({
      ...{ ...TITLE, rows: 'CAPS', order: { column: 1, count: 1 } },
      columns: [{ head: both('Cities'), fact: 'computed.CN-338.pm25.annual-mean.2017' }],
    });
    expect(tied).toHaveLength(4);
  });

  test('cities under their provinces, with the province in words', () => {
    const columns = [{ head: both('Province'), text: 'province' }, FROM_TO[0]];
    expect(rowsOf({ ...TITLE, rows: 'CAPS', columns, group: 'province' }).slice(1)).toEqual([
      ['Hebei'],
      ['City 130600', 'Hebei', '135'],
      ['City 130100', 'Hebei', '154'],
      ['Shanxi'],
      ['City 140100', 'Shanxi', '81'],
    ]);
  });

  test('years as rows, and years as columns', () => {
    const mean = { head: both('Mean'), fact: 'computed.CN-338.pm25.annual-mean.*' };
    expect(rowsOf({ ...TITLE, rows: '@P..@Y', columns: [mean] }).slice(1)).toEqual([
      ['2016', '47'],
      ['2017', '43'],
    ]);
    const years = { each: '2013..2017', fact: 'computed.*.pm25.annual-mean.{}' };
    expect(rowsOf({ ...TITLE, rows: ['130100', 'CN-338'], columns: [years] })).toEqual([
      ['', '2013', '2016', '2017'],
      ['City 130100', '154', '–', '86'],
      ['338 cities', '–', '47', '43'],
    ]);
  });

  test('months and seasons as rows, in the words of the language', () => {
    const mean = { head: both('Mean'), fact: 'computed.CN-338.pm25.mean.*' };
    const rows = ['2016-12', '2016-10..2017-03'];
    expect(rowsOf({ ...TITLE, rows, columns: [mean] }).slice(1)).toEqual([
      ['December 2016', '60'],
      ['October 2016–March 2017', '55'],
    ]);
    expect(rowsOf({ ...TITLE, rows, columns: [mean] }, 'zh').slice(1)).toEqual([
      ['2016年12月', '60'],
      ['2016年10月—2017年3月', '55'],
    ]);
  });

  test('a note that every change calls for said once, and no sign of it at other numbers', () => {
    const noted = FACTS.map((one) =>
      one.scope === '130100' && one.period !== '2013' ? { ...one, notes: ['station-set'] } : one,
    );
    const context = withTable({ ...TITLE, rows: ['130100'], columns: FROM_TO }, 'en', noted);
    const html = createHandlebars(context, () => 'c.hbs').compile('{{table "own"}}')(context);
    const note = context.strings.get('note.station-set');
    expect(html.split(note)).toHaveLength(2);
    expect([...html.matchAll(/<sup class="mark">(.)<\/sup>/g)].map(([, sign]) => sign)).toEqual(['a']);
    expect(html).toContain(`<sup>a</sup> ${context.strings.get('note.computed')}`);
  });

  test('pollutants as rows, each by its own measure; those without a number are left out, or kept', () => {
    const columns = [{ head: both('Level'), fact: 'computed.CN-338.*.2017' }];
    const heads = (empty: string) => rowsOf({ ...TITLE, rows: 'pollutants', columns, empty }).map(([head]) => head);
    expect(heads('leave-out')).toEqual(['', 'PM2.5, annual mean', 'O3, 90th percentile']);
    expect(heads('keep')).toHaveLength(7);
  });

  test('rows by hand: a place of its own, facts of its own, headings', () => {
    const rows = [
      { group: both('Nation', '全国') },
      { head: both('All in {{year}}'), each: '@N' },
      { head: both('Ozone'), facts: [null, 'computed.CN-338.o3.p90-mda8.@Y', null] },
    ];
    expect(
      rowsOf({ ...TITLE, rows, columns: FROM_TO.map((column) => ({ ...column, optional: true })) }).slice(1),
    ).toEqual([['Nation'], ['All in 2017', '43a'], ['Ozone', '149']]);
  });

  test('its heads, notes and title in the language of the report, and the sources of its facts', () => {
    const context = withTable(
      {
        ...TITLE,
        rows: ['CN-338'],
        columns: [FROM_TO[1]],
        notes: [both('Note', '注{{year}}。'), 'published-decimals'],
      },
      'zh',
    );
    const html = createHandlebars(context, () => 'c.hbs').compile('{{table "own"}}')(context);
    expect(html).toContain('2017年PM2.5</span></caption>');
    expect(html).toContain(`注2017。${context.strings.get('note.published-decimals')}`);
    expect([...context.cited.sources]).toEqual(['bulletin']);
    expect([...context.cited.tables]).toEqual(['own']);
  });

  test('records of the register, by what is named, with their status', () => {
    const records = (filter: object, columns = ['issued', 'record', 'status']) =>
      rowsOf({ title: both('Records'), records: filter, columns }).slice(1);
    expect(records({ families: ['cn-plan'] }).map(([issued]) => issued)).toEqual(['10 September 2013', 'March 2014']);
    expect(records({ sectors: ['coal'] })).toEqual([['March 2014', expect.any(String), 'in force']]);
    expect(records({ levels: ['provincial'], years: '2013..2016' })).toHaveLength(1);
    expect(rowsOf({ title: both('Records'), records: {}, group: 'sector' }).map(([head]) => head)).toContain(
      contextOf([]).strings.get('sector.coal'),
    );
  });
});

describe('what is wrong with an own table', () => {
  const faults = (spec: object | string) =>
    withTable(spec).findings.map(({ rule, file, row, message, remedy }) => ({ rule, file, row, message, remedy }));

  test('is told with file and line: what is no JSON', () => {
    expect(faults('{\n"title": }')).toMatchObject([{ rule: 'bad-table', file: 'annual/tables/own.json', row: 2 }]);
    expect(faults('{"title": 1,\n"title": 2}')).toContainEqual(
      expect.objectContaining({ row: 2, message: 'title stands twice.' }),
    );
  });

  test('is told with the path and what is allowed: fields', () => {
    const spec = { ...TITLE, rows: 'CAPS', columns: [{ head: both('A'), fact: 'x', colour: 'red' }] };
    expect(faults(spec)).toEqual([
      {
        ...{ rule: 'bad-table', file: 'annual/tables/own.json', row: 14 },
        message: 'columns.0: Unrecognized key: "colour"',
        remedy: 'A column knows: head, unit, fact, each, text, form, decimals, optional.',
      },
    ]);
    const form = { ...TITLE, rows: 'CAPS', columns: [{ head: both('A'), fact: 'x', form: 'signd' }] };
    expect(faults(form)[0]?.message).toContain('"signed"');
    expect(faults({ ...TITLE, rows: [{ head: both('A') }], columns: FROM_TO })[0]?.message).toBe(
      'rows.0: A row has one of each, facts, group.',
    );
    expect(faults({ ...TITLE, records: { sectors: ['coals'] } })[0]?.message).toContain('"coal"');
  });

  test('is told with the nearest names: groups, places, facts, notes, records', () => {
    const columns = [
      { head: both('A'), fact: 'computed.*.pm25.anual-mean.2017' },
      { head: both('B'), fact: 'computed.*.so2.annual-mean.2017', optional: true },
    ];
    expect(faults({ ...TITLE, rows: 'CAPS', columns, notes: ['published-decimal'] })).toMatchObject([
      { rule: 'unknown-fact', remedy: expect.stringContaining('pm25.annual-mean.2017') },
      { rule: 'unknown-string', remedy: expect.stringContaining('note.published-decimals') },
    ]);
    expect(faults({ ...TITLE, rows: 'CAPPS', columns: FROM_TO })[0]).toMatchObject({ rule: 'unknown-group' });
    expect(faults({ ...TITLE, rows: ['CN-338', 'XX'], columns: [FROM_TO[1]] })).toMatchObject([
      { rule: 'unknown-scope', message: 'There is no place, year or pollutant XX.' },
    ]);
    const facts = [{ head: both('A'), facts: ['computed.CN-338.pm25.annual-mean.2071'] }];
    expect(faults({ ...TITLE, rows: facts, columns: [{ head: both('A') }] })).toMatchObject([{ rule: 'unknown-fact' }]);
    expect(faults({ ...TITLE, records: { families: ['cn-plann'] } })).toMatchObject([
      { rule: 'unknown-policy', remedy: expect.stringContaining('Nearest: cn-plan') },
    ]);
    expect(faults({ ...TITLE, rows: 'CAPS', columns: FROM_TO, order: { column: 4 } })).toMatchObject([
      { rule: 'bad-table', remedy: 'Give 1 to 3.' },
    ]);
  });

  test('is told where it stands: a fault in a title, once though two chapters set the table', () => {
    const context = withTable({ title: both('{{fact "x"}}'), rows: ['CN-338'], columns: [FROM_TO[1]] });
    createHandlebars(context, () => 'c.hbs').compile('\n\n{{table "own"}}')(context);
    expect(context.findings).toMatchObject([{ rule: 'unknown-fact', file: 'annual/tables/own.json', row: 3 }]);
  });
});
