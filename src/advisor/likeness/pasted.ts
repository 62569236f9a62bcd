import type { Tokenizer } from '../extract/tokenize.ts';
import type { ClassesOf } from './features.ts';
import { comparing, LEARN_ANEW, learnFrom, type Recall } from './learned.ts';
import type { Sayings } from './likeness-reader.ts';

/** A text longer than this many UTF-16 code units was pasted: not all of it is about the matter. */
const PASTED = 2_000;
/** Keeps odds finite. */
const TINY = 1e-6;
/** What a sentence's neighbours count: what stands around the matter stands together. */
const NEIGHBOUR = 0.35;
/** However certain, a neighbour pulls no harder than at these odds. */
const HARDEST = 3;

/**
 * Blanks out of a pasted text what stands around the matter: perks, legal text, how to apply, the firm's praise of itself, or
 * anything else. All other words stay where they are. It learns once, at the first long text.
 *
 * @param matter sayings about needs and work
 * @param beside sayings that stand around them
 */
export function createPastedReader(
  matter: readonly Sayings[],
  beside: readonly Sayings[],
  classesOf: ClassesOf,
  split: Tokenizer,
  recall: Recall = LEARN_ANEW,
): (text: string) => string {
  const learnNow = () => {
    const sentences = [matter, beside].flatMap((sayings, label) =>
      sayings.flatMap((own) => own.sentences.map((sentence) => ({ tokens: split(sentence).flat(), label }))),
    );
    return learnFrom(sentences, 2, classesOf);
  };
  const comparison = comparing(recall, learnNow, classesOf);
  return (text) => {
    if (text.length <= PASTED || beside.length === 0) return text;
    const { likelihoods } = comparison();
    const sentences = split(text);
    const odds = sentences.map((tokens) => oddsOf(likelihoods(tokens)));
    let kept = text;
    for (const [at, tokens] of sentences.entries()) {
      const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
      const around = pull(odds[at - 1]) + pull(odds[at + 1]);
      if ((odds[at] ?? 0) + NEIGHBOUR * around > 0)
        kept = `${kept.slice(0, start)}${' '.repeat(end - start)}${kept.slice(end)}`;
    }
    return kept;
  };
}

/** The logarithm of the odds that a sentence is beside the matter. */
const oddsOf = ([ofMatter = 0, ofNone = 0]: Float64Array): number =>
  Math.log((ofNone + TINY) / (ofMatter + TINY));

const pull = (odds = 0): number => Math.max(-HARDEST, Math.min(HARDEST, odds));
