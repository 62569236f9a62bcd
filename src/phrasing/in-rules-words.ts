import { knownPart } from './guard/alignment.ts';
import type { Given } from './material.ts';
import type { PhrasedOutput, PhrasedSentence } from './phrased.ts';

/**
 * What is shown of an output that the guard let pass: of each sentence what is known to say what its rules say; where that is
 * nothing, each rule that it cites speaks for itself, once. So no claim reaches a reader that no rule makes. Pure.
 */
export function inRulesWords({ sentences }: PhrasedOutput, given: Given): PhrasedOutput {
  const said = new Set<string>();
  const rulesOf = ({ rules }: PhrasedSentence): PhrasedSentence[] =>
    given.material.reasons
      .filter(({ rule }) => rules.includes(rule) && !said.has(rule))
      .map(({ rule, says, passage }) => {
        said.add(rule);
        return { text: says, rules: [rule], passages: [passage] };
      });
  return {
    sentences: sentences.flatMap((sentence) => {
      const text = knownPart(sentence, given);
      return text === undefined ? rulesOf(sentence) : [{ ...sentence, text }];
    }),
  };
}
