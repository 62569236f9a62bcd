import type { PhrasedSentence } from '../phrased.ts';
import { type Fault, fault } from './fault.ts';

const MOST_SENTENCES = 8;
const LONGEST_SENTENCE = 260;
const MOST_WORDS = 36;
const LONGEST = 1_400;

/** Letters, digits and the signs of plain prose: no markup, no mention, no look-alike, nothing that is not seen. */
const PLAIN = /^(?:[A-Za-z0-9 ,.;:'’()–—-]|NAME_\d+|(?<=\b[A-Z])&(?=[A-Z]\b))*$/;
/** Spelt in capitals they are what they are called. */
const CAPITALS = new Set(['COO', 'CEO', 'I', 'COOS']);

/** Faults of form, before a word is read: how many sentences, how long, in which characters. */
export function shapeFault(sentences: readonly PhrasedSentence[]): Fault | undefined {
  if (sentences.length === 0) return fault('shape', 'no sentence');
  if (sentences.length > MOST_SENTENCES) return fault('length', 'too many sentences');
  if (sentences.reduce((length, { text }) => length + text.length, 0) > LONGEST)
    return fault('length', 'too long');
  const seen = new Set<string>();
  for (const { text } of sentences) {
    if (seen.has(text.toLowerCase())) return fault('shape', 'said twice');
    seen.add(text.toLowerCase());
    const found = sentenceFault(text);
    if (found) return found;
  }
  return undefined;
}

function sentenceFault(text: string): Fault | undefined {
  if (text.trim() !== text || !/^[A-Z]/.test(text)) return fault('shape', 'no beginning of a sentence');
  if (text.length > LONGEST_SENTENCE || text.split(' ').length > MOST_WORDS)
    return fault('length', 'sentence');
  if (!PLAIN.test(text)) return fault('characters', 'not plain letters and signs');
  if (!/^[^.]*\.$/.test(text)) return fault('shape', 'not one sentence');
  if (/\((?!COO\)|COO's\))/.test(text) || /\s{2}|[,;:–—]{2}|\s[,;:.]/.test(text))
    return fault('shape', 'signs');
  for (const [word] of text.matchAll(/\b[A-Z]{2,}(?![A-Z_\d])\b/g))
    if (!CAPITALS.has(word)) return fault('tone', 'capitals');
  if (/\b(\w+) \1\b/i.test(text)) return fault('tone', 'a word twice');
  if (/([A-Za-z])\1\1/.test(text)) return fault('tone', 'a letter thrice');
  return undefined;
}
