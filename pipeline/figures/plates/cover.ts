import { printedNumber } from '../../facts/format.ts';
import { binOf } from '../china-map.ts';
import type { Plate } from '../figure.ts';
import { mm } from '../paper.ts';
import { ramp } from '../tokens.ts';

const BREAKS = [15, 25, 35, 50, 65];

/** The cover: every city a line, from the cleanest to the most polluted, as long and as dark as its annual mean of PM2.5. */
export const cover: Plate = {
  id: 'cover',
  needs: ({ assessment, edition }) =>
    assessment.rankings.some(
      ({ list, cohort, year }) => list === 'cleanest' && cohort === edition.scopes.nation && year === edition.year,
    )
      ? null
      : 'no city has an annual mean of PM2.5',
  draw: ({ assessment, edition, facts, tokens }) => {
    const ranks = assessment.rankings.filter(
      ({ list, cohort, year }) => list === 'cleanest' && cohort === edition.scopes.nation && year === edition.year,
    );
    const shown = ranks
      .map(({ code }) => facts.get(`computed.${code}.pm25.annual-mean.${edition.year}`))
      .flatMap((fact) => (fact.value === null ? [] : [{ fact, value: fact.value }]))
      .sort((a, b) => a.value - b.value);
    const colours = ramp(tokens, 'seq', 7).slice(1);
    const bins = { breaks: BREAKS, colours };
    const rows = shown.map(({ fact, value }, i) => ({ place: i, code: fact.scope, value, fact: fact.id }));
    const marks = rows.map(({ place, value }) => ({ place, value, colour: colours[binOf(value, bins)] }));
    const ends = [shown[0], shown.at(-1)].map((end) => (end ? printedNumber(end.fact) : ''));
    return {
      title: { en: 'All cities by annual mean of PM2.5', zh: '各城市PM2.5年均浓度' },
      alt: {
        en: `Cover drawing: ${rows.length} cities as vertical lines, ordered by annual mean of PM2.5 from ${ends[0]} to ${ends[1]} µg/m³.`,
        zh: `封面图：${rows.length}个城市各为一条竖线，按PM2.5年均浓度由${ends[0]}至${ends[1]}微克/立方米排列。`,
      },
      rows,
      facts: shown.map(({ fact }) => fact.id),
      sources: [...new Set(shown.flatMap(({ fact }) => fact.sources))],
      note: { en: '', zh: '' },
      spec: () => ({
        $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
        width: mm(210),
        height: mm(120),
        padding: 0,
        data: { values: marks },
        mark: { type: 'bar', binSpacing: 0, width: { band: 0.62 } },
        encoding: {
          x: { field: 'place', type: 'ordinal', axis: null, scale: { paddingOuter: 0 } },
          y: { field: 'value', type: 'quantitative', axis: null, scale: { domainMin: 0 } },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
        config: { view: { stroke: null } },
      }),
    };
  },
};
