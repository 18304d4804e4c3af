import { lineCounter } from '../../line-counter.ts';
import type { Finding, Language } from '../../types.ts';
import { remembered } from '../remembered.ts';
import { runningText } from '../source/running-text.ts';
import { type Place, templateError } from '../template-error.ts';

/** Names with digits in them, and the words of standards: everything else that is a number is a fact. */
const NAMES: readonly RegExp[] = [
  /PM2\.5|PM10|SO2|NO2|CO2|O3|NH3|N2O|\bMDA8\b/g,
  /[“"]?2\s?[+＋]\s?26[”"]?/g,
  // Standards and their clauses: GB 3095-2012, GB/T 8170, HJ 633-2012, AQG 2021.
  /\b(?:GB|HJ)(?:\/T)?\s?\d{3,5}(?:[-—–]\d{4})?/g,
  // Documents: 国发〔2013〕37号.
  /〔\d{4}〕\s?\d+号/g,
  // Averaging times, percentiles and classes as the standards name them.
  /\b(?:24|8|1)[-\s]hours?\b|(?:24|8|1)\s?小时/g,
  /\b9[058]th\b|第?9[058]\u200b?百分位数?|\bP9[058]\b/g,
  /\bclass(?:es)? [12](?: (?:and|or|to) [12])?\b/gi,
  /\bIT-[1-4]\b|目标[1-4]/g,
  // States of the air: 273 K, 298.15 K, 101.325 kPa, 1013.25 hPa.
  /\b(?:273|298\.15)\s?K\b|\b(?:101\.325|1013\.25)\s?[kh]Pa\b/g,
  // Years, winters and months in Chinese: 2018, 2013–2017, 2017–18, 2018年9月, 4—12月.
  /(?<!\d)(?:19|20)\d{2}[-–]\d{2}(?!\d)/g,
  /(?<!\d)(?:1[0-2]|[1-9])[—–](?:1[0-2]|[1-9])月/g,
  /(?<!\d)(?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:1[0-2]|[1-9])月(?:(?:[12]\d|3[01]|[1-9])日)?/g,
];

/** A finding in a text: what it is, and in which of its lines. */
export type Found = Readonly<{ text: string; line: number }>;

/** Every match with its line. The text must have the lines of its source. */
function matches(text: string, pattern: RegExp): Found[] {
  const lineOf = lineCounter(text);
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0].trim(), line: lineOf(match.index) }));
}

const blank = (text: string): string => text.replace(/[^\n]+/g, ' ');

/** Numbers in running text that are neither a year nor a name: somebody typed what the data should say. */
export const typedNumbers = remembered((template): readonly Found[] => {
  const rest = NAMES.reduce((text, name) => text.replace(name, blank), runningText(template));
  return matches(rest, /.{0,20}[\d０-９][\d０-９.,]*.{0,20}/g);
});

/** A template without the elements whose tag says that they are in another language. */
const without = (template: string, language: Language) =>
  template.replace(new RegExp(`<(\\w+)[^>]*\\blang="${language}[^"]*"[^>]*>[\\s\\S]*?</\\1>`, 'g'), blank);

/** Three or more English words in a row, names and abbreviations in capitals aside. */
export const englishRuns = remembered((template): readonly Found[] => {
  const runs = matches(runningText(without(template, 'en')), /[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*){2,}/g);
  return runs.filter(({ text }) => (text.match(/\b[a-z]{2,}/g) ?? []).length >= 2);
});

/** Chinese characters in English text, where the tag around them does not say that they are Chinese. */
export const strayChinese = remembered((template): readonly Found[] => {
  return matches(runningText(without(template, 'zh')), /[\p{Script=Han}，。；：]+/gu);
});

/** Numbers typed by hand, and words in the other language, in a text of one language that begins there; of no language (partials): null. */
export function runningFaults(text: string, language: Language | null, { file, line }: Place): Finding[] {
  const at = (found: Found) => ({ file, line: found.line + line - 1 });
  const numbers = typedNumbers(text).map((found) =>
    templateError(
      at(found),
      'typed-number',
      `A number is typed by hand: “${found.text}”.`,
      'Name the fact that says it: {{fact "…"}}, {{count "…"}}, {{n "…"}}. Years, standards and names may hold digits.',
    ),
  );
  const strays = language === null ? [] : language === 'zh' ? englishRuns(text) : strayChinese(text);
  const foreign = strays.map((found) =>
    templateError(
      at(found),
      'other-language',
      `${language === 'zh' ? 'English in Chinese' : 'Chinese in English'} text: “${found.text}”.`,
      `Translate it, or put it into <span lang="${language === 'zh' ? 'en' : 'zh-CN'}">…</span>.`,
    ),
  );
  return [...numbers, ...foreign];
}
