import { KEY_REGIONS, type KeyRegion, regionOf } from '../../assess/key-regions.ts';
import { PROGRAMMES } from '../../assess/policy-families.ts';
import { direction } from '../../facts/format.ts';
import { unitOf } from '../../facts/unit-words.ts';
import type { Bilingual } from '../../types.ts';
import { describeSeries } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, noteOn, rowsOf } from '../parts/credits.ts';
import { limitLine } from '../parts/limit-line.ts';
import { MILESTONES } from '../parts/milestones.ts';
import { asPrinted, best, bulletin, type Known, limitOf, namer, type Pair, pairOf, yearsOf } from '../parts/pick.ts';
import { eventsOf, isRegional, type PolicyEvent, provincialPlans, shortName } from '../parts/policy-events.ts';
import { both, changed, joined, said } from '../parts/words.ts';
import { yearStory } from '../parts/year-story.ts';

/** What one plate shows: a set of cities, paler ones beside it, and the records over and under their years. */
type Subject = Readonly<{
  scope: string;
  beside: readonly string[];
  above: readonly PolicyEvent[];
  below: readonly PolicyEvent[];
}>;

const seriesOf = (ctx: PlateContext, scope: string): Known[] =>
  yearsOf(ctx).flatMap((year) => best(ctx.facts, bulletin(scope, 'pm25'), year) ?? []);

/** The nation with its milestones; beside it the key cities, whose series is longer. */
const nation = (ctx: PlateContext): Subject => ({
  scope: ctx.edition.scopes.nation,
  beside: ['KEY74'],
  above: eventsOf(ctx, ({ id }) => MILESTONES[id], isRegional),
  below: [],
});

/** A key region with the national programmes and its own records over the years, its provinces' plans under them. */
function keyRegion(ctx: PlateContext, id: KeyRegion): Subject | null {
  const region = regionOf(id, ctx.data, ctx.edition);
  if (region === null) return null;
  const heads: readonly string[] = PROGRAMMES;
  return {
    scope: region.scope,
    beside: region.cohorts.filter((cohort) => cohort !== region.scope),
    above: eventsOf(
      ctx,
      (policy) => {
        const own = policy.level === 'regional' && region.areas.includes(policy.jurisdiction);
        return own || heads.includes(policy.id) ? shortName(policy) : null;
      },
      isRegional,
    ),
    below: provincialPlans(ctx, region.provinces),
  };
}

/**
 * The longest change into the year assessed that two published figures give, else two computed ones on one state of the air:
 * between levels that are drawn, so that a figure recalculated to another state is not told beside the one first published.
 */
function changeInto(ctx: PlateContext, scope: string): (Pair & { from: number }) | null {
  const pairs = yearsOf(ctx).flatMap((from) => {
    const pair = from < ctx.edition.year ? pairOf(ctx.facts, bulletin(scope, 'pm25'), from, ctx.edition.year) : null;
    const drawn = pair && best(ctx.facts, bulletin(scope, 'pm25'), from)?.value === pair.before.value;
    return pair && drawn ? [{ ...pair, from }] : [];
  });
  return (
    pairs.find(({ change }) => change.origin === 'published') ??
    pairs.find(({ after, before }) => after.basis === before.basis) ??
    null
  );
}

const comparedZh = ({ change, from }: Pair & { from: number }): string =>
  direction(change) === 'same' ? `与${from}年持平` : `比${from}年${changed(change).zh}`;

const NOTE: Bilingual = {
  en: 'Each stroke is the mean of a whole year, dashed where it is computed from city data. Over the years: national (filled) and regional (hollow) records at their date of issue; where only the year is known, in its middle. A date beside a mean does not show an effect.',
  zh: '横线为全年平均值，虚线为按城市数据计算。上方为国家文件（实心）和区域文件（空心），按发布时间排列；仅知年份的置于年中。时间相邻不表示因果。',
};
const UNDER: Bilingual = {
  en: 'Under the years: provincial plans for the Action Plan and the Blue Sky plan.',
  zh: '下方为各省份落实国家行动计划的计划。',
};

function plate(id: string, subjectOf: (ctx: PlateContext) => Subject | null): Plate {
  const drawable = (ctx: PlateContext): Subject | null => {
    const subject = subjectOf(ctx);
    const now = subject && seriesOf(ctx, subject.scope).some(({ period }) => period === String(ctx.edition.year));
    return now && subject.above.length > 0 ? subject : null;
  };
  return {
    id,
    needs: (ctx) => (drawable(ctx) ? null : 'there is no PM2.5 of the year, or no record to mark'),
    draw: (ctx) => {
      const { edition } = ctx;
      const subject = drawable(ctx);
      if (!subject) throw new Error(`${id} cannot be drawn: ask needs first`);
      const { scope, above, below } = subject;
      const nameOf = namer(ctx);
      const own = seriesOf(ctx, scope);
      const series = [scope, ...subject.beside]
        .map((one) => ({ name: nameOf(one), facts: seriesOf(ctx, one) }))
        .filter(({ facts }) => facts.length > 0);
      const limit = limitOf(ctx, 'pm25');
      const pair = changeInto(ctx, scope);
      const now = own.at(-1);
      const used = [...series.flatMap((line) => line.facts), ...(limit ? [limit] : [])];
      const name = nameOf(scope);
      const story = yearStory(ctx, {
        ...{ years: yearsOf(ctx), series, above, below },
        limit: (language) => limitLine(limit, language, ctx),
      });
      return {
        title: both((language) => {
          const level = now ? said(now)[language] : '';
          if (language === 'zh') {
            return pair
              ? `${name.zh}${edition.year}年PM2.5浓度${comparedZh(pair)}，图中标出政策发布时间`
              : `${name.zh}${edition.year}年PM2.5浓度为${level}，图中标出政策发布时间`;
          }
          return pair
            ? `PM2.5 in the ${name.en} ${changed(pair.change).en} from ${pair.from} to ${edition.year}; policies at their dates`
            : `PM2.5 in the ${name.en} was ${level} in ${edition.year}; policies at their dates`;
        }),
        alt: joined([
          describeSeries(
            {
              name: { en: `PM2.5 of the ${name.en}`, zh: `${name.zh}PM2.5` },
              unit: unitOf('µg/m³'),
              decimals: 0,
            },
            own.map((fact) => ({ name: { en: fact.period, zh: `${fact.period}年` }, value: asPrinted(fact) })),
          ),
          story.marked,
        ]),
        rows: [...rowsOf(ctx, used), ...story.rows],
        facts: credits([...used, ...(pair ? [pair.change] : [])]).facts,
        sources: [...new Set([...credits(used).sources, ...story.sources])],
        note: noteOn(used, below.length > 0 ? [NOTE, UNDER] : [NOTE]),
        spec: story.spec,
      };
    },
  };
}

/** PM2.5 of the nation and of each key region, year by year, with the dates of policies. */
export const policyEvents: readonly Plate[] = [
  plate('policy-events-nation', nation),
  ...KEY_REGIONS.map((id) => plate(`policy-events-${id}`, (ctx) => keyRegion(ctx, id))),
];
