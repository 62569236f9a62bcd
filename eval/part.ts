import { createHash } from 'node:crypto';

export type Part = 'tune' | 'judge' | 'late';

/**
 * All cases were labelled before they were read by code. Phrases were worked on with the failures of `tune` in view, but by
 * one who had written `judge` too, so `judge` flatters. Only `late`, written after the phrases and measured before any was
 * changed for it, says how well unknown texts are read.
 */
export function partOf({ id }: { id: string }): Part {
  return id.startsWith('late-') ? 'late' : halfOf(id);
}

/** One of two halves by the hash of the id: stable when cases are added, and chosen by nobody. */
export const halfOf = (id: string): 'tune' | 'judge' =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'judge';
