import { Pattern } from '../advisor/extract/pattern.ts';
import type { Signal } from '../advisor/extract/signal.ts';
import type { FactDefinition, FactValue } from '../advisor/fact.ts';

/** Of a choice, labels of fewer words than this are too common to state anything by themselves. */
const FEWEST_WORDS = 4;

/**
 * The words in which we print a fact state that fact: whoever answers a question by copying what an advice says is
 * understood. Yes-no facts are stated by their label and denied by their opposite, choices by their label if it is long enough.
 */
export function ownWords(facts: readonly FactDefinition[]): Signal[] {
  return facts.flatMap((definition): Signal[] => {
    const { name, kind, label, denied, choices = [], subjects } = definition;
    const signal = (words: string, value: FactValue, negated: FactValue | null): Signal => ({
      fact: name,
      value,
      negated,
      subjects,
      phrases: [new Pattern(phraseOf(words), {})],
    });
    if (kind === 'yes-no' && denied !== undefined)
      return [signal(label, true, false), signal(denied, false, true)];
    return choices
      .filter(({ label: words }) => phraseOf(words).split(' ').length >= FEWEST_WORDS)
      .map(({ label: words, value }) => signal(words, value, null));
  });
}

/** Plain words; who is meant may be said otherwise. */
const phraseOf = (label: string): string =>
  label
    .replace(/^this person /, '')
    .replace(/[^\p{L}\p{N}'’&+ -]/gu, ' ')
    .trim()
    .split(/\s+/)
    .join(' ');
