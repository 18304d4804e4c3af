import { lineCounter } from '../../line-counter.ts';

/** What a template or a page is made of, as far as its blocks need to know: where each tag and each call begins and ends. */
export type Token = Readonly<{
  /** `opaque` is what stands inside a drawing, a script or a style sheet; `comment` one of HTML or of Handlebars. */
  kind: 'open' | 'close' | 'call' | 'comment' | 'text' | 'opaque';
  /** Of a tag, in small letters; '' for the rest. */
  name: string;
  /** Places in the text: of the first character, and after the last. */
  start: number;
  end: number;
  /** The line of its first character, from 1. */
  line: number;
}>;

/** Elements whose inside is no HTML of ours: nothing in them is a block. */
const OPAQUE = /^(svg|script|style)$/;

/** The end of a quoted run that begins at `at`; the end of the text where it is never closed. */
function afterQuote(text: string, at: number): number {
  const close = text.indexOf(text.charAt(at), at + 1);
  return close < 0 ? text.length : close + 1;
}

/** The end of a call of Handlebars that begins at `at`: comments end at their own sign, words in quotes may hold braces. */
function afterCall(text: string, at: number): number {
  const comment = /^\{\{~?!--/.test(text.slice(at, at + 6));
  if (comment || /^\{\{~?!/.test(text.slice(at, at + 4))) {
    const sign = comment ? '--}}' : '}}';
    // A comment of dashes may end with a tilde that eats the white space after it.
    const close = comment ? text.slice(at).search(/--~?\}\}/) + at : text.indexOf(sign, at);
    return close < at ? text.length : text.indexOf('}}', close) + 2;
  }
  const braces = /^\{+/.exec(text.slice(at, at + 4))?.[0].length ?? 2;
  for (let i = at + braces; i < text.length; ) {
    const sign = text.charAt(i);
    if (sign === '"' || sign === "'") i = afterQuote(text, i);
    else if (sign === '}' && text.startsWith('}'.repeat(braces), i)) return i + braces;
    else i += 1;
  }
  return text.length;
}

/** The end of a tag: `>` inside quotes or inside a call does not end it. */
function afterTag(text: string, at: number): number {
  for (let i = at + 1; i < text.length; ) {
    const sign = text.charAt(i);
    if (text.startsWith('{{', i)) i = afterCall(text, i);
    else if (sign === '"' || sign === "'") {
      // A value may hold calls with the same quotes in them: title="{{text "a"}}".
      i += 1;
      while (i < text.length && text.charAt(i) !== sign) i = text.startsWith('{{', i) ? afterCall(text, i) : i + 1;
      i += 1;
    } else if (sign === '>') return i + 1;
    else i += 1;
  }
  return text.length;
}

const NAME = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/;

/**
 * Splits a template, or the HTML made from it, into tags, calls, comments and the text between them, without a gap: their
 * texts joined are the input. It never fails; what is not closed runs to the end, and whoever compiles the template says so.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const lineOf = lineCounter(text);
  let from = 0;
  const add = (kind: Token['kind'], name: string, start: number, end: number) => {
    if (from < start) found.push({ kind: 'text', name: '', start: from, end: start, line: lineOf(from) });
    if (start < end) found.push({ kind, name, start, end, line: lineOf(start) });
    from = end;
  };
  const marks = /<|\{\{/g;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const at = mark.index;
    const tag = mark[0] === '<' ? NAME.exec(text.slice(at, at + 24)) : null;
    if (mark[0] === '{{')
      add(/^\{\{~?!/.test(text.slice(at, at + 4)) ? 'comment' : 'call', '', at, afterCall(text, at));
    else if (text.startsWith('<!', at)) {
      const sign = text.startsWith('<!--', at) ? '-->' : '>';
      const close = text.indexOf(sign, at);
      add('comment', '', at, close < 0 ? text.length : close + sign.length);
    } else if (tag) {
      const name = (tag[2] ?? '').toLowerCase();
      add(tag[1] ? 'close' : 'open', name, at, afterTag(text, at));
      if (!tag[1] && OPAQUE.test(name) && !text.startsWith('/>', from - 2)) {
        const close = text.indexOf(`</${name}`, from);
        add('opaque', '', from, close < 0 ? text.length : close);
      }
    } else continue;
    marks.lastIndex = from;
  }
  add('text', '', from, text.length);
  return found;
}
