/** Numbers that look random and are the same for the same seed, so that a failing case can be made again. */
export type Random = Readonly<{
  /** 0 to 1, without 1. */
  next: () => number;
  /** A whole number, both ends included. */
  whole: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  shuffled: <T>(items: readonly T[]) => T[];
}>;

/** The generator mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed * 2_654_435_769;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const keys = items.map((item) => ({ item, key: next() }));
    return keys.sort((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return { next, whole, chance: (probability) => next() < probability, pick, shuffled };
}
