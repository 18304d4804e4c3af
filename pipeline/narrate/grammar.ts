import { STANDINGS } from '../assess/robustness-counts.ts';

/** What a setting may be: a number, a text, or one of some words. */
export type Setting = 'number' | 'text' | readonly string[];

/** How a helper is called. */
export type Form = Readonly<{
  /** How many words it takes at least and at most. */
  words: readonly [number, number];
  /** Whether it stands around a part of the text; `either`: both ways. */
  block?: true | 'either';
  settings?: Readonly<Record<string, Setting>>;
  /** What its words name, where that can be looked up without the data; or the words themselves. */
  names?: 'figure' | 'table' | 'anchor' | 'term' | 'year' | readonly string[];
  /** A call as it should be, for whoever wrote it otherwise. */
  example: string;
}>;

const MANY = 99;
/** `missing="say"`: a missing number prints as a dash with its reason in words. Without it a missing number is an error. */
const NUMBER = { decimals: 'number', missing: ['say'] } as const;
const MISSING = { missing: ['say'] } as const;
const inline = (words: Form['words'], example: string, more: Partial<Form> = {}): Form => ({ words, example, ...more });
const block = (words: Form['words'], example: string, more: Partial<Form> = {}): Form => ({
  ...{ words, example, block: true },
  ...more,
});

/**
 * The language of templates: every helper, how many words it takes, which settings, and what they may be. Calls that are otherwise are
 * errors (checks/calls.ts), wherever they stand: also in parts of a text that this year does not print. The meaning of the
 * helpers is in helpers.ts; templates/README.md shows them with examples.
 */
export const LANGUAGE: Readonly<Record<string, Form>> = {
  fact: inline([1, 1], '{{fact "best.@N.pm25.annual-mean.@Y"}}', { settings: NUMBER }),
  value: inline([1, 1], '{{value "best.@N.pm25.annual-mean.@Y"}}', { settings: NUMBER }),
  change: inline([1, 1], '{{change "published.@N.pm25.annual-mean.@Y-vs-@P"}}', {
    settings: { form: ['verb', 'noun', 'count', 'days', 'size', 'signed'], ...MISSING },
  }),
  count: inline([2, 3], '{{count "computed.@N.all.attaining.@Y" "city" "cities"}}', { settings: MISSING }),
  n: inline([1, 1], '{{n "computed.@N.pm25.annual-mean.@Y"}}', { settings: MISSING }),
  of: inline([1, 1], '{{of "computed.@N.pm25.annual-mean.@Y"}}', { settings: MISSING }),
  ordered: inline([2, 2], '{{ordered "regions" "published.*.pm25.annual-mean.@Y" count=3}}', {
    settings: { count: 'number', first: ['highest', 'lowest'], way: ['up', 'down'] },
  }),
  cities: inline([1, 1], '{{cities "cleanest" count=5}}', { settings: { count: 'number', cohort: 'text' } }),
  standard: inline([1, 1], '{{standard "limits"}}', { names: ['limits', 'assessment', 'index'] }),
  statements: inline([1, 1], '{{statements "dependent"}}', { names: STANDINGS }),
  scope: inline([1, 1], '{{scope "BTH13"}}'),
  figure: inline([1, 1], '{{figure "map-pm25"}}', {
    names: 'figure',
    settings: { size: ['wide', 'half', 'page', 'pull'] },
  }),
  drawing: inline([1, 1], '{{drawing "cover"}}', { names: 'figure' }),
  table: inline([1, 1], '{{table "regions"}}', { names: 'table' }),
  ref: inline([1, 1], '{{ref "fig-map-pm25"}}', { names: 'anchor' }),
  page: inline([1, 1], '{{page "fig-map-pm25"}}', { names: 'anchor' }),
  policy: inline([1, 1], '{{policy "cn-2013-action-plan"}}'),
  records: inline([1, 1], '{{records "coal"}}'),
  source: inline([1, 1], '{{source "airclim"}}'),
  date: inline([1, 1], '{{date "2018-09-01"}}'),
  placeholder: inline([1, 1], '{{placeholder "map to come"}}', { settings: { approved: 'text' } }),
  text: inline([1, 1], '{{text "document.series"}}'),
  note: inline([1, 1], '{{note "published-decimals"}}, or {{#note "a name"}}…{{/note}}', { block: 'either' }),
  term: inline([1, 1], '{{term "mda8"}}', { names: 'term', settings: { as: 'text' } }),
  glossary: inline([0, 0], '{{glossary}}'),
  year: inline([0, 0], '{{year}}'),
  previousYear: inline([0, 0], '{{previousYear}}'),
  baselineYear: inline([0, 0], '{{baselineYear}}'),
  has: block([1, MANY], '{{#has "best.@N.pm25.annual-mean.@Y"}}…{{/has}}'),
  filled: block([1, MANY], '{{#filled "regions"}}…{{/filled}}', { names: 'table' }),
  some: block([1, 1], '{{#some "computed.@N.all.attaining.@Y"}}…{{/some}}'),
  from: block([1, 1], '{{#from 2018}}…{{/from}}', { names: 'year' }),
  drawn: block([1, MANY], '{{#drawn "map-pm25"}}…{{/drawn}}', { names: 'figure' }),
  above: block([2, 2], '{{#above "a fact" "another"}}…{{/above}}'),
  rose: block([1, MANY], '{{#rose "published.@N.pm25.annual-mean.@Y-vs-@P"}}…{{/rose}}'),
  fell: block([1, MANY], '{{#fell "published.@N.pm25.annual-mean.@Y-vs-@P"}}…{{/fell}}'),
  if: block([1, 1], '{{#if draft}}…{{/if}}'),
  unless: block([1, 1], '{{#unless draft}}…{{/unless}}'),
  each: block([1, 1], '{{#each contents}}…{{/each}}'),
  with: block([1, 1], '{{#with cover}}…{{/with}}'),
};

/** Helpers whose settings belong to what they name: their own checks look at them (claims/). */
export const FREE: Readonly<Record<string, Form>> = {
  claim: block([2, MANY], '{{#claim "fell" "published.@N.pm25.annual-mean.@Y-vs-@P"}}fell{{/claim}}'),
  plain: block([1, 1], '{{#plain "why"}}…{{/plain}}'),
};

/** What the program gives to every template, and to the page around the chapters; settings of the cover are `cover.…`. */
export const VARIABLES: readonly string[] = [
  ...['lang', 'folder', 'title', 'subtitle', 'pageTitle', 'mapApproval', 'draft', 'cover'],
  ...['body', 'contents', 'figures', 'tables'],
  // Of each line of the contents, and of the lists of figures and tables.
  ...['anchor', 'level', 'number', 'this', '@index', '@first', '@last', '@key'],
];
