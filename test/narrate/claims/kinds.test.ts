import { describe, expect, test } from 'vitest';
import { claimed, N, REGION, X, Y } from './world.ts';

describe('a claim holds', () => {
  test.each([
    ['fell', `"fell" ${X(0)}`],
    ['fell, just beyond rounding', `"fell" ${X(3)}`],
    ['fell, both', `"fell" ${X(0)} ${X(5)}`],
    ['rose', `"rose" ${X(1)}`],
    ['unchanged: −0.05 prints as 0.0', `"unchanged" ${X(2)}`],
    ['unchanged: 0.05 prints as 0.0', `"unchanged" ${X(4)}`],
    ['above', `"above" ${Y(2)} ${Y(0)}`],
    ['below', `"below" ${Y(3)} ${Y(1)}`],
    ['equal: 35.4 and 34.6 both print 35', `"equal" ${Y(0)} ${Y(1)}`],
    ['highest, in a group', '"highest" "published.BTH.pm10.annual-mean.2018" among="TWO"'],
    ['highest, shared and said so', `"highest" ${REGION('YRD')} among="regions" tied=true`],
    ['third, after two that share the first place', `"highest" ${REGION('PRD')} among="regions" rank=3`],
    ['one of the first three, shared or not', `"highest" ${REGION('PRD')} among="regions" within=3`],
    ['lowest', `"lowest" ${REGION('PRD')} among="regions"`],
    ['lowest of the facts named', `"lowest" ${Y(3)} ${Y(0)} ${Y(1)}`],
    ['lowest of years', '"lowest" "best.K.pm25.annual-mean.2018" over="2013..2018"'],
    ['highest of years, by the places of the edition', '"highest" "published.@K.pm25.annual-mean.@B" over="@B..@Y"'],
    ['fell each year', '"fell-each-year" "published.K.pm25.annual-mean.*" over="2013..2016"'],
    ['rose each year', '"rose-each-year" "published.K.o3.p90-mda8.*" over="2015..2017"'],
    ['more than half: 170 of 338', `"more-than" ${N('other-cities')} ${N('whole')} share="half"`],
    ['more than half, of its own n', `"more-than" ${N('other-cities')} share="half"`],
    ['a part of a fall, by its size: 33.3 of 50.0 is 66.6%', `"more-than" ${X(5)} ${X(7)} share="half"`],
    ['and below three quarters', `"less-than" ${X(5)} ${X(7)} share="three-quarters"`],
    ['less than half: 49.9%', '"less-than" "published.N.all.other-share.2018" share="half"'],
    ['more than nine in ten: 336 of 338', `"more-than" ${N('most-cities')} share="nine-tenths"`],
    ['fell by more than a third: 33.36 prints 33.4', `"fell-by-more-than" ${X(6)} share="third"`],
    ['halved: 50.06 prints 50.1', `"fell-by-more-than" ${X(9)} share="half"`],
    ['fell by less than half', `"fell-by-less-than" ${X(5)} share="half"`],
    ['rose by more than nine tenths', `"rose-by-more-than" ${X(10)} share="nine-tenths"`],
    ['rose by less than a tenth', `"rose-by-less-than" ${X(1)} share="tenth"`],
    [
      'more than half, of two parts: 169 + 0 + 170 of 338',
      `"more-than" ${N('attaining-cities')} ${N('no-city')} ${N('other-cities')} ${N('whole')} share="nine-tenths"`,
    ],
    ['all', `"all" ${N('every-city')} ${N('whole')}`],
    ['all of its own n', `"all" ${N('every-city')}`],
    ['all, by the cities it is made of', '"all" "computed.N.no2.annual-mean.2018"'],
    ['none', `"none" ${N('no-city')}`],
    ['all but two', `"all-but" ${N('most-cities')} by=2`],
    ['met', '"met" "t-met" "t-met-2"'],
    ['missed', '"missed" "t-missed"'],
    ['on track', '"on-track" "t-way"'],
    ['behind', '"behind" "t-late"'],
    ['not assessable', '"not-assessable" "t-none"'],
    ['faster', `"faster" ${X(5)} ${X(0)}`],
    ['slower', `"slower" ${X(0)} ${X(5)}`],
    [
      'a mixed year beside the old state, where the text says so',
      '"below" "published.K.so2.annual-mean.2018" "published.K.so2.annual-mean.2017" basis="said"',
    ],
  ])('%s', (_, call) => {
    const { findings, html } = claimed(call);
    expect(findings).toEqual([]);
    expect(html).toContain('<p><span data-claim="1">words</span></p>');
  });
});

