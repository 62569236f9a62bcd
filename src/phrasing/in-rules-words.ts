import { alignmentFault } from './guard/alignment.ts';
import { citedBy, sourcesOf } from './guard/sources.ts';
import { wordsOf } from './guard/words.ts';
import type { Given } from './material.ts';
import type { PhrasedOutput, PhrasedSentence } from './phrased.ts';

/**
 * What is shown of an output that the guard let pass: where a sentence moves, adds or drops words of weight, each rule that it
 * cites speaks for itself instead, once. So no claim reaches a reader that is put together anew from a rule's own words. Pure.
 */
export function inRulesWords({ sentences }: PhrasedOutput, given: Given): PhrasedOutput {
  const sources = sourcesOf(given);
  const said = new Set<string>();
  const rulesOf = ({ rules }: PhrasedSentence): PhrasedSentence[] =>
    given.material.reasons
      .filter(({ rule }) => rules.includes(rule) && !said.has(rule))
      .map(({ rule, says, passage }) => {
        said.add(rule);
        return { text: says, rules: [rule], passages: [passage] };
      });
  return {
    sentences: sentences.flatMap((sentence) =>
      alignmentFault(wordsOf(sentence.text), citedBy(sentence, sources), sources)
        ? rulesOf(sentence)
        : [sentence],
    ),
  };
}
