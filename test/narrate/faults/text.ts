import { type Fault, ID } from './frame.ts';

const STRINGS = {
  en: '{\n "own": {\n  "only": "In English alone", ⟵\n  "level": "Level in {{year}}"\n }\n}',
  zh: '{\n "own": {\n  "level": "浓度" ⟵\n }\n}',
};
const CIRCLE = { 'partials/one.hbs': 'one\n{{> two}}', 'partials/two.hbs': 'two\n\n{{> one}} ⟵' };
const table = (columns: string, rest = '') =>
  `{\n "title": {"en": "T", "zh": "表"},\n "rows": ["CN-338"],\n "columns": [\n  ${columns} ⟵\n ]${rest}\n}`;

/** Faults of texts and of the folder: what is typed, not translated, not closed, in a circle or not there. */
export const TEXT_FAULTS: readonly Fault[] = [
  {
    what: 'a number is typed by hand',
    en: '<h1>A</h1>\n\n<p>PM2.5 was 39 µg/m³ in 2018. ⟵</p>',
    zh: '<h1>甲</h1>\n\n<p>2018年PM2.5浓度不高。</p>',
    rule: 'typed-number',
    message: /typed by hand: “.*39/,
    remedy: /Name the fact/,
  },
  {
    what: 'English is left in Chinese',
    zh: '<h1>甲</h1>\n<p>空气 has improved in all cities。 ⟵</p>',
    at: 'chapters/NN/zh.hbs',
    rule: 'other-language',
    message: /English in Chinese text: “has improved in all cities”/,
    remedy: /<span lang="en">/,
  },
  {
    what: 'Chinese is left in English',
    en: '<h1>A</h1>\n<p>The plan 大气十条 ⟵</p>',
    zh: '<h1>甲</h1>\n<p>大气十条</p>',
    rule: 'other-language',
    message: /Chinese in English text: “大气十条”/,
    remedy: /<span lang="zh-CN">/,
  },
  {
    what: 'a block is not closed',
    en: `<h1>A</h1>\n<p>a</p>\n{{#has "${ID}.2018"}} ⟵\n<p>b</p>\n`,
    zh: '<h1>甲</h1>',
    rule: 'template',
    message: /opened and not closed/,
    remedy: /Close every block/,
  },
  {
    what: 'a block is closed by another name',
    en: `<h1>A</h1>\n{{#has "${ID}.2018"}} ⟵\n<p>b</p>\n{{/some}}`,
    zh: '<h1>甲</h1>',
    rule: 'template',
    message: /\{\{#has\}\} is closed by \{\{\/some\}\}/,
    remedy: /Close every block/,
  },
  {
    what: 'a quotation mark is missing',
    en: `<h1>A</h1>\n<p>{{fact "${ID}.2018}} ⟵</p>`,
    zh: '<h1>甲</h1>',
    rule: 'template',
    message: /cannot be read/,
    remedy: /write words as "…"/,
  },
  {
    what: 'a partial is not there',
    en: '<h1>A</h1>\n{{> measure}} ⟵',
    rule: 'unknown-partial',
    message: /There is no partial measure/,
    remedy: /write partials\/measure\.hbs/,
  },
  {
    what: 'partials go in a circle',
    en: '<h1>A</h1>\n{{> one}}',
    files: CIRCLE,
    at: 'partials/two.hbs',
    rule: 'circular-partial',
    message: /one → two → one/,
    remedy: /cannot hold itself/,
  },
  {
    what: 'a partial prints a setting that the cover does not have',
    en: '<h1>A</h1>\n{{> motto}}',
    files: { 'partials/motto.hbs': '<p>\n{{cover.moto}} ⟵</p>' },
    at: 'partials/motto.hbs',
    rule: 'unknown-variable',
    message: /The cover has no setting moto/,
    remedy: /"cover" in edition\.json/,
  },
  {
    what: 'a chapter is not translated',
    zh: null,
    at: 'chapters/NN/zh.hbs',
    rule: 'template-missing',
    message: /There is no special\/chapters\/.*zh\.hbs/,
    remedy: /every chapter stands in every language/,
  },
  {
    what: 'edition.json names a chapter that has no folder',
    named: '77-casse',
    at: 'edition.json',
    rule: 'chapter-missing',
    message: /There is no folder special\/chapters\/77-casse/,
    remedy: /en\.hbs and zh\.hbs.*-case/,
  },
  {
    what: 'a folder of a chapter is named by no edition',
    files: { 'chapters/88-spare/en.hbs': '<h1>B</h1>', 'chapters/88-spare/zh.hbs': '<h1>乙</h1>' },
    at: 'edition.json',
    rule: 'chapter-unnamed',
    message: /88-spare is a chapter that edition\.json does not name/,
    remedy: /Name it under chapters/,
  },
  {
    what: 'a short text is in one language only',
    files: { 'strings/en.json': STRINGS.en, 'strings/zh.json': STRINGS.zh.replace(' ⟵', '') },
    at: 'strings/en.json',
    rule: 'text-missing',
    message: /Chinese has no text own\.only/,
    remedy: /special\/strings\/zh\.json/,
  },
  {
    what: 'a short text has other places to fill than its translation',
    files: { 'strings/en.json': STRINGS.en.replace(' ⟵', ''), 'strings/zh.json': STRINGS.zh },
    at: 'strings/zh.json',
    rule: 'text-places',
    message: /own\.level has nothing to fill, where English has \{\{year\}\}/,
    remedy: /the same/,
  },
  {
    what: 'a table is no JSON',
    files: { 'tables/broken.json': '{\n "title": {"en": "T" "zh": "表"} ⟵\n}' },
    at: 'tables/broken.json',
    rule: 'bad-table',
    message: /“,” or “}” is missing before/,
    remedy: /valid JSON/,
  },
  {
    what: 'a field of a table is misspelt',
    files: { 'tables/field.json': table(`{"head": {"en": "L", "zh": "浓度"}, "fact": "${ID}.2018", "unt": "%"}`) },
    at: 'tables/field.json',
    rule: 'bad-table',
    message: /columns\.0: Unrecognized key: "unt"/,
    remedy: /A column knows: head, unit, fact/,
  },
  {
    what: 'a column of a table names facts that nothing has',
    files: {
      'tables/facts.json': table('{"head": {"en": "L", "zh": "浓度"}, "fact": "published.*.pm25.anual-mean.2018"}'),
    },
    at: 'tables/facts.json',
    rule: 'unknown-fact',
    message: /There is no fact published\.CN-338\.pm25\.anual-mean\.2018/,
    remedy: /Nearest: published\.CN-338\.pm25\.annual-mean\.2018/,
  },
  {
    what: 'a note of a table is misspelt',
    files: {
      'tables/notes.json': table(
        `{"head": {"en": "L", "zh": "浓度"}, "fact": "${ID}.2018"}`,
        ',\n "notes": ["publisht-decimals"]',
      )
        .replace(' ⟵', '')
        .replace('"publisht-decimals"]', '"publisht-decimals"] ⟵'),
    },
    at: 'tables/notes.json',
    rule: 'unknown-string',
    message: /There is no text note\.publisht-decimals/,
    remedy: /note\.published-decimals/,
  },
  {
    what: 'a number is typed into the title of a table',
    files: {
      'tables/title.json': `{\n "title": {"en": "The 12 best cities", "zh": "最好的城市"}, ⟵\n "rows": ["CN-338"],\n "columns": [{"head": {"en": "L", "zh": "浓度"}, "fact": "${ID}.2018"}]\n}`,
    },
    at: 'tables/title.json',
    rule: 'typed-number',
    message: /The 12 best cities/,
    remedy: /Name the fact/,
  },
  {
    what: 'a term of the glossary lacks a language',
    files: {
      'glossary.json':
        '{\n "inversion": {\n  "name": {"en": "Inversion"}, ⟵\n  "text": {"en": "Warm over cold.", "zh": "上暖下冷。"}\n }\n}',
    },
    at: 'glossary.json',
    rule: 'bad-glossary',
    message: /inversion\.name\.zh/,
    remedy: /name and text/,
  },
];
