/** A 32-bit hash of an integer (the finaliser of MurmurHash3): the same on every machine. */
export function hash(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to these integers. */
export function fraction(...keys: readonly number[]): number {
  return keys.reduce((state, key) => hash(Math.imul(state, 31) + key + 0x9e3779b9), 0x2545f491) / 2 ** 32;
}

/** A stream of 32-bit integers (xorshift32). */
export class Random {
  #state: number;

  constructor(...keys: readonly number[]) {
    this.#state = Math.floor(fraction(...keys) * 2 ** 32) | 0 || 1;
  }

  /** An integer in [0, 2³²). */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }

  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + (this.next() % (to - from + 1));
  }
}
