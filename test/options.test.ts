import { describe, expect, test } from 'vitest';
import { ChinaAirError } from '../pipeline/errors.ts';
import { parseOptions, USAGE } from '../pipeline/options.ts';

const YEARS = [2014, 2015, 2016, 2017, 2018];
const parse = (...argv: string[]) => parseOptions(argv, YEARS, ['annual', 'breakthroughs-2013-2017']);

/** The error of a command, as a person reads it. */
function refusal(...argv: string[]): string {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof ChinaAirError && error.exit === 2) return `${error.message} ${error.remedy}`;
    throw error;
  }
  return 'accepted';
}

test('a year is enough: both languages, the shipped folders', () => {
  expect(parse('--year', '2018')).toEqual({
    edition: 'annual',
    year: 2018,
    languages: ['en', 'zh'],
    dataDir: 'data',
    standardsDir: null,
    rules: '',
    outDir: 'out',
    templatesDir: 'templates',
    htmlOnly: false,
    final: false,
    help: false,
  });
});

test('everything can be asked for, in any order', () => {
  const options = parse(
    '--final',
    '--lang=zh',
    '--out',
    'o',
    '--html-only',
    '--data=d',
    '--edition',
    'breakthroughs-2013-2017',
  );
  expect(options).toMatchObject({
    edition: 'breakthroughs-2013-2017',
    year: null,
    languages: ['zh'],
    dataDir: 'd',
    outDir: 'o',
    htmlOnly: true,
    final: true,
  });
});

test('languages come in the order of the reports, whatever the order asked', () => {
  expect(parse('--year=2018', '--lang=zh, en').languages).toEqual(['en', 'zh']);
});

test('help needs no year', () => {
  expect(parse('--help').help).toBe(true);
});

describe('wrong usage ends with status 2 and says what is allowed', () => {
  test.each([
    [['--year', '2030'], 'data/air holds no year 2030', 'Allowed: 2014 to 2018'],
    [['--year', 'last'], '--year last is not a year', 'Allowed: 2014 to 2018'],
    [['--year', '18'], '--year 18 is not a year', 'Allowed: 2014 to 2018'],
    [[], '--year is missing', '--year 2018'],
    [['--year=2018', '--lang=fr'], 'fr is not a language', 'Allowed: en, zh'],
    [['--year=2018', '--lang='], 'is not a language', 'Allowed: en, zh'],
    [['--edition', 'anual'], '--edition anual', 'Allowed: annual, breakthroughs-2013-2017'],
    [['--yaer', '2018'], '--yaer', 'Nearest: --year'],
    [['2018'], '2018', USAGE],
    [['--year'], 'year', USAGE],
  ])('%j', (argv, message, allowed) => {
    expect(refusal(...argv)).toContain(message);
    expect(refusal(...argv)).toContain(allowed);
  });
});
