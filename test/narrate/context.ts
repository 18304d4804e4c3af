import { makeFact } from '../../pipeline/fact-id.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { type Context, createContext } from '../../pipeline/narrate/context.ts';
import { createHandlebars } from '../../pipeline/narrate/helpers.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { Fact, Figure, Language } from '../../pipeline/types.ts';
import { city, data, edition, scope } from '../build.ts';

/** A published level or change of the 338 cities' PM2.5. */
export const pm25 = (period: string, value: number | null, parts: Partial<Fact> = {}): Fact =>
  makeFact({
    ...{ origin: 'published', scope: 'CN-338', subject: 'pm25', statistic: 'annual-mean', period, value },
    ...{ unit: /vs/.test(period) ? '%' : 'µg/m³', decimals: /vs/.test(period) ? 1 : 0, method: 'published' },
    reason: value === null ? 'coverage' : null,
    ...parts,
  });

const figure = (id: string): Figure => ({
  id,
  title: { en: `Figure <${id}>`, zh: `图${id}` },
  svg: { en: '<svg><text>PM2.5</text></svg>', zh: '<svg></svg>' },
  alt: { en: '', zh: '' },
  rows: [],
  facts: ['published.CN-338.pm25.annual-mean.2018'],
  sources: ['archive'],
  note: { en: '', zh: '' },
});

/** A figure of an edition's own: its title and note are templates. */
const OWN: Figure = {
  ...figure('own'),
  title: { en: 'PM2.5 <b>{{change "published.CN-338.pm25.annual-mean.@Y-vs-@P"}}</b>', zh: '{{year}}年' },
  note: { en: 'Means of {{year}}.', zh: '' },
};

const DATA = data({
  cities: [city('130600', { short: { en: 'Baoding', zh: '保定' } })],
  scopes: [scope('CN-338', [], { name: { en: '338 cities', zh: '338个城市' } })],
});

/** A context of 2018 with these facts, the figures `map-pm25`, `series` and `own`, and the shipped strings. */
export function contextOf(facts: readonly Fact[], language: Language = 'en', year = 2018): Context {
  return createContext({
    language,
    edition: edition({ id: String(year), year, previousYear: year - 1 }),
    data: DATA,
    facts: new Facts(facts),
    assessment: { facts, rankings: [], reconciliation: [], targets: [], robustness: [], twins: [] },
    figures: new Map([...['map-pm25', 'series'].map((id) => [id, figure(id)] as const), ['own', OWN]]),
    strings: readStrings('templates', language),
    draft: true,
  });
}

/** Fills a template with a context; the file is called chapter.hbs. */
export const fill = (template: string, context: Context): string =>
  createHandlebars(context, () => 'chapter.hbs').compile(template)(context);

/** Text as a reader sees it. */
export const read = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\u00a0/g, ' ');
