import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { KEY_REGIONS } from '../../pipeline/assess/key-regions.ts';
import { statusesAt } from '../../pipeline/assess/register-status.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { sectorRecords } from '../../pipeline/narrate/register-rows.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { TableModel } from '../../pipeline/narrate/table.ts';
import { tables } from '../../pipeline/narrate/tables/index.ts';
import { mainMeasures, mainPlans } from '../../pipeline/narrate/tables/policies-provinces.ts';
import { type Assessment, LANGUAGES, type Language, SECTORS } from '../../pipeline/types.ts';
import { policy } from '../build.ts';
import { annual, shipped } from '../shipped.ts';
import { contextOf, fill, read } from './context.ts';

const OWN = [
  ...['policies-by-level', 'policies-sectors', 'policies-regional', 'policies-provinces', 'policies-year'],
  ...['freight-themes', 'targets-freight'],
  ...KEY_REGIONS.flatMap((id) => [`region-${id}-plans`, `region-${id}-targets`]),
  'measures-capitals',
  ...SECTORS.map((sector) => `sector-${sector}`),
  ...['targets-national', 'targets-provinces', 'targets-cities', 'targets-campaigns', 'targets-measures', 'grades'],
  ...['action-plan-provinces', 'capitals-since-base'],
  ...['limits', 'coverage', 'archives', 'reconciliation', 'reconciliation-groups'],
  ...['cities-all', 'policies-all', 'sources-all'],
];
const assessed = new Map<number, Assessment>();

beforeAll(() => {
  for (const year of [2014, 2018]) assessed.set(year, assess(shipped().data, annual(year)));
}, 120_000);

function reportOf(year: number, language: Language = 'en'): Context {
  const { data } = shipped();
  const assessment = assessed.get(year) ?? assess(data, annual(year));
  const strings = readStrings('templates', language);
  const facts = new Facts(assessment.facts);
  return createContext({
    language,
    edition: annual(year),
    data,
    facts,
    assessment,
    figures: new Map(),
    strings,
    draft: true,
  });
}

function modelOf(id: string, year = 2018): TableModel {
  const model = tables[id]?.(reportOf(year));
  if (!model) throw new Error(`no table ${id} in ${year}`);
  return model;
}

type Row = Extract<TableModel['rows'][number], { head: unknown }>;
const rowsOf = (model: TableModel): Row[] => model.rows.filter((row): row is Row => 'head' in row);

describe.each(LANGUAGES)('every table in %s', (language) => {
  test.each([2014, 2018])('of %i is set without a fault, or says that there is nothing', (year) => {
    const context = reportOf(year, language);
    const html = fill(OWN.map((id) => `{{table "${id}"}}`).join('\n'), context);
    expect(context.findings).toEqual([]);
    expect(html).not.toContain('class="fault"');
    for (const model of OWN.flatMap((id) => tables[id]?.(context) ?? [])) {
      for (const row of rowsOf(model)) expect(row.cells.length + 1).toBe(model.columns.length);
    }
  });
});

