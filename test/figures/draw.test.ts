import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Facts } from '../../pipeline/facts/fact.ts';
import { drawFigures } from '../../pipeline/figures/draw.ts';
import { folder } from '../build.ts';
import { contextOf, fact } from './kinds/context.ts';

const TOKENS = ['paper', 'ink', 'ink-2', 'rule', 'wash', 'accent', 'accent-2', 'seq-4'];

/** A templates folder with one edition that holds these figures and colours. */
function templates(figures: Readonly<Record<string, object>>, ownTokens = ''): string {
  const shared = [...TOKENS, 'pm25', 'no2', 'so2', 'co', 'pm10', 'o3']
    .concat(['seq', 'div'].flatMap((ramp) => [1, 2, 3, 4, 5, 6, 7].map((n) => `${ramp}-${n}`)))
    .map((name) => `--${name}: #123456;`);
  const own = Object.entries(figures).map(([id, figure]) => [`special/figures/${id}.json`, JSON.stringify(figure)]);
  return folder({
    'styles/tokens.css': `:root { ${shared.join(' ')} }`,
    'special/styles/tokens.css': `:root { ${ownTokens} }`,
    ...Object.fromEntries(own),
  });
}

const SLOPE = {
  kind: 'slope',
  title: { en: '{{baselineYear}} and {{year}}', zh: '{{baselineYear}}年与{{year}}年' },
  members: ['110000', '310000'],
  fact: 'computed.*.pm25.annual-mean.{year}',
  from: '@B',
  to: '@Y',
};
const FACTS = ['110000', '310000'].flatMap((code) =>
  [2013, 2017].map((year) => fact(`computed.${code}.pm25.annual-mean.${year}`, 2030 - year)),
);

const drawIn = async (templatesDir: string) => {
  const { edition, assessment, data } = contextOf(FACTS);
  const facts = new Facts(FACTS);
  return drawFigures({
    ...{ edition: { ...edition, folder: 'special' }, assessment, data, facts },
    ...{ dataDir: 'data', templatesDir },
  });
};

describe('the figures of an edition', () => {
  it('are the standard plates that have data and those the edition brings, in its own colours', async () => {
    const { figures, findings } = await drawIn(templates({ 'slope-two': SLOPE }, '--seq-4: #abcdef;'));
    expect(findings).toEqual([]);
    const own = figures.find(({ id }) => id === 'slope-two');
    expect(own?.title.en).toBe('{{baselineYear}} and {{year}}');
    // Both cities fell from 17 to 13, so their lines are in the fourth step of the ramp.
    expect(own?.svg.en).toContain('#abcdef');
  });

  it('lack nothing silently: one without data is an error that names the facts and the nearest, unless it is optional', async () => {
    const none = { ...SLOPE, fact: 'computed.*.pm25.anual-mean.{year}' };
    const { figures, findings } = await drawIn(templates({ 'slope-a': none, 'slope-b': { ...none, optional: true } }));
    expect(figures.map(({ id }) => id)).not.toContain('slope-a');
    expect(findings).toMatchObject([
      { severity: 'error', rule: 'figure-without-data', file: path.join('special', 'figures', 'slope-a.json') },
    ]);
    expect(findings[0]?.message).toContain('computed.110000.pm25.anual-mean.2013');
    expect(findings[0]?.remedy).toContain('computed.110000.pm25.annual-mean.2013');
  });

  it('report a colour or a place that does not exist with the file they stand in', async () => {
    const wrong = { ...SLOPE, highlight: { 110000: 'crimson' } };
    const { findings } = await drawIn(templates({ 'slope-a': wrong, 'slope-b': { ...SLOPE, members: ['11000'] } }));
    expect(findings.map(({ rule, file }) => [rule, path.basename(file)])).toEqual([
      ['unknown-colour', 'slope-a.json'],
      ['unknown-scope', 'slope-b.json'],
    ]);
  });
});
