import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../../pipeline/figures/kinds/months.ts';
import { contextOf, drawn, fact, plateOf, wordsOf } from './context.ts';

const year = (code: string, of: number, value: number) => fact(`computed.${code}.pm25.annual-mean.${of}`, value);

describe('small multiples', () => {
  const PARAMS = {
    kind: 'multiples',
    members: 'C4',
    fact: 'computed.*.pm25.annual-mean.{year}',
    years: { from: 2014, to: '@Y' },
  };
  const FACTS = [
    year('110000', 2014, 80),
    year('110000', 2017, 60),
    year('130100', 2014, 120),
    year('130100', 2017, 84),
    year('310000', 2014, 50),
    year('310000', 2017, 40),
    year('650100', 2017, 70),
  ];
  const panelsOf = (words: readonly string[]): string[] =>
    words.filter((word) => ['Beijing', 'Shijiazhuang', 'Shanghai', 'Urumqi'].includes(word));

  it('stand in the order asked for, each with its first and its last value; who lacks a year is named', async () => {
    // Falls: Shijiazhuang to 70 %, Beijing to 75 %, Shanghai to 80 %.
    const figure = await drawn({ ...PARAMS, sort: 'fall' }, contextOf(FACTS));
    expect(panelsOf(wordsOf(figure.svg.en))).toEqual(['Shijiazhuang', 'Beijing', 'Shanghai']);
    expect(wordsOf(figure.svg.en)).toEqual(expect.arrayContaining(['120', '84', '80', '60', '50', '40']));
    expect(figure.note.en).toContain('No data: Urumqi.');
  });

  it('are sorted by the last value, and left as the members come', async () => {
    const order = async (sort: string) =>
      panelsOf(wordsOf((await drawn({ ...PARAMS, sort }, contextOf(FACTS))).svg.en));
    expect(await order('last')).toEqual(['Shijiazhuang', 'Beijing', 'Shanghai']);
    expect(await order('given')).toEqual(['Beijing', 'Shijiazhuang', 'Shanghai']);
  });

  describe('over the change of state of 2018', () => {
    const both = contextOf([
      year('110000', 2014, 80),
      year('110000', 2015, 76),
      fact('computed.110000.pm25.annual-mean.2016', 42, { basis: 'actual-298K' }),
      fact('computed.110000.pm25.annual-mean.2017', 40, { basis: 'actual-298K' }),
    ]);
    const ONE = { ...PARAMS, members: ['110000'] };

    it('keep the years on both sides, broken at a dashed stroke, and say why', async () => {
      const { svg, note } = await drawn(ONE, both);
      expect(wordsOf(svg.en)).toEqual(expect.arrayContaining(['80', '40']));
      // Two pieces of a line instead of one, each with a mark at its end.
      const [pieces, strokes] = [/stroke-width="1.8"/g, /stroke-dasharray="2,2"/g];
      expect(svg.en?.match(pieces)).toHaveLength(2);
      expect(svg.en?.match(strokes)).toHaveLength(1);
      const whole = await drawn(ONE, contextOf([2014, 2015, 2016, 2017].map((of) => year('110000', of, 80))));
      expect(whole.svg.en?.match(pieces)).toHaveLength(1);
      expect(whole.svg.en?.match(strokes)).toBeNull();
      expect(note.en).toContain('not comparable');
    });

    it('are not sorted by a fall, which nobody can compute', () => {
      expect(() => plateOf({ ...ONE, sort: 'fall' }).needs(both)).toThrow('different states of the air');
    });
  });
});

describe('months', () => {
  it('of a span run over New Year', () => {
    expect(monthsBetween({ from: '2016-11', to: '2017-02' })).toEqual(['2016-11', '2016-12', '2017-01', '2017-02']);
  });

  const PARAMS = {
    kind: 'months',
    members: ['110000'],
    fact: 'computed.*.pm25.mean.{month}',
    seasons: [
      { from: '2015-11', to: '2016-01', colour: 'pm10' },
      { from: '2016-11', to: '2017-01', colour: 'accent', mean: 'computed.*.pm25.mean.2016-11..2017-01' },
    ],
  };
  const month = (of: string, value: number) => fact(`computed.110000.pm25.mean.${of}`, value);
  const FACTS = [
    ...[month('2015-11', 118), month('2015-12', 149), month('2016-01', 68)],
    ...[month('2016-11', 99), month('2016-12', 131), month('2017-01', 112)],
    fact('computed.110000.pm25.mean.2016-11..2017-01', 114),
  ];

  it('lay one winter over another, with their names and the mean where it is asked for', async () => {
    const figure = await drawn(PARAMS, contextOf(FACTS));
    expect(wordsOf(figure.svg.en)).toEqual(
      expect.arrayContaining(['2015–16', '2016–17', 'Nov', 'Dec', 'Jan', 'Beijing', '114']),
    );
    expect(wordsOf(figure.svg.zh)).toEqual(expect.arrayContaining(['2015—2016年', '11月', '北京']));
    expect(figure.alt.en).toContain('highest in December 2015 (149)');
  });

  it('name the months that are not there', () => {
    expect(plateOf(PARAMS).needs(contextOf(FACTS.slice(0, 4)))).toContain('computed.110000.pm25.mean.2016-12');
  });

  it('are refused when they are no months', () => {
    expect(() => plateOf({ ...PARAMS, seasons: [{ from: '2016-13', to: '2017-01', colour: 'ink' }] })).toThrow(
      'is no month',
    );
  });
});
