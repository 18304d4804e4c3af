/** As many lines as before, and nothing on them but `mark`. */
const emptied =
  (mark = ' ') =>
  (text: string): string =>
    mark + '\n'.repeat(text.split('\n').length - 1);

/**
 * What a reader sees of a template: no comments, helpers, tags, styles or entities. Words on both sides stay apart, and on
 * their lines.
 */
export function runningText(template: string): string {
  return template
    .replace(/\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/g, emptied())
    .replace(/\{\{\{?[\s\S]*?\}\}\}?/g, emptied(' ⁂ '))
    .replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, emptied())
    .replace(/<[^>]+>/g, emptied())
    .replace(/&#?\w+;/g, ' ');
}