describe('tables of records', () => {
  test('know nothing later than the year assessed', () => {
    const anchors = rowsOf(modelOf('policies-all', 2014)).map(({ anchor }) => anchor);
    expect(anchors).toContain('policy-cn-2013-action-plan');
    expect(anchors).not.toContain('policy-cn-2018-blue-sky-plan');
  });

  test('leave out what was not confirmed, mark what was read in part, and carry the anchors to which {{policy}} links', () => {
    const { data, facts } = reportOf(2018);
    const held = new Map(data.policies.map((record) => [`policy-${record.id}`, record.evidence]));
    const rows = rowsOf(modelOf('policies-all'));
    const marked = rows.filter(({ cells }) => JSON.stringify(cells[0]).includes('"mark":"partly-seen"'));
    const count = (evidence: string) => facts.get(`register.CN.all.${evidence}-to-date.2018`).value ?? 0;
    expect(marked.map(({ anchor }) => held.get(anchor ?? ''))).toEqual(Array(18).fill('partly-seen'));
    expect(count('partly-seen')).toBe(18);
    expect(rows.filter(({ anchor }) => held.get(anchor ?? '') === 'unconfirmed')).toEqual([]);
    // 241 read, none derived: the register's own number of what is told as fact.
    expect(new Set(rows.map(({ anchor }) => anchor)).size - marked.length).toBe(count('seen') + count('derived'));
    expect(count('seen')).toBe(facts.get('register.CN.all.to-date.2018').value);
  });

  test('name what was read in part nowhere else, and say under the register what its mark means', () => {
    const context = reportOf(2018);
    const partly = context.data.policies.filter(({ evidence }) => evidence === 'partly-seen');
    const others = OWN.filter((id) => id !== 'policies-all').map((id) =>
      JSON.stringify(tables[id]?.(context)?.rows ?? []),
    );
    expect(partly.filter(({ id }) => others.some((rows) => rows.includes(`"${id}"`)))).toEqual([]);
    const html = fill('{{table "policies-all"}}', context);
    expect(html.match(/<sup class="mark">†<\/sup>/g)).toHaveLength(18);
    expect(read(html)).toContain('† Known by its title or in part only');
  });

  test('set the only record of a sector as a sentence, in place of a table of one row', () => {
    expect(tables['sector-dust']?.(reportOf(2018))).toBeNull();
    const context = reportOf(2018);
    const text = read(fill('{{records "dust"}}', context));
    expect(text).toContain('Dezhou Dust Pollution Prevention Regulation (27 December 2018), Dezhou: Local law');
    expect([...context.cited.policies]).toEqual(['dezhou-2018-dust']);
    // A sector with a table says nothing twice, and a word that is no sector is refused.
    expect(fill('{{records "coal"}}', context)).toBe('');
    fill('{{records "cole"}}', context);
    expect(context.findings.map(({ rule }) => rule)).toEqual(['unknown-sector']);
  });

  test('set every record of the year under one sector only', () => {
    const context = reportOf(2018);
    const titles = SECTORS.flatMap((sector) => {
      const model = tables[`sector-${sector}`]?.(context);
      // One alone is a sentence.
      if (!model) return sectorRecords(sector, context).map(({ id }) => JSON.stringify({ policy: id }));
      const second = model?.rows.findIndex((row, i) => i > 0 && 'group' in row) ?? -1;
      const first = second < 0 ? model?.rows : model?.rows.slice(0, second);
      return rowsOf({ columns: [], sources: [], rows: first ?? [] }).map(({ cells }) => JSON.stringify(cells[0]));
    });
    const ofYear = context.data.policies.filter(
      ({ issued, evidence }) => issued?.startsWith('2018') && evidence === 'seen',
    );
    for (const { id } of ofYear)
      expect(titles.filter((cell) => cell === JSON.stringify({ policy: id }))).toHaveLength(1);
  });

  test('name as the plans of a province the latest one for each national programme', () => {
    const plans = [
      policy('first', { issued: '2013-12', level: 'provincial', family: 'cn-2013-action-plan' }),
      policy('old', { issued: '2014', level: 'provincial', family: 'cn-2013-action-plan' }),
      policy('new', { issued: '2018-08', level: 'provincial', family: 'cn-2018-blue-sky-plan' }),
      policy('yearly', { issued: '2018-12', level: 'provincial' }),
      policy('coal', { issued: '2018-12', level: 'provincial', sectors: ['coal'] }),
    ];
    const ids = (records: ReturnType<typeof mainPlans>) => records.map(({ id }) => id);
    expect(ids(mainPlans(plans))).toEqual(['old', 'new']);
    expect(ids(mainPlans(plans.slice(3)))).toEqual(['yearly']);
    expect(mainPlans(plans.slice(4))).toEqual([]);
    // Of the three that are no plan, the two newest; one that has run out is not in force.
    const ended = policy('ended', { issued: '2019', ends: '2019-06-30', level: 'provincial' });
    expect(ids(mainMeasures([...plans, ended], mainPlans(plans), statusesAt([...plans, ended], 2020)))).toEqual([
      'coal',
      'yearly',
    ]);
  });
});

