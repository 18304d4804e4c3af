import { describe, expect, it } from 'vitest';
import { readFigure } from '../../../pipeline/figures/kinds/read.ts';
import { withYears } from '../../../pipeline/figures/kinds/years-in-text.ts';
import type { Finding } from '../../../pipeline/types.ts';
import { contextOf } from './context.ts';

const FILE = 'edition/figures/own.json';
const GOOD = {
  kind: 'slope',
  title: { en: 'Then and now', zh: '前后对比' },
  members: ['110000', '310000'],
  fact: 'computed.*.pm25.annual-mean.{year}',
  from: 2014,
  to: '@Y',
};

const faults = (content: object | string): readonly Finding[] => {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const read = readFigure('own', FILE, text, new Set(['attaining']));
  return Array.isArray(read) ? read : [];
};

describe('the file of a figure', () => {
  it('makes a plate of a kind with its parameters', () => {
    const read = readFigure('own', FILE, JSON.stringify(GOOD));
    expect(read).toMatchObject({ plate: { id: 'own' }, file: FILE, optional: false });
  });

  it('names the nearest kind and all of them when there is none of that name', () => {
    const [fault] = faults({ ...GOOD, kind: 'slop' });
    expect(fault).toMatchObject({ file: FILE, row: 2, severity: 'error' });
    expect(fault?.message).toContain('no kind "slop"');
    expect(fault?.remedy).toContain('Nearest: slope.');
  });

  it('says where in the file a parameter is wrong, which are too many, and which there are', () => {
    const found = faults({ ...GOOD, from: 'long ago', colour: 'red' });
    expect(found.map(({ message }) => message.split(':')[0])).toEqual(['from', 'colour']);
    // Line 1 is the brace; kind, title (3 to 6), members (7 to 10), fact, from on 12.
    expect(found[0]?.row).toBe(12);
    expect(found[1]?.remedy).toContain('members, fact, from, to');
  });

  it('lists the faults of the title beside those of the parameters', () => {
    const { title: _, ...rest } = GOOD;
    expect(
      faults({ ...rest, title: { en: 'Only English' }, to: 1 }).map(({ message }) => message.split(':')[0]),
    ).toEqual(['title.zh', 'to']);
  });

  it('refuses what is no JSON, no object, no good name, or the name of a standard figure', () => {
    expect(faults('{ "kind": "slope",, }')[0]?.message).toContain('no JSON');
    expect(faults('[]')[0]?.message).toContain('one object');
    expect(readFigure('Own_Figure', FILE, '{}')).toMatchObject([{ rule: 'figure-file' }]);
    expect(readFigure('attaining', FILE, '{}', new Set(['attaining']))).toMatchObject([{ rule: 'figure-file' }]);
  });

  it('fills the years in what is drawn, and refuses there what only titles can hold', () => {
    const heads = {
      from: { en: 'in {{baselineYear}}', zh: '{{baselineYear}}年' },
      to: { en: '{{fact "x"}}', zh: '{{year}}年' },
    };
    const [fault, ...more] = faults({ ...GOOD, heads });
    expect(more).toEqual([]);
    expect(fault?.message).toContain('heads.to.en: {{fact "x"}} cannot be filled in a drawing');
    const { edition } = contextOf([]);
    expect(withYears(heads.from, edition)).toEqual({ en: 'in 2013', zh: '2013年' });
  });
});
