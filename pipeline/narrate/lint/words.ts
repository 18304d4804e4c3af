import type { Language } from '../../types.ts';

/** What words assert, which decides how they are bound to data. */
export type Asserting = 'way' | 'extreme' | 'share' | 'run' | 'target' | 'side';

export type WordRule = Readonly<{ asserts: Asserting; en: readonly string[]; zh: readonly string[] }>;

/** Words that say more than a number does, as parts of regular expressions; what follows `(?!` is a name or a term, not an assertion. */
export const WORDS: readonly WordRule[] = [
  {
    asserts: 'way',
    en: [
      'fell(?! most)',
      'fallen',
      'dropped',
      'decreas(?:ed|es)',
      'declin(?:ed|es)',
      'rose(?! most)',
      'risen',
      'increas(?:ed|es)',
      'grew',
      'grown',
      'shrank',
      'improv(?:ed|es)(?! most)',
      'worsen(?:ed|s)',
      'deteriorat(?:ed|es)',
      'doubled',
      'trebled',
      'tripled',
      'halved',
      '(?:became|become|grew|got) (?:cleaner|dirtier|better|worse)',
      '(?:was|were|is|are|remained|stayed|largely) unchanged',
    ],
    zh: [
      '上升',
      '(?<![需须])下降(?!幅度|速度|趋势|的百分比)',
      '降低',
      '升高',
      '增加(?!值)',
      '减少',
      '(?<!空气质量|环境质量|质量|持续)改善(?!幅度|目标|要求|任务|计划|方案|规划|程度|情况|最|较|更|空气)',
      '恶化',
      '好转',
      '反弹',
      '回升',
      '回落',
      '持平',
      '翻番',
      '翻了一番',
      '减半',
      '降至',
      '升至',
      '增至',
      '减至',
    ],
  },
  {
    asserts: 'extreme',
    en: [
      'highest',
      'lowest',
      'largest',
      'smallest',
      'greatest',
      'biggest',
      'best',
      'worst',
      'cleanest',
      'dirtiest',
      'fewest',
      'steepest',
      'fastest',
      'slowest',
      'most (?:often|polluted)',
      'than (?:for |in |of )?any other',
      '(?:fell|rose|improved|adds?|added) (?:the )?most',
      'record (?:high|low|level|year)',
    ],
    zh: [
      '最(?:高|低|大|小|好|差|多|少|快|慢|严重|明显|优)(?!允许|限|8小时)',
      '居首',
      '(?:列|位居|排名)第一',
      '创.{0,6}新(?:高|低)',
    ],
  },
  {
    asserts: 'share',
    en: [
      'most of',
      'most (?!of|often|polluted|likely|recent|recently|notably|importantly)(?:\\w+ )?(?:cities|provinces|capitals|regions|days|months|targets|policies|records|places|plans|measures)',
      'majority',
      '(?:more|less|fewer) than (?:half|a (?:third|quarter|fifth|tenth))',
      '(?:nearly|almost) (?:all|every|none|half)',
      'all but',
      '(?:no|not one) (?:city|province|capital|region)',
      'every (?:province|region|capital|city) (?:has|met|meets|fell|rose|improved|is|was|kept|keeps)',
      'half (?:of )?the (?:cities|provinces|days|regions|targets)',
    ],
    zh: [
      '(?:绝大|大)?多数',
      '大部分',
      '大多(?!数)',
      '过半',
      '半数',
      '一半以上',
      '全部(?:达到|达标|完成|实现|低于|高于)(?!的|二级标准)',
      '均(?:达到|达标|完成|实现|有所|低于|高于|未)',
      '无一',
    ],
  },
  {
    asserts: 'run',
    en: [
      'for the \\w+ (?:year|time) (?:running|in a row)',
      '(?:years?|times?|winters?) (?:running|in a row)',
      'consecutive',
      '(?:fell|rose|fallen|risen|improved|worsened|each|falls|rises) (?:in )?every year',
      'year after year',
      'since records began',
    ],
    zh: [
      '连续(?!多)[^\\s，。]{1,2}年(?!平均|的数据|才)',
      '逐年(?:上升|下降|降低|升高|增加|减少|改善|提高)',
      '每年均',
      '(?<![\\d⁂])年年(?!均|中|底|末|初)',
    ],
  },
  {
    asserts: 'target',
    en: [
      '(?:met|missed|reached|achieved|exceeded|fulfilled|surpassed) (?:(?:its|their|the|this|that|all|every)(?: \\w+)? )?(?:targets?|goals?)',
      '(?:targets?|goals?) (?:was|were|is|are|has been|have been) (?:met|missed|reached|achieved|exceeded|fulfilled)',
      'ahead of (?:schedule|plan|the path)',
      '(?:on track|behind) (?:to|the path|schedule)',
    ],
    zh: [
      '(?:达到|完成|实现|超额完成)了?(?:既定|预期|规划|各项|其)?(?:的)?目标',
      '目标(?:已|均|全部|如期|未)?(?:达到|完成|实现)(?!情况|进度|率)',
      '提前(?:达到|完成|实现)',
      '进度(?:落后|滞后|超前)',
    ],
  },
  {
    asserts: 'side',
    en: [
      '(?:is|are|was|were|remained?|still|well|far) (?:above|below|over|under) the (?:limit|standard|guideline|target|mean)',
      '(?:higher|lower|faster|slower) than',
      'exceed(?:s|ed)?',
    ],
    zh: ['(?<![不未])超过', '(?<!不)高于', '(?<!不)低于', '快于', '慢于'],
  },
];

/** What to write in place of a bare word. */
export const REMEDIES: Readonly<Record<Asserting, string>> = {
  way: '{{change "id"}}, {{#fell "id"}}…{{/fell}} or {{#claim "fell" "id"}}…{{/claim}}',
  extreme: '{{ordered …}} or {{cities …}} in the same sentence, or {{#claim "highest" "id" among="group"}}…{{/claim}}',
  share: '{{#claim "more-than" "part" "whole" share="half"}}…{{/claim}}, or "all", "none", "all-but"',
  run: '{{#claim "fell-each-year" "id with *" over="2013..2017"}}…{{/claim}}',
  target: '{{#claim "met" "target"}}…{{/claim}}, or "missed", "on-track", "behind"',
  side: '{{#above "id" "id"}}…{{/above}} or {{#claim "above" "id" "id"}}…{{/claim}}',
};

const expressionsOf = (language: Language) =>
  WORDS.map(({ asserts, ...words }) => {
    const either = words[language].join('|');
    return { asserts, pattern: new RegExp(language === 'en' ? `\\b(?:${either})\\b` : either, 'giu') };
  });

/** All words of a language as one expression for each kind; words of letters stand whole. */
export const EXPRESSIONS: Readonly<Record<Language, readonly Readonly<{ asserts: Asserting; pattern: RegExp }>[]>> = {
  en: expressionsOf('en'),
  zh: expressionsOf('zh'),
};
