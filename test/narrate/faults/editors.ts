import { hashOf } from '../../../pipeline/narrate/approvals/paragraph.ts';
import { type Fault, ID } from './frame.ts';

const said = (text: string, printed: string) => ({
  ...{ by: 'Li', date: '2019-03-01', text },
  facts: [{ id: `${ID}.2018`, value: Number.parseFloat(printed), printed }],
});
/** An approved.json: English paragraphs by their source, and sections that were approved in both languages. */
const approved = (english: Readonly<Record<string, object>>, sections: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({
    sections: Object.fromEntries(Object.entries(sections).map((pair) => pair.map(hashOf))),
    paragraphs: {
      '2018': { en: Object.fromEntries(Object.entries(english).map(([source, one]) => [hashOf(source), one])) },
    },
  });
const HEADING = { A: { ...said('A', ''), facts: [] } };
const MEAN = `{{fact "${ID}.2018"}}`;

/** Faults between two languages, and between a text and what an editor approved of it. Those of approvals stop a final edition only. */
export const EDITORS_FAULTS: readonly Fault[] = [
  {
    what: 'a figure is cited in one language only',
    en: '<h1>A</h1>\n{{figure "nation-series"}} ⟵',
    zh: '<h1>甲</h1>',
    rule: 'parity',
    message: /Only English has figure nation-series in “A”/,
    remedy: /same section of zh\.hbs \(line 1\)/,
  },
  {
    what: 'a fact is cited in one language only',
    en: '<h1>A</h1>\n<p>The mean.</p>',
    zh: `<h1>甲</h1>\n<p>均值${MEAN}。</p> ⟵`,
    at: 'chapters/NN/zh.hbs',
    rule: 'parity',
    message: /Only Chinese has the number .*annual-mean\.2018 in “甲”/,
    remedy: /same section of en\.hbs/,
  },
  {
    what: 'a section stands in one language only',
    en: '<h1>A</h1>\n<h2>B</h2>',
    zh: '<h1>甲</h1> ⟵',
    at: 'chapters/NN/zh.hbs',
    rule: 'parity',
    message: /English has 2 sections, Chinese has 1; English ends with “B” \(line 2\)/,
    remedy: /same headings in the same order/,
  },
  {
    what: 'figures stand in another order',
    en: '<h1>A</h1>\n{{figure "nation-series"}}\n{{figure "good-days"}}',
    zh: '<h1>甲</h1>\n{{figure "good-days"}} ⟵\n{{figure "nation-series"}}',
    at: 'chapters/NN/zh.hbs',
    rule: 'parity',
    message: /Chinese has figure good-days, figure nation-series in “甲”/,
    remedy: /same order/,
  },
  {
    what: 'one language was edited since both were approved',
    final: true,
    en: '<h1>A</h1>\n<p>The mean rose.</p>',
    zh: '<h1>甲</h1> ⟵\n<p>均值。</p>',
    files: {
      'chapters/NN/approved.json': approved({}, { '<h1>A</h1> <p>The mean.</p>': '<h1>甲</h1> <p>均值。</p>' }),
    },
    at: 'chapters/NN/zh.hbs',
    rule: 'parity-edited',
    message: /English was edited in “A” \(line 1\) since both languages were approved; Chinese was not/,
    remedy: /approve the chapter in both languages/,
  },
  {
    what: 'a number has moved since its paragraph was approved',
    final: true,
    en: `<h1>A</h1>\n<p>The mean of the year was ${MEAN}.</p> ⟵`,
    files: {
      'chapters/NN/approved.json': approved({
        ...HEADING,
        [`The mean of the year was ${MEAN}.`]: said('The mean of the year was {}.', '41 µg/m³'),
      }),
    },
    rule: 'stale',
    message: /annual-mean\.2018 “41 µg\/m³” is now “39 µg\/m³”/,
    remedy: /approve it/,
  },
  {
    what: 'a paragraph was edited since it was approved',
    final: true,
    en: `<h1>A</h1>\n<p>The mean of every year was ${MEAN}.</p> ⟵`,
    files: {
      'chapters/NN/approved.json': approved({
        ...HEADING,
        [`The mean of the year was ${MEAN}.`]: said('The mean of the year was {}.', '39 µg/m³'),
      }),
    },
    rule: 'edited',
    message: /was edited since Li approved it on 2019-03-01/,
    remedy: /Approve it again/,
  },
];
