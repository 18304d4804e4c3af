const HAN = /[\p{Script=Han}〇]/u;
/** Signs that are as wide as a character. */
const WIDE = '，。；：！？、（）《》〈〉〔〕【】';
const afterHan = (sign: string): boolean => HAN.test(sign) || WIDE.includes(sign) || '”’…'.includes(sign);
/** None of these is made from another sign, so that text that is set stays as it is. */
const beforeHan = (sign: string): boolean => HAN.test(sign) || '《〈〔'.includes(sign);

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。' };
const CORNERS: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** What is open in the paragraph that is being set: brackets, each full-width or not, and a quotation mark. */
export type Open = { brackets: boolean[]; quoted: boolean };

const SIGNS = /&#?\w+;|\.{3,}|-{2,}|[,;:!?.()"「」『』]/g;

/**
 * Punctuation of Chinese text, full-width where it stands by Han: typed half-width commas, stops and brackets, straight
 * quotation marks (“ ”, as GB/T 15834 has them), dashes (——) and ellipses (……) are set right. Between Latin words and
 * figures they stay. `text` has a character of its neighbours, or U+E000, at each end.
 */
export function punctuated(text: string, open: Open): string {
  let [set, from] = ['', 0];
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    if (index === 0 || index === text.length - 1) continue;
    set += text.slice(from, index);
    from = index + sign.length;
    const after = text
      .slice(from, from + 8)
      .trimStart()
      .charAt(0);
    set += signSet(sign, { before: set.at(-1) ?? '', next: text.charAt(from), after }, open);
  }
  return set + text.slice(from);
}

/** `next` stands directly after the sign, `after` with white space left out. */
type Around = Readonly<{ before: string; next: string; after: string }>;

function signSet(sign: string, { before, next, after }: Around, open: Open): string {
  const byHan = afterHan(before) || beforeHan(after);
  if (sign === '"' || sign === '&quot;') {
    open.quoted = !open.quoted;
    return open.quoted ? '“' : '”';
  }
  if (sign === '(') {
    const full = afterHan(before) || beforeHan(next);
    open.brackets.push(full);
    return full ? '（' : sign;
  }
  if (sign === ')') return (open.brackets.pop() ?? HAN.test(before)) ? '）' : sign;
  if (sign.startsWith('--')) return byHan ? '——' : sign;
  if (sign.startsWith('...')) return afterHan(before) ? '……' : sign;
  if (sign === '.') return HAN.test(before) && !/\w/.test(next) ? '。' : sign;
  return CORNERS[sign] ?? (byHan ? FULL[sign] : undefined) ?? sign;
}

const SPACES: readonly RegExp[] = [
  // Lines of a template that end in Han.
  new RegExp(`(?<=[\\p{Script=Han}${WIDE}”])[ \\t\\r\\n]+(?=[\\p{Script=Han}${WIDE}“])`, 'gu'),
  // Full-width signs have their space in them.
  new RegExp(`(?<=[${WIDE}])[ \\t\\r\\n]+(?=\\S)`, 'gu'),
  new RegExp(`(?<=\\S)[ \\t\\r\\n]+(?=[${WIDE}])`, 'gu'),
  // Between Han and Latin letters or figures the style sheet sets the space: text-autospace.
  /(?<=\p{Script=Han})[ \t\r\n\u2009\u202f]+(?=[A-Za-z0-9])/gu,
  /(?<=[A-Za-z0-9%³])[ \t\r\n\u2009\u202f]+(?=\p{Script=Han})/gu,
];

/** Takes out the spaces that Chinese text does not have. */
export const closed = (text: string): string =>
  /[ \n\u2009\u202f]/.test(text) ? SPACES.reduce((set, space) => set.replace(space, ''), text) : text;