describe('tables of places and themes', () => {
  test('have a line for each province of the mainland; a dash has its reason', () => {
    for (const year of [2014, 2018]) {
      const model = modelOf('policies-provinces', year);
      expect(rowsOf(model)).toHaveLength(31);
      // Ningxia’s plan was not read: no title, but the reason.
      const html = fill('{{table "policies-provinces"}}', reportOf(year));
      expect(html).toContain('title="the register holds no record"');
    }
  });

  test('set a record on freight under each of its themes, its content once', () => {
    const cells = rowsOf(modelOf('freight-themes')).filter((row) =>
      JSON.stringify(row.cells[0]).includes('"cn-2018-diesel-trucks"'),
    );
    expect(cells).toHaveLength(4);
    expect(cells.filter(({ cells: [, , content] }) => JSON.stringify(content).includes('see above'))).toHaveLength(3);
  });

  test('keep the targets of freight apart from those of other causes', () => {
    const indicators = (id: string) => JSON.stringify(rowsOf(modelOf(id)).map(({ cells }) => cells[0]));
    expect(indicators('targets-freight')).toContain('ail freight');
    expect(indicators('targets-measures')).not.toContain('ail freight');
    expect(tables['targets-freight']?.(reportOf(2014))).toBeNull();
  });

  test('list for a region its own records before those of its provinces, and only its targets', () => {
    const groups = modelOf('region-bth-plans').rows.filter((row) => 'group' in row);
    expect(groups).toEqual([{ group: 'Regional' }, { group: 'Provincial' }]);
    const places = new Set(rowsOf(modelOf('region-prd-targets')).map(({ head }) => JSON.stringify(head)));
    for (const place of places) expect(place).toMatch(/PRD 9 cities|Guangdong/);
    expect(tables['region-fenwei-plans']?.(reportOf(2014))).toBeNull();
  });
});

describe('what the capitals had in force', () => {
  test('lists the capitals for which the register knows enough, and no other', () => {
    const rows = rowsOf(modelOf('measures-capitals', 2016));
    expect(rows).toHaveLength(3);
    const rowOf = (name: string) => rows.find(({ head }) => JSON.stringify(head).includes(`"${name}"`))?.cells;
    expect(rowOf('Shanghai')?.[1]).toEqual({ fact: 'register.310000.all.own-in-force.@Y' });
    expect(rowOf('Lanzhou')).toBeUndefined();
  });

  test('makes no table of one or two capitals', () => {
    expect(reportOf(2018).facts.get('register.CAP31.all.effort-assessable.2018').value).toBe(1);
    expect(tables['measures-capitals']?.(reportOf(2018))).toBeNull();
  });
});

describe('tables of targets', () => {
  const textOf = (id: string, year: number) => read(fill(`{{table "${id}"}}`, reportOf(year)));

  test('mark a result that counts from another base year', () => {
    const text = textOf('targets-national', 2018);
    expect(text).toContain('−39.6‡');
    expect(text).toContain('met: as published, from 2013');
    expect(text).toContain('Counted from 2013, not from 2012');
  });

  test('hold no verdict before its time', () => {
    expect(textOf('targets-national', 2014)).not.toContain('−39.6');
    expect(tables.grades?.(reportOf(2014))).toBeNull();
    expect(tables['targets-campaigns']?.(reportOf(2014))).toBeNull();
    expect(rowsOf(modelOf('grades'))).toHaveLength(3);
  });
});

describe('progress since the base years', () => {
  test('stands for each province beside its goal and grade: Henan’s PM10 over 17 cities, without a verdict', () => {
    const text = read(fill('{{table "action-plan-provinces"}}', reportOf(2018)));
    const henan = read(text.slice(text.indexOf('Henan')).split('\n')[0] ?? '');
    expect(henan).toMatch(/PM10.*−15.*\+27\.4.*not assessable.*93.*118.*\+27\.4.*17.*Pass/);
    expect(text).toContain('Crosses the change of sites and rules of 2013');
  });

  test('of the capitals counts from 2013, marks a third party’s base, and has no particles on the new state', () => {
    const text = read(fill('{{table "capitals-since-base"}}', reportOf(2018)));
    expect(text).toContain('PM10 2013');
    expect(text).toContain('a third party’s figure');
    const keys = modelOf('capitals-since-base', 2019).columns.map(({ key }) => key);
    expect(keys).toEqual(['city', 'so2-of-year', 'change', 'no2-of-year', 'change']);
  });

  test('shows where the straight path stands only while a year lies ahead', () => {
    const keys = (year: number) => modelOf('targets-national', year).columns.map(({ key }) => key);
    expect(keys(2014)).toContain('path');
    expect(keys(2018)).toContain('path');
    expect(modelOf('targets-campaigns', 2018).columns.map(({ key }) => key)).not.toContain('path');
  });
});

