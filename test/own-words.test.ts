import { describe, expect, test } from 'vitest';
import { ownWords } from '../scripts/own-words.ts';

const TEXT = { type: 'string' } as const;
const OWN = { by: TEXT, date: TEXT, paragraph: TEXT, list: { type: 'boolean' } } as const;

describe('the words of one verb', () => {
  test.each([
    ['nation --year 2018 --by Li', 'nation', { year: '2018', by: 'Li' }, ['--year', '2018']],
    ['--year 2018 nation', 'nation', { year: '2018' }, ['--year', '2018']],
    ['--final --paragraph=12 nation --list', 'nation', { final: '', paragraph: '12', list: '' }, ['--final']],
    [
      '--edition=annual nation --date 2019-03-01',
      'nation',
      { edition: 'annual', date: '2019-03-01' },
      ['--edition=annual'],
    ],
    ['--help', undefined, { help: '' }, ['--help']],
  ])('are told from those of every run: %s', (argv, name, values, rest) => {
    expect(ownWords(argv.split(' '), OWN, true)).toEqual({ name, values, rest });
  });

  test('leave a name that is not asked for, and options nobody knows, to whoever refuses them', () => {
    const words = ['annual', '--port', '0', '--yaer', '2018'];
    expect(ownWords(words, { port: TEXT })).toEqual({
      ...{ name: undefined, values: { port: '0', yaer: '' }, rest: ['annual', '--yaer', '2018'] },
    });
  });
});