describe('a claim is false, and the error says what is true', () => {
  test.each([
    ['fell, of a rise', `"fell" ${X(1)}`, 'rose', '2.0%', `{{#claim "rose" ${X(1)}}}`],
    ['fell, of what prints as 0.0', `"fell" ${X(2)}`, 'unchanged', '0.0%', `{{#claim "unchanged" ${X(2)}}}`],
    ['fell, one of two', `"fell" ${X(0)} ${X(1)}`, 'x1.annual-mean.2018-vs-2017 rose', '2.0%', 'rose'],
    ['rose, of a fall', `"rose" ${X(0)}`, 'fell', '−9.3%', `{{#claim "fell" ${X(0)}}}`],
    ['unchanged, of a fall just beyond rounding', `"unchanged" ${X(3)}`, 'fell', '−0.1%', 'fell'],
    [
      'above, of numbers that print alike',
      `"above" ${Y(0)} ${Y(1)}`,
      'prints the same',
      '35 µg/m³',
      '{{#claim "equal"',
    ],
    ['below, of a higher number', `"below" ${Y(2)} ${Y(1)}`, 'is above', '36 µg/m³', '{{#claim "above"'],
    ['equal, of numbers one apart', `"equal" ${Y(2)} ${Y(1)}`, 'is above', '36', '{{#claim "above"'],
    [
      'highest, of the lowest',
      `"highest" ${REGION('PRD')} among="regions"`,
      'place 3 of 3',
      '34',
      'among="regions" rank=3',
    ],
    [
      'highest, shared and not said so',
      `"highest" ${REGION('BTH')} among="regions"`,
      'shares its place',
      '60',
      'tied=true',
    ],
    ['one of the first two', `"highest" ${REGION('PRD')} among="regions" within=2`, 'place 3', '34', 'within=3'],
    [
      'second, after two that share the first place',
      `"highest" ${REGION('PRD')} among="regions" rank=2`,
      'place 3',
      '34',
      'rank=3',
    ],
    ['lowest of years', '"lowest" "published.K.pm25.annual-mean.2013" over="2013..2018"', 'place 6', '72', 'rank=6'],
    [
      'fell each year, with two that print alike',
      '"fell-each-year" "published.K.pm25.annual-mean.*" over="2013..2018"',
      'stayed',
      '47 µg/m³',
      '',
    ],
    [
      'fell each year, with a rise',
      '"fell-each-year" "published.K.o3.p90-mda8.*" over="2013..2016"',
      'rose from',
      '145',
      '',
    ],
    [
      'rose each year, with a fall',
      '"rose-each-year" "published.K.o3.p90-mda8.*" over="2013..2016"',
      'fell from',
      '140',
      '',
    ],
    [
      'more than half: 169 of 338 is half',
      `"more-than" ${N('attaining-cities')} ${N('whole')} share="half"`,
      '169 of 338',
      '169',
      'share="third"',
    ],
    [
      'less than half: 49.96 prints 50.0',
      '"less-than" "published.N.all.attaining-share.2018" share="half"',
      '50 of 100',
      '50.0%',
      'third',
    ],
    [
      'fell by more than a third: 33.34 prints 33.3',
      `"fell-by-more-than" ${X(5)} share="third"`,
      'fell',
      '−33.3%',
      'share="quarter"',
    ],
    ['halved: 50.04 prints 50.0', `"fell-by-more-than" ${X(8)} share="half"`, 'fell', '−50.0%', 'share="third"'],
    [
      'fell by less than a third, of a rise',
      `"fell-by-less-than" ${X(1)} share="third"`,
      'rose',
      '2.0%',
      '{{#claim "rose"',
    ],
    ['rose by more than a tenth', `"rose-by-more-than" ${X(1)} share="tenth"`, 'rose', '2.0%', '{{#claim "rose"'],
    ['rose by less than half', `"rose-by-less-than" ${X(10)} share="half"`, 'rose', '100.0%', 'share="nine-tenths"'],
    [
      'all',
      `"all" ${N('most-cities')}`,
      '336 of 338',
      '336',
      '{{#claim "all-but" "computed.N.pm25.most-cities.2018" by=2}}',
    ],
    ['all, by the cities it is made of', '"all" "computed.N.pm25.annual-mean.2018"', '335 of 338', '39', 'by=3'],
    ['none', `"none" ${N('every-city')}`, '338 of 338', '338', '{{#claim "all"'],
    ['all but one', `"all-but" ${N('most-cities')} by=1`, '336 of 338', '336', 'by=2'],
    ['met', '"met" "t-met" "t-missed"', 't-missed is missed', '', '{{#claim "missed" "t-missed"}}'],
    ['missed', '"missed" "t-late"', 't-late is behind', '', '{{#claim "behind"'],
    ['on track', '"on-track" "t-late"', 't-late is behind', '', '{{#claim "behind"'],
    ['behind', '"behind" "t-met"', 't-met is met', '', '{{#claim "met"'],
    ['not assessable', '"not-assessable" "t-met"', 't-met is met', '', '{{#claim "met"'],
    ['faster', `"faster" ${X(0)} ${X(5)}`, 'fell', '−33.3%', '{{#claim "slower"'],
    ['faster, by as much', `"faster" ${X(0)} ${X(0)}`, 'by as much', '−9.3%', ''],
    [
      'faster, the other way: 9.3 up and 2.0 up are alike, −9.3 and 2.0 are not',
      `"faster" ${X(0)} ${X(1)}`,
      'rose',
      '2.0%',
      '',
    ],
    ['slower', `"slower" ${X(5)} ${X(0)}`, 'fell', '−33.3%', '{{#claim "faster"'],
  ])('%s', (_, call, is, value, instead) => {
    const { findings, claims } = claimed(call);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'false-claim', file: 'chapter.hbs', row: 2 }]);
    expect(findings[0]?.message).toContain('“words” is claimed');
    expect(findings[0]?.message).toContain(is);
    expect(findings[0]?.message).toContain(value);
    expect(findings[0]?.remedy).toContain(instead);
    expect(findings[0]?.remedy).toContain('Write what is true');
    expect(claims).toMatchObject([{ holds: false, words: 'words', line: 2 }]);
  });
});
