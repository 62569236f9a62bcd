import { knownParts } from './guard/alignment.ts';
import { citationFault } from './guard/citations.ts';
import { clausesOf } from './guard/clauses.ts';
import type { Fault } from './guard/fault.ts';
import { orderFault } from './guard/order.ts';
import { relationFault } from './guard/relations.ts';
import { shapeFault } from './guard/shape.ts';
import { citedBy, type Sources, sourcesOf } from './guard/sources.ts';
import { stanceFault } from './guard/stance.ts';
import { supportFault } from './guard/support.ts';
import { vocabularyFault } from './guard/vocabulary.ts';
import { wordsOf } from './guard/words.ts';
import type { Given } from './material.ts';
import type { PhrasedOutput, PhrasedSentence } from './phrased.ts';

export type { Fault, FaultKind } from './guard/fault.ts';

/**
 * Why a model's sentences may not be shown, or undefined when each of them says what its rules and passages say and no more.
 * Pure: the same output on the same material is judged the same. `isWord` knows the lower-case English words. One fault is
 * enough; the first is told.
 */
export function guard(
  { sentences }: PhrasedOutput,
  given: Given,
  isWord: (word: string) => boolean,
): Fault | undefined {
  const misshapen = shapeFault(sentences);
  if (misshapen) return misshapen;
  const sources = sourcesOf(given);
  for (const sentence of sentences) {
    const found = sentenceFault(sentence, given, sources, isWord);
    if (found) return found;
  }
  return orderFault(sentences, given);
}

function sentenceFault(
  sentence: PhrasedSentence,
  given: Given,
  sources: Sources,
  isWord: (word: string) => boolean,
): Fault | undefined {
  const uncited = citationFault(sentence, given);
  if (uncited) return uncited;
  const cited = citedBy(sentence, sources);
  const { lead = '', isWhole } = knownParts(sentence, given);
  if (isWhole) return stanceFault(clausesOf(lead), cited, given);
  const words = wordsOf(sentence.text);
  const clauses = clausesOf(sentence.text);
  return (
    vocabularyFault(words, clauses, cited, sources, given, isWord) ??
    stanceFault(clauses, cited, given) ??
    supportFault(words, clauses, cited, sources) ??
    relationFault(words, clauses, cited, sources)
  );
}
