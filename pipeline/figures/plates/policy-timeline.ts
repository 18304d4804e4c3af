import { type Bilingual, POLICY_LEVELS } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { MILESTONES } from '../parts/milestones.ts';
import { type Known, known, yearsOf } from '../parts/pick.ts';
import { eventRows, eventsInWords, eventsOf, isRegional } from '../parts/policy-events.ts';
import { registerSources } from '../parts/register.ts';
import { timeline } from '../parts/timeline.ts';
import { both } from '../parts/words.ts';

const LEVEL: Readonly<Record<(typeof POLICY_LEVELS)[number], Bilingual>> = {
  national: { en: 'National', zh: '国家' },
  regional: { en: 'Regional', zh: '区域' },
  provincial: { en: 'Provincial', zh: '省级' },
  municipal: { en: 'Municipal', zh: '市级' },
};

const issued = ({ facts }: PlateContext, scope: string, year: number) =>
  known(facts, `register.${scope}.all.issued.${year}`);

/** Milestones of nation and regions along the years, above the counts of records issued at each level. */
export const policyTimeline: Plate = {
  id: 'policy-timeline',
  needs: (ctx) => (issued(ctx, 'CN', ctx.edition.year) ? null : 'the register holds no record of the year'),
  draw: (ctx) => {
    const { edition, format, tokens } = ctx;
    const years = yearsOf(ctx);
    const events = eventsOf(ctx, ({ id }) => MILESTONES[id], isRegional);
    const counts = POLICY_LEVELS.map((level) => ({ level, facts: years.map((year) => issued(ctx, level, year)) }));
    const used = counts.flatMap(({ facts }) => facts).filter((fact): fact is Known => fact !== null);
    const [now, before] = [issued(ctx, 'CN', edition.year), issued(ctx, 'CN', edition.previousYear)];
    const said = [now, before].filter((fact): fact is Known => fact !== null);
    const named = eventsInWords(events);
    const last = both((language) =>
      counts
        .map(({ level, facts }) => `${LEVEL[level][language]} ${facts.at(-1)?.value ?? 0}`)
        .join(language === 'en' ? ', ' : '、'),
    );
    return {
      title: both((language) => {
        const [n, m] = [now ? format(now, language) : '', before ? format(before, language) : null];
        if (language === 'zh') return `登记库收录${edition.year}年发布的文件${n}份${m ? `，上年为${m}份` : ''}`;
        return `The register holds ${n} records issued in ${edition.year}${m ? `, after ${m} of the year before` : ''}`;
      }),
      alt: {
        en: `Timeline ${years[0]} to ${edition.year}. Milestones: ${named.en}. Records issued in ${edition.year}: ${last.en}.`,
        zh: `${years[0]}年至${edition.year}年时间线。重要文件：${named.zh}。${edition.year}年发布文件数：${last.zh}。`,
      },
      rows: [...rowsOf(ctx, used), ...eventRows(events)],
      facts: credits([...used, ...said]).facts,
      sources: registerSources(ctx),
      note: {
        en: 'Above: selected national (filled) and regional (hollow) records at their date of issue. Below: records issued, by level; the area of a circle is the number.',
        zh: '上部为部分重要的国家文件（实心）和区域文件（空心），按发布时间排列；下部为各层级发布文件数，圆面积与数量成正比。',
      },
      spec: (language) =>
        timeline({
          years,
          events,
          lanes: counts.map(({ level, facts }) => ({
            name: LEVEL[level][language],
            counts: facts.map((fact) => (fact ? { text: format(fact, language), value: fact.value } : null)),
          })),
          language,
          tokens,
        }),
    };
  },
};
