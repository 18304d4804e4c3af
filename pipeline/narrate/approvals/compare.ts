import type { Rendered, Said } from './paragraph.ts';
import { readable } from './paragraph.ts';
import type { Approval } from './record.ts';

/** What a paragraph says otherwise than approved: a number by its fact, or words (`id` is then empty). */
export type Change = Readonly<{ id: string; was: string; now: string }>;

/** Words before and after a place where two texts part. */
const AROUND = 3;

const words = (text: string): string[] => text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];

/** Where two texts differ, with a few words around: what was, what is. */
function partOf(was: string, now: string): Readonly<{ was: string; now: string }> {
  const [a, b] = [words(was), words(now)];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const han = /\p{Script=Han}/u.test(was + now);
  const shown = (all: readonly string[]) => {
    const [start, end] = [Math.max(0, from - AROUND), Math.min(all.length, all.length - back + AROUND)];
    const middle = all.slice(start, end).join(han ? '' : ' ');
    return `${start > 0 ? '… ' : ''}${middle}${end < all.length ? ' …' : ''}`;
  };
  return { was: shown(a), now: shown(b) };
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
  return [{ id: '', ...partOf(readable(approval), readable(now)) }, ...shared(approval.facts, now.facts)];
}

/** A part of the words of one text that another has too, from 0 to 1: by it an edited paragraph is known again. */
export function likeness(a: string, b: string): number {
  const [one, two] = [new Set(words(a)), new Set(words(b))];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / Math.max(1, one.size + two.size - shared);
}
