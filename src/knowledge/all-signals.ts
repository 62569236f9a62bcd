import type { WordClasses } from '../advisor/extract/pattern.ts';
import type { FactDefinition } from '../advisor/fact.ts';
import type { AllSignals } from '../advisor/readers.ts';
import { readDutySignals } from './duty-signals.ts';
import { ownWords } from './own-words.ts';
import { readSayings } from './sayings.ts';
import { readSignals } from './signals.ts';
import { readStories } from './stories.ts';
import { readTextSignals } from './text-signals.ts';
import { readWordClasses } from './word-classes.ts';
import type { KnowledgeFault } from './yaml-source.ts';

export interface AllSignalsRead {
  signals: AllSignals;
  /** The word classes that phrases use, elsewhere in the knowledge too; undefined when they have faults. */
  classes: WordClasses | undefined;
  faults: KnowledgeFault[];
}

/**
 * Reads all of `signals/` in a knowledge folder. Faults name file and line; those of the word classes are told alone, as the
 * phrases that use them would only repeat them.
 */
export function readAllSignals(dir: string, definitions: readonly FactDefinition[]): AllSignalsRead {
  const words = readWordClasses(dir);
  const facts = readSignals(dir, definitions, words.classes);
  const texts = readTextSignals(dir, words.classes);
  const duties = readDutySignals(dir, words.classes);
  const sayings = readSayings(dir, definitions);
  const stories = readStories(dir);
  return {
    signals: {
      facts: [...facts.signals, ...ownWords(definitions)],
      texts: texts.signals,
      duties: duties.signals,
      sayings: sayings.sayings,
      stories: stories.stories,
      classes: words.classes,
    },
    classes: words.faults.length > 0 ? undefined : words.classes,
    faults:
      words.faults.length > 0
        ? words.faults
        : [facts, texts, duties, sayings, stories].flatMap(({ faults }) => faults),
  };
}
