import type { Bilingual, FigureRow, Language } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import type { ChartSpec } from '../to-svg.ts';
import { eventSteps } from './event-steps.ts';
import type { LimitLine } from './limit-line.ts';
import type { Known } from './pick.ts';
import { eventRows, eventSources, eventsInWords, type PolicyEvent } from './policy-events.ts';

type YearStory = Readonly<{
  years: readonly number[];
  /** A place each, with its yearly means; the first is drawn strong. */
  series: readonly Readonly<{ name: Bilingual; facts: readonly Known[] }>[];
  limit: (language: Language) => LimitLine | null;
  /** Policies marked over the years, and under them. */
  above: readonly PolicyEvent[];
  below: readonly PolicyEvent[];
}>;

/** Yearly means of places beside policies at their dates: the drawing, and what its policies add to words, rows and sources. */
export function yearStory(
  ctx: PlateContext,
  { years, series, limit, above, below }: YearStory,
): Readonly<{
  marked: Bilingual;
  rows: readonly FigureRow[];
  sources: readonly string[];
  spec: (language: Language) => ChartSpec;
}> {
  const { format, tokens } = ctx;
  const events = [...above, ...below];
  const words = eventsInWords(events);
  const newState = series.flatMap(({ facts }) => facts).find(({ basis }) => basis === 'actual-298K');
  return {
    marked: { en: `Policies marked: ${words.en}.`, zh: `标出的政策：${words.zh}。` },
    rows: eventRows(events),
    sources: eventSources(ctx, events),
    spec: (language) =>
      eventSteps({
        ...{ years, above, below, language, tokens },
        lines: series.map(({ name, facts }, i) => ({
          name: name[language],
          strong: i === 0,
          levels: facts.map((fact) => ({
            year: Number(fact.period),
            value: fact.value,
            text: format(fact, language),
            computed: fact.origin === 'computed',
          })),
        })),
        limit: limit(language),
        newState: newState ? Number(newState.period) : null,
      }),
  };
}
