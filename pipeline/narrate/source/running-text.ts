import { tokens } from './tokens.ts';

/**
 * What a reader sees of a template: no comments, tags, drawings or entities, and ⁂ for what a call prints. Words on both sides
 * stay apart, and on their lines.
 */
export function runningText(template: string): string {
  return tokens(template)
    .map(({ kind, start, end }) => {
      const text = template.slice(start, end);
      if (kind === 'text') return text.replace(/&#?\w+;/g, ' ');
      return (kind === 'call' ? ' ⁂ ' : ' ') + '\n'.repeat(text.split('\n').length - 1);
    })
    .join('');
}