describe('the table of all cities', () => {
  test('has every city of the year once, Laiwu among them in 2018', () => {
    const rows = rowsOf(modelOf('cities-all'));
    expect(rows).toHaveLength(338);
    expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(338);
  });

  test('counts changes from the year before and the first full year, and prints a dash with its reason', () => {
    const html = fill('{{table "cities-all"}}', reportOf(2018));
    expect(html).toContain('PM2.5 on 2017, %');
    expect(html).toContain('PM2.5 on 2015, %');
    expect(html).toMatch(/<span class="missing" title="[^"]{10,}">–<\/span>/);
  });
});

test('the list of sources has those of the facts that were cited, with anchors', () => {
  const context = reportOf(2018);
  fill('{{fact "published.CN-338.pm25.annual-mean.2018"}}', context);
  const anchors = rowsOf(tables['sources-all']?.(context) ?? modelOf('sources-all')).map(({ anchor }) => anchor);
  const { sources } = context.facts.get('published.CN-338.pm25.annual-mean.2018');
  expect(sources).not.toEqual([]);
  expect(anchors).toEqual(expect.arrayContaining(sources.map((source) => `source-${source}`)));
});

test('the list of sources has those of all records only where the annex of records is set', () => {
  const shown = (template: string) => {
    const context = reportOf(2018);
    fill(template, context);
    return rowsOf(tables['sources-all']?.(context) ?? modelOf('sources-all')).length;
  };
  const one = '{{fact "published.CN-338.pm25.annual-mean.2018"}}';
  const [plain, named, all] = [one, `${one}{{policy "cn-2013-action-plan"}}`, `${one}{{table "policies-all"}}`].map(
    shown,
  ) as [number, number, number];
  expect(named).toBeGreaterThan(plain);
  expect(all).toBeGreaterThan(named);
});

describe('helpers of the register', () => {
  test('{{some}} asks for a count above nought, {{count}} chooses the noun', () => {
    const context = reportOf(2018);
    const one = '{{count "register.dust.all.issued.2018" "record" "records"}}';
    expect(read(fill(one, context))).toBe('1 record');
    expect(read(fill(one.replace('dust', 'coal'), context))).toBe('8 records');
    expect(fill('{{#some "register.vehicles-fuels.all.issued.2017"}}some{{else}}none{{/some}}', context)).toBe('none');
    expect(fill('{{#some "register.nowhere.all.issued.2017"}}some{{else}}none{{/some}}', context)).toBe('none');
  });

  test('{{filled}} asks whether the data hold something for a table', () => {
    const template = '{{#filled "grades"}}filled{{else}}empty{{/filled}}';
    expect(fill(template, reportOf(2018))).toBe('filled');
    expect(fill(template, reportOf(2014))).toBe('empty');
    expect(fill(template.replace('grades', 'nowhere'), reportOf(2018))).toBe('empty');
  });

  test('{{policy}} refuses what was issued after the year assessed', () => {
    const context = reportOf(2014);
    fill('{{policy "cn-2018-blue-sky-plan"}}', context);
    expect(context.findings).toMatchObject([
      { rule: 'policy-later', remedy: expect.stringContaining('{{#from 2018}}') },
    ]);
    expect(fill('{{policy "cn-2013-action-plan"}}', context)).toContain('href="#policy-cn-2013-action-plan"');
  });

  test('a title inside a Chinese title has single marks', () => {
    expect(read(fill('{{policy "cn-2018-gb3095-amendment"}}', reportOf(2018, 'zh')))).toMatch(
      /^《〈环境空气质量标准〉/,
    );
  });
});

test('an empty register makes no tables of records', () => {
  const context = contextOf([]);
  for (const id of [
    'policies-regional',
    'policies-all',
    'measures-capitals',
    'sector-coal',
    'targets-cities',
    'coverage',
    'reconciliation',
  ]) {
    expect(tables[id]?.(context)).toBeNull();
  }
});
