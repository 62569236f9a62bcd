import type { KeyvSerializationAdapter } from 'keyv';

/** What is read in place of a text that is not what we write; no envelope looks so. */
const BROKEN = { value: 'broken' };

const looksOurs = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'value' in stored && stored.value !== null;

function parse<T>(text: string): T {
  try {
    const stored: unknown = JSON.parse(text);
    return (looksOurs(stored) ? stored : BROKEN) as T;
  } catch {
    return BROKEN as T;
  }
}

/** Plain JSON. A stored text that is none of ours is still a document, one that cannot be read; it is not absent. */
export const serialization: KeyvSerializationAdapter = {
  stringify: (stored) => JSON.stringify(stored),
  parse,
};

/** The text that is stored of a document's envelope: Keyv's own. */
export const storedText = (value: unknown, expires: number | null): string =>
  JSON.stringify({ value, expires: expires ?? undefined });

/** The envelope in a stored text. */
export const storedIn = (text: string): unknown => parse<{ value: unknown }>(text).value;
