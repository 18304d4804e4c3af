import { compositeIndex } from '../standards/composite-index.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { indexRuleOn, lastDay } from '../standards/rules.ts';
import { POLLUTANTS } from '../types.ts';
import { type Asked, enough, type Made, source } from './asked.ts';
import { byPollutant } from './city-indices.ts';
import { notesOf } from './composite-cities.ts';
import type { AssessContext } from './context.ts';
import { factUnder, type Lens, meanBy, type Refused, readAs, refused, seen } from './lens.ts';
import { measureOf } from './measure.ts';
import { attaining } from './recompute-attaining.ts';
import { change, fallen } from './recompute-change.ts';
import type { Present } from './values.ts';
import { WHO_STATISTIC, type WhoPollutant, whoLevels } from './who-ladder.ts';

/** What a statement rests on, by which it can be made again from the cities' rows. */
export type Measure =
  | 'level'
  | 'change'
  | 'attaining-cities'
  | 'attaining-share'
  | 'above-rung'
  | 'fallen'
  | 'composite';

function level(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const found = enough(asked, lens, context);
  if (refused(found)) return found;
  const { panel, subject, statistic, period } = asked;
  return {
    fact: factUnder(lens, panel, found.rows, {
      subject,
      statistic: readAs(lens, subject, statistic),
      period,
      value: meanBy(lens, panel, found.rows),
      ...measureOf(subject, statistic, context.values.decimalsIn(Number(period))),
      inputs: [source(asked, lens, statistic, period)],
    }),
  };
}

/** Cities above the first interim target of WHO, after rounding to whole µg/m³. */
function aboveRung(asked: Asked, lens: Lens, context: AssessContext): Made | Refused {
  const found = enough({ ...asked, statistic: 'annual-mean' }, lens, context);
  if (refused(found)) return found;
  const { panel, subject, statistic, period } = asked;
  const top = subject in WHO_STATISTIC ? whoLevels(context.data.guidelines, subject as WhoPollutant).at(-1) : null;
  if (!top) return { reason: 'no-figure' };
  return {
    fact: factUnder(lens, panel, found.rows, {
      subject,
      statistic,
      period,
      value: found.rows.filter(({ value }) => roundedNumber(value, 0) > top.value).length,
      unit: 'cities',
      decimals: 0,
      inputs: [source(asked, lens, 'annual-mean', period), 'standards/who-guidelines.csv'],
    }),
  };
}

/** A city's composite index from the rows that the lens lets through. */
function composite(asked: Asked, lens: Lens, { values, data }: AssessContext): Made | Refused {
  const { panel, period } = asked;
  const rule = indexRuleOn(data, lastDay(Number(period)));
  if (!rule) return { reason: 'no-figure' };
  const rows: Present[] = [];
  for (const pollutant of POLLUTANTS) {
    const found = seen(values, lens, panel, pollutant, rule.parts[pollutant].statistic, Number(period));
    if (refused(found)) return found;
    rows.push(...found.rows);
  }
  const index = compositeIndex(byPollutant(rows), rule);
  if (!index) return { reason: 'not-in-archive' };
  return {
    fact: factUnder(lens, panel, rows, {
      subject: 'all',
      statistic: 'composite-index',
      period,
      value: index.index,
      unit: '',
      decimals: rule.decimals,
      notes: notesOf(rule),
      inputs: [
        ...POLLUTANTS.map((p) => source({ ...asked, subject: p }, lens, rule.parts[p].statistic, period)),
        'standards/limits.csv',
        'standards/ranking-rules.csv',
      ],
    }),
  };
}

const MEASURES: Readonly<Record<Measure, (asked: Asked, lens: Lens, context: AssessContext) => Made | Refused>> = {
  level,
  change,
  'attaining-cities': attaining,
  'attaining-share': attaining,
  'above-rung': aboveRung,
  fallen,
  composite,
};

/** Makes the measure anew through a lens, or says why it cannot be made. */
export const recompute = (measure: Measure, asked: Asked, lens: Lens, context: AssessContext): Made | Refused =>
  MEASURES[measure](asked, lens, context);
