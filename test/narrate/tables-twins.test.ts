import { expect, test } from 'vitest';
import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { twinsAll } from '../../pipeline/narrate/tables/twins.ts';
import type { Fact, Language, TwinSet } from '../../pipeline/types.ts';
import { city, data, edition, policy, scope } from '../build.ts';
import { fill, read } from './context.ts';

const CODES = ['130100', '130200', '130300'];
const names = ['Alpha', 'Beta', 'Gamma'];
const level = (code: string, year: number) => `computed.${code}.pm25.annual-mean.${year}`;
const change = (code: string) => `computed.${code}.pm25.annual-mean.2017-vs-2015`;
const alike = (code: string) => `computed.${code}.pm25.alike-median-change.2017-vs-2015`;

/** A fact of this id; scope and the like follow from it. */
function fact(id: string, value: number | null, parts: Partial<Fact> = {}): Fact {
  const [origin = '', of = '', subject = '', statistic = '', ...rest] = id.split('.');
  const [period = ''] = [rest.join('.')];
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope: of, subject, statistic, period, value },
    ...{ unit: '', decimals: /vs/.test(id) ? 1 : 0, method: 'm', sources: ['s'] },
    ...parts,
  });
}

const set = (code: string, twins: TwinSet['twins'], parts: Partial<TwinSet> = {}): TwinSet => ({
  ...{
    code,
    from: 2015,
    to: 2017,
    start: level(code, 2015),
    end: level(code, 2017),
    change: change(code),
    alike: alike(code),
  },
  ...{ unsteady: null, twins, reason: 'twins-few-better' },
  ...parts,
});
const twin = (code: string, measures: readonly string[] = []): TwinSet['twins'][number] => ({
  ...{ code, start: level(code, 2015), end: level(code, 2017), change: change(code) },
  ...{ distance: `computed.130100.pm25.twin-distance.2015.${code}`, missing: [], measures },
});

/** The values of all but the last city come from two archives. */
const NOTED = (i: number): Partial<Fact> => ({ notes: i === 2 ? [] : ['method-change'] });

const FACTS = [
  ...CODES.flatMap((code, i) => [
    fact(level(code, 2015), 60),
    fact(level(code, 2017), 50 - i),
    fact(change(code), [-16.7, -18.3, -20][i] ?? null, NOTED(i)),
    fact(alike(code), i === 2 ? null : -12.3, { ...NOTED(i), reason: 'twins-none-alike' }),
  ]),
  fact('register.130300.all.measures-own.2015..2017', 0),
  fact('register.130300.all.measures-province.2015..2017', 2),
  fact('register.130300.all.measures-region.2015..2017', 1),
  fact('register.130300:coal.all.measures.2015..2017', 3),
  fact('standard.CN.rule.twins-nearest.2018', 20),
  fact('standard.CN.rule.twins-most.2018', 5),
  fact('computed.CN-338.pm25.twins-from.2018', 2015),
];
const RECORDS = ['d', 'a', 'b', 'c'].map((id) =>
  policy(id, { title: { en: `Plan ${id}`, zh: `${id}方案` }, issued: '2016' }),
);

function contextOf(twins: readonly TwinSet[], language: Language = 'en'): Context {
  return createContext({
    language,
    edition: edition(),
    data: data({
      cities: CODES.map((code, i) => city(code, { short: { en: names[i] ?? '', zh: `市${i}` } })),
      scopes: [scope('CAP31', CODES, { name: { en: '31 capitals', zh: '省会' } })],
      policies: RECORDS,
    }),
    facts: new Facts(FACTS),
    assessment: { facts: FACTS, rankings: [], reconciliation: [], targets: [], robustness: [], twins },
    figures: new Map(),
    strings: readStrings('templates', language),
    draft: true,
  });
}

/** The rows of a table as a reader sees them, cells parted by |. */
const rowsOf = (id: string, context: Context): string[] =>
  [...fill(`{{table "${id}"}}`, context).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    read(row.replace(/<\/t[hd]>(?=<t)/g, '|').replace(/\n/g, ' / ')),
  );

const SETS = [
  set('130100', [twin('130300', ['d', 'a', 'b', 'c']), twin('130200')]),
  set('130200', [twin('130300')], { unsteady: 'leapt' }),
  set('130300', [], { reason: 'twins-none-alike' }),
];

test('a capital stands beside its first twin and what the register holds of that: three titles and all counts', () => {
  expect(rowsOf('twins-capitals', contextOf(SETS)).slice(1)).toEqual([
    'Alpha|60|50|−16.7|−12.3|Gamma −20.0|Plan d; Plan a; Plan b / city 0, province 2, region 1; Coal and energy 3',
    'Beta|60|49a|−18.3|−12.3|Gamma −20.0|The register holds no record of this city, its province or its region for these years.',
    'Gamma|60|48|−20.0|–|none started alike|',
  ]);
});

test('the annex lists all twins of a city, with their changes in whole per cent', () => {
  expect(rowsOf('twins-all', contextOf(SETS)).slice(1)).toEqual([
    'Hebei',
    'Alpha|60|50|−16.7|−12.3|Gamma −20, Beta −18',
    'Beta|60|49a|−18.3|−12.3|Gamma −20',
    'Gamma|60|48|−20.0|–|none started alike',
  ]);
  expect(rowsOf('twins-all', contextOf(SETS, 'zh'))[2]).toBe('市0|60|50|−16.7|−12.3|市2 −20、市1 −18');
});

test('heads name the two years', () => {
  expect(rowsOf('twins-all', contextOf(SETS))[0]).toBe(
    'City|PM2.5 2015|PM2.5 2017|Change %|Those alike %|Twins, by their change %',
  );
});

test('a note that holds for some changes only is said of the column, one that holds for all is said once', () => {
  expect(twinsAll(contextOf(SETS))?.notes).toContain('method-change-column');
  const notes = twinsAll(contextOf(SETS.slice(0, 2)))?.notes;
  expect(notes?.filter((note) => note.startsWith('method-change'))).toEqual(['method-change']);
});

test('there is no table where no city has been compared', () => {
  expect(twinsAll(contextOf([]))).toBeNull();
});

test('every number of a cell of several lines is cited', () => {
  const context = contextOf(SETS);
  fill('{{table "twins-capitals"}}', context);
  expect([...context.cited.facts]).toContain('register.130300:coal.all.measures.2015..2017');
  expect([...context.cited.policies]).toEqual(['d', 'a', 'b']);
});
