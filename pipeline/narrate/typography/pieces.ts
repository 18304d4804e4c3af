/** A piece of a page: text, or a tag, or an element that is left as it is. */
export type Piece = Readonly<{ text: string; kind: 'text' | 'inline' | 'block' }>;

/** Drawings and titles have no markup; code, scripts and addresses are no text. */
const WHOLE = /^<(?:(svg|title|script|style|code|pre|kbd|samp)\b|(\w+)[^>]*\sclass="(?:[^"]* )?address[" ])/;
/** Tags that stand inside a sentence: what is before them and after them is read together. */
const INLINE = /^<\/?(?:data|sub|sup|em|strong|b|i|a|span|cite|mark|q|abbr|small|u)\b/;
const TAG = /<(?:!--[\s\S]*?--|[/a-zA-Z!](?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/** Splits HTML into text and tags; joined they are what it was. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found !== null; found = TAG.exec(html)) {
    const [tag] = found;
    if (from < found.index) pieces.push({ text: html.slice(from, found.index), kind: 'text' });
    const whole = WHOLE.exec(tag);
    const name = whole?.[1] ?? whole?.[2];
    const close = name === undefined || tag.endsWith('/>') ? -1 : html.indexOf(`</${name}>`, TAG.lastIndex);
    const end = close < 0 || name === undefined ? TAG.lastIndex : close + name.length + 3;
    pieces.push({ text: html.slice(found.index, end), kind: INLINE.test(tag) ? 'inline' : 'block' });
    TAG.lastIndex = end;
    from = end;
  }
  if (from < html.length) pieces.push({ text: html.slice(from), kind: 'text' });
  return pieces;
}
