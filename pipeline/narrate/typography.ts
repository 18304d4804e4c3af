/** Chemical names set with subscripts, where they stand in text (never inside a tag or an SVG). */
const CHEMISTRY = /\b(PM(?=2\.5|10)|(?:SO|NO|CO|O|NH|N)(?=[23x]))(2\.5|10|[23x])(?![\w.]*\w)/g;

/** A Chinese quotation mark with a character outside it: browsers see a Latin mark there, and never break. */
const QUOTES = /(?<=\p{Script=Han})(?=“)|(?<=”)(?=\p{Script=Han})/gu;

/** The letters and the number of a standard, which belong on one line: HJ 663, GB/T 8170. */
const STANDARDS = /\b(HJ|GB|GB\/T) (?=\d)/g;

/** Subscripts for PM2.5, SO2 and the like in one piece of text. */
export function chemistry(text: string): string {
  return text.replace(CHEMISTRY, '$1<sub>$2</sub>');
}

/**
 * Sets chemistry in all text of an HTML fragment, keeps the names of standards whole, and lets lines break outside Chinese quotation marks. SVG, titles and
 * attributes are left as they are: they have no markup.
 */
export function typeset(html: string): string {
  return html
    .split(/(<svg[\s\S]*?<\/svg>|<title>[\s\S]*?<\/title>|<[^>]+>)/g)
    .map((piece) =>
      piece.startsWith('<') ? piece : chemistry(piece).replace(STANDARDS, '$1\u00a0').replace(QUOTES, '<wbr>'),
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
