import type { Rendered, Said } from './paragraph.ts';
import type { Approval } from './record.ts';

/** What a paragraph says otherwise than approved: a number by its fact, or words (`id` is then empty). */
export type Change = Readonly<{ id: string; was: string; now: string }>;

/** Words before and after a place where two texts part. */
const AROUND = 3;

const words = (text: string): string[] => text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];

/** The words of a paragraph, and the same with their numbers in place. */
function filled({ text, facts }: Pick<Rendered, 'text' | 'facts'>) {
  let next = 0;
  const plain = words(text);
  return { plain, shown: plain.map((word) => word.replace(/\{\}/g, () => facts[next++]?.printed ?? '')) };
}

/** Where the words of two texts differ, with a few around them: what was, what is. */
function partOf(old: Approval, current: Rendered): Readonly<{ was: string; now: string }> {
  const [a, b] = [filled(old), filled(current)];
  const least = Math.min(a.plain.length, b.plain.length);
  let from = 0;
  while (from < least && a.plain[from] === b.plain[from]) from += 1;
  let back = 0;
  while (back < least - from && a.plain.at(-1 - back) === b.plain.at(-1 - back)) back += 1;
  const between = /\p{Script=Han}/u.test(current.text) ? '' : ' ';
  const around = ({ shown }: ReturnType<typeof filled>) => {
    const [start, end] = [Math.max(0, from - AROUND), Math.min(shown.length, shown.length - back + AROUND)];
    return `${start > 0 ? '… ' : ''}${shown.slice(start, end).join(between)}${end < shown.length ? ' …' : ''}`;
  };
  return { was: around(a), now: around(b) };
}

/** Facts whose numbers print otherwise, where the words around them are the same. */
const numbers = (was: readonly Said[], now: readonly Said[]): Change[] =>
  was.flatMap((old, i) => {
    const current = now[i];
    return current && current.printed !== old.printed ? [{ id: old.id, was: old.printed, now: current.printed }] : [];
  });

/** Facts that both texts print, otherwise than before. */
const shared = (was: readonly Said[], now: readonly Said[]): Change[] => {
  const printed = (all: readonly Said[], id: string) =>
    all.flatMap((said) => (said.id === id ? [said.printed] : [])).join(', ');
  return [...new Set(was.map(({ id }) => id))].flatMap((id) => {
    const [old, current] = [printed(was, id), printed(now, id)];
    return current !== '' && current !== old ? [{ id, was: old, now: current }] : [];
  });
};

/**
 * What a paragraph prints otherwise than approved; empty when it reads the same, though the numbers behind it may have moved
 * within their rounding. Where a condition or a list came out otherwise the words are compared as well.
 */
export function changesIn(approval: Approval, now: Rendered): Change[] {
  if (approval.text === now.text) return numbers(approval.facts, now.facts);
  return [{ id: '', ...partOf(approval, now) }, ...shared(approval.facts, now.facts)];
}

/** A part of the words of one text that another has too, from 0 to 1: by it an edited paragraph is known again. */
export function likeness(a: string, b: string): number {
  const [one, two] = [new Set(words(a)), new Set(words(b))];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / Math.max(1, one.size + two.size - shared);
}
