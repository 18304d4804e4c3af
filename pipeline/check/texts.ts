/** Letters and Chinese characters of a text, lower case: what remains when punctuation and spaces do not count. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++)
    counts.set(text.slice(i, i + 2), (counts.get(text.slice(i, i + 2)) ?? 0) + 1);
  return counts;
}

/** How alike two texts are, 0 to 1: the share of pairs of neighbouring characters they have in common (Dice). */
export function likeness(a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)];
  if (left === right) return 1;
  const [ours, theirs] = [pairs(left), pairs(right)];
  const common = [...ours].reduce((total, [pair, count]) => total + Math.min(count, theirs.get(pair) ?? 0), 0);
  const all = Math.max(0, left.length - 1) + Math.max(0, right.length - 1);
  return all === 0 ? 0 : (2 * common) / all;
}

/** A text shortened for a message. */
export const quoted = (text: string, length = 60): string =>
  `“${text.length > length ? `${text.slice(0, length)}…` : text}”`;
