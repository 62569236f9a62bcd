/** A stream of numbers from 0 up to but not including 1. */
export type Random = () => number;

/**
 * Mulberry32, a small seeded generator: the same seed gives the same numbers on every machine.
 * Source: Tommy Ettinger, public domain; as collected in bryc/code, "PRNGs".
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed from words, so that each case has its own and keeps it: FNV-1a, 32 bits (Fowler, Noll and Vo). */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** A whole number from 0 up to but not including `below`. */
export const pick = (random: Random, below: number): number => Math.floor(random() * below);
