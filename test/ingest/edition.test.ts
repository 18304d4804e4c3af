import { describe, expect, test } from 'vitest';
import { editionFolders, readEdition } from '../../pipeline/ingest/edition.ts';
import { folder, scope } from '../build.ts';

const SPEC = {
  title: { en: 'China Air', zh: '大气中国' },
  subtitle: { en: 'Progress', zh: '进展' },
  baselineYear: 2013,
  languages: ['en', 'zh'],
  chapters: [{ folder: '01-nation' }, { folder: 'a1-cities', kind: 'annex', landscape: true }],
  scopes: { nation: ['CN-161', 'CN-338'], key: ['KEY74'], regions: [['YRD41', 'YRD25'], ['FENWEI11']] },
  mapApproval: null,
};
const SCOPES = [
  scope('CN-161', ['1'], { validFrom: 2014, validTo: 2014 }),
  scope('CN-338', ['1'], { validFrom: 2015, validTo: 2018 }),
  scope('KEY74', ['1'], { validFrom: 2013, validTo: 2018 }),
  scope('YRD25', ['1'], { validFrom: 2013, validTo: 2018 }),
  scope('YRD41', ['1'], { validFrom: 2018, validTo: 2023 }),
  scope('FENWEI11', ['1'], { validFrom: 2018, validTo: 2023 }),
];
const templates = (spec: object, name = 'annual') =>
  folder({ [`${name}/edition.json`]: JSON.stringify(spec), 'partials/x.hbs': '' });
const read = (year: number | null, spec: object = SPEC) => readEdition(templates(spec), 'annual', year, SCOPES);

describe('an annual edition', () => {
  test('takes its year from outside, and the cohorts that are valid in it', () => {
    expect(read(2018)).toMatchObject({
      id: '2018',
      year: 2018,
      previousYear: 2017,
      scopes: { nation: 'CN-338', key: 'KEY74', regions: ['YRD41', 'FENWEI11'] },
    });
    expect(read(2014).scopes).toEqual({ nation: 'CN-161', key: 'KEY74', regions: ['YRD25'] });
  });

  test('fills what a chapter does not say', () => {
    expect(read(2018).chapters).toEqual([
      { folder: '01-nation', kind: 'chapter', landscape: false },
      { folder: 'a1-cities', kind: 'annex', landscape: true },
    ]);
  });

  test('is refused for a year in which no national cohort is valid', () => {
    expect(() => read(2019)).toThrow(expect.objectContaining({ code: 'no-cohort', exit: 1 }));
  });

  test('is refused without a year', () => {
    expect(() => read(null)).toThrow(expect.objectContaining({ code: 'no-year' }));
  });
});

test('an edition with its own year is named for its folder', () => {
  expect(read(null, { ...SPEC, year: 2017 })).toMatchObject({ id: 'annual', year: 2017, previousYear: 2016 });
});

test('an edition with its own year takes no other', () => {
  expect(() => read(2018, { ...SPEC, year: 2017 })).toThrow(expect.objectContaining({ code: 'fixed-year', exit: 1 }));
});

test('editions that are made by year are told apart from the annual one', () => {
  expect(readEdition(templates(SPEC, 'north'), 'north', 2018, SCOPES).id).toBe('north-2018');
});

test('figures, cover and keywords are as written, or all figures and the usual cover', () => {
  expect(read(2018)).toMatchObject({ figures: null, cover: { plate: 'cover' } });
  const own = { figures: ['a', 'b'], cover: { plate: 'a', motto: { en: 'Less', zh: '少' } } };
  expect(read(2018, { ...SPEC, ...own })).toMatchObject(own);
});

test('every fault of the file is told with its line', () => {
  const at = (text: string) => readEdition(folder({ 'annual/edition.json': text }), 'annual', 2018, SCOPES);
  expect(() => at('{\n"title": 1,\n"colour": "red"\n}')).toThrow(/edition\.json:3: Unrecognized key: "colour"/);
  expect(() => at('{\n"title": 1,\n"colour": "red"\n}')).toThrow(/edition\.json:2: title: /);
  expect(() => at('{"languages": ["en"],\n"languages": ["zh"]}')).toThrow(/edition\.json:2: languages stands twice/);
  expect(() => at('{\n"title" 1}')).toThrow(/edition\.json:2: “:” is missing before “1}”/);
});

test('a scope that is not in scopes.csv, a field nobody knows and a missing title are refused', () => {
  const unknown = { ...SPEC, scopes: { ...SPEC.scopes, key: ['KEY75'] } };
  expect(() => read(2018, unknown)).toThrow(expect.objectContaining({ code: 'unknown-scope' }));
  expect(() => read(2018, { ...SPEC, colour: 'red' })).toThrow(/colour/);
  expect(() => read(2018, { ...SPEC, title: { en: 'China Air' } })).toThrow(
    expect.objectContaining({ code: 'bad-edition' }),
  );
});

test('an edition that does not exist is answered with those that do', () => {
  const dir = templates(SPEC);
  expect(editionFolders(dir)).toEqual(['annual']);
  expect(() => readEdition(dir, 'anual', 2018, SCOPES)).toThrow(
    expect.objectContaining({ code: 'no-edition', remedy: 'Editions that exist: annual.' }),
  );
});
