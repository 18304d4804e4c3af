import { escapeHtml } from '../typography.ts';
import type { Change } from './compare.ts';

/** Signs of a changed text that the margin holds: it is narrow, and the finding says all. */
const MOST = 60;

/** "39 → 41 µg/m³" in the margin; of words only that they changed, since they do not fit there. */
function inMargin(changes: readonly Change[]): string {
  const numbers = changes.filter(({ id }) => id !== '').map(({ was, now }) => `${was} → ${now}`);
  const text = numbers.join(', ');
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

/**
 * Marks paragraphs of a chapter for a bar in the margin, by the number of their block: `data-stale="39 → 41"` says what the
 * style sheets print beside it. It takes no room, so that a draft breaks its pages as the edition will.
 */
export function withBars(html: string, changed: ReadonlyMap<number, readonly Change[]>): string {
  if (changed.size === 0) return html;
  return html.replace(/ data-at="[^"]*" data-block="(\d+)"/g, (mark, block: string) => {
    const changes = changed.get(Number(block));
    return changes ? `${mark} data-stale="${escapeHtml(inMargin(changes))}"` : mark;
  });
}
