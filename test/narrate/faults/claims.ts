import { type Fault, ID } from './frame.ts';

const NOW = `"${ID}.2018"`;
const BEFORE = `"${ID}.2017"`;
const NULL = `"${ID}.2016"`;
/** −9.3 % and +4.1 %. */
const FALL = `"${ID}.2018-vs-2017"`;
const RISE = `"${ID}.2015-vs-2014"`;

/** One false claim of each kind; the levels are 43, 39 and 40 in 2017 to 2019, target `t-late` is behind its path. */
const FALSE: readonly (readonly [kind: string, rest: string, is: RegExp, remedy: RegExp])[] = [
  ['fell', RISE, /rose: .*4\.1%/, /\{\{#claim "rose"/],
  ['rose', FALL, /fell: .*−9\.3%/, /\{\{#claim "fell"/],
  ['unchanged', FALL, /fell: .*−9\.3%/, /\{\{#claim "fell"/],
  ['faster', `${RISE} ${FALL}`, /rose: .*while .*fell/, /what is true/],
  ['slower', `${RISE} ${FALL}`, /rose: .*while .*fell/, /what is true/],
  ['fell-by-more-than', `${FALL} share="tenth"`, /−9\.3%/, /\{\{#claim "fell"/],
  ['fell-by-less-than', `${RISE} share="tenth"`, /4\.1%/, /\{\{#claim "rose"/],
  ['rose-by-more-than', `${RISE} share="tenth"`, /4\.1%/, /\{\{#claim "rose"/],
  ['rose-by-less-than', `${FALL} share="half"`, /−9\.3%/, /\{\{#claim "fell"/],
  ['above', `${NOW} ${BEFORE}`, /39 µg\/m³\) is below .*43/, /\{\{#claim "below"/],
  ['below', `${BEFORE} ${NOW}`, /43 µg\/m³\) is above .*39/, /\{\{#claim "above"/],
  ['equal', `${NOW} ${BEFORE}`, /is below/, /\{\{#claim "below"/],
  ['highest', `${NOW} over="2017..2018"`, /place 2 of 2/, /rank=2/],
  ['lowest', `${BEFORE} ${NOW}`, /place 2 of 2/, /rank=2/],
  ['fell-each-year', `"${ID}.*" over="2018..2019"`, /rose from .*39.* to .*40/, /what is true/],
  ['rose-each-year', `"${ID}.*" over="2017..2018"`, /fell from .*43.* to .*39/, /what is true/],
  ['more-than', `${NOW} ${BEFORE} share="whole"`, /39 of 43/, /share="nine-tenths"/],
  ['less-than', `${NOW} ${BEFORE} share="half"`, /39 of 43/, /\{\{#claim "more-than"/],
  ['all', `${NOW} ${BEFORE}`, /39 of 43/, /by=4/],
  ['none', `${NOW} ${BEFORE}`, /39 of 43/, /by=4/],
  ['all-but', `${NOW} ${BEFORE} by=3`, /39 of 43/, /by=4/],
  ['met', '"t-late"', /t-late is behind/, /\{\{#claim "behind"/],
  ['missed', '"t-late"', /t-late is behind/, /\{\{#claim "behind"/],
  ['on-track', '"t-late"', /t-late is behind/, /\{\{#claim "behind"/],
  ['behind', '"t-done"', /t-done is met/, /\{\{#claim "met"/],
  ['not-assessable', '"t-late"', /t-late is behind/, /\{\{#claim "behind"/],
];

const claim = (kind: string, rest: string, words = 'words') => `{{#claim "${kind}" ${rest}}}${words}{{/claim}}`;

/** A fault in English, and the same in Chinese. */
function inBoth(what: string, en: string, zh: string, parts: Omit<Fault, 'what' | 'en' | 'zh' | 'at'>): Fault[] {
  const english = `<h1>A</h1>\n<p>${en}</p>`;
  const chinese = `<h1>甲</h1>\n<p>${zh}</p>`;
  return [
    { ...parts, what, en: `${english} ⟵`, zh: chinese },
    { ...parts, what: `${what}, in Chinese`, en: english, zh: `${chinese} ⟵`, at: 'chapters/NN/zh.hbs' },
  ];
}

/** Claims that are false or cannot be judged, and assertions that are no claims. */
export const CLAIM_FAULTS: readonly Fault[] = [
  ...FALSE.flatMap(([kind, rest, message, remedy]) =>
    inBoth(`a claim “${kind}” is false`, `It is ${claim(kind, rest)}.`, `${claim(kind, rest, '如此')}。`, {
      ...{ rule: 'false-claim', message, remedy },
    }),
  ),
  ...inBoth('a claim is of an unknown kind', claim('fel', FALL), claim('fel', FALL, '下降'), {
    ...{ rule: 'unknown-claim', message: /There is no claim “fel”/, remedy: /Nearest: fell/ },
  }),
  ...inBoth(
    'a claim lacks a setting',
    claim('more-than', `${NOW} ${BEFORE}`),
    claim('more-than', `${NOW} ${BEFORE}`, '多数'),
    { rule: 'claim-parameter', message: /“more-than” lacks share=/, remedy: /share="half"/ },
  ),
  ...inBoth('a setting of a claim is misspelt', claim('highest', `${NOW} ovr="2017..2018"`), '', {
    ...{ rule: 'claim-parameter', message: /has no setting ovr/, remedy: /Nearest: over/ },
  }).slice(0, 1),
  ...inBoth(
    'a claim is made on a number that is missing',
    claim('above', `${NULL} ${NOW}`),
    claim('above', `${NULL} ${NOW}`),
    {
      ...{ rule: 'claim-unjudged', message: /cannot be judged: .*2016 has no number/, remedy: /\{\{#has "/ },
    },
  ),
  ...inBoth('a word asserts something outside a claim', 'The mean of the year fell again.', '全年平均浓度下降。', {
    ...{ final: true, rule: 'bare-assertion', message: /“(?:fell|下降)” asserts/, remedy: /\{\{#claim "fell"/ },
  }),
  ...inBoth('a target is said to be met outside a claim', 'The province met its target.', '全省提前完成任务。', {
    ...{
      final: true,
      rule: 'bare-assertion',
      message: /“(?:met its target|提前完成)” asserts/,
      remedy: /\{\{#claim "met"/,
    },
  }),
  {
    ...{ what: 'plain words do not say why', en: '<h1>A</h1>\n<p>{{#plain ""}}highest{{/plain}}</p> ⟵' },
    ...{ rule: 'claim-parameter', message: /does not say why/, remedy: /\{\{#plain "/ },
  },
];
