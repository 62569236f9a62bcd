import type { JobFamily } from './duties/duty.ts';
import { createWorkReader, type DescribedWork, withDutyMix } from './duties/duty-mix.ts';
import type { DutySignals } from './duties/duty-signals.ts';
import { createJobReader, type JobReader } from './duties/job-reader.ts';
import { createTitleReader } from './duties/title-reader.ts';
import { createWorkFinder, type WorkPiece } from './duties/work-text.ts';
import { createExtractor, type Extractor } from './extract/extract.ts';
import type { Signal } from './extract/signal.ts';
import { createTextReader, type TextReader, type TextSignals } from './extract/text-reader.ts';
import { type Tokenizer, tokenizeLines } from './extract/tokenize.ts';
import { createMendingTokenizer } from './extract/typos.ts';
import type { FactDefinition } from './fact.ts';

/** All phrases by which texts are read. */
export interface AllSignals {
  facts: readonly Signal[];
  texts: TextSignals;
  duties: DutySignals;
}

/** Everything that reads a text: its facts, what it is about and wants, the work it lists. */
export interface Readers {
  extract: Extractor;
  reader: TextReader;
  jobs: JobReader;
  /** The lines and sentences that tell of work. */
  workIn(text: string): WorkPiece[];
  /** What those of a text state together; null when that is too little. */
  workOf(text: string): DescribedWork | null;
  /** The family of work that a title claims; null when it claims neither role. */
  claimOf(title: string): JobFamily | null;
  /** Words by sentence and line, with slips mended. */
  split: Tokenizer;
}

/**
 * Opens all that reads texts. Facts are taken from phrases and, of a person's work or a job, from its lines of work. Slips of
 * the typing hand are mended on the way; `isWord` knows which lower-case words are English.
 */
export function openReaders(
  definitions: readonly FactDefinition[],
  signals: AllSignals,
  isWord: (word: string) => boolean,
): Readers {
  const vocabulary = vocabularyOf(signals);
  const split = createMendingTokenizer(vocabulary, isWord);
  const splitLines = createMendingTokenizer(vocabulary, isWord, tokenizeLines);
  const jobs = createJobReader(signals.duties, splitLines);
  const workIn = createWorkFinder(signals.duties.sections);
  const workOf = createWorkReader(workIn, jobs.line);
  const phrases = createExtractor(definitions, signals.facts, split);
  return {
    jobs,
    workIn,
    workOf,
    claimOf: createTitleReader(signals.duties.titles),
    split: splitLines,
    extract: withDutyMix(phrases, workOf),
    reader: createTextReader(signals.texts, phrases, split, isWord),
  };
}

function vocabularyOf({ facts, texts, duties }: AllSignals): Set<string> {
  const stems = new Set<string>();
  for (const { phrases } of [facts, texts.subject, texts.intent, duties.lines].flat())
    for (const phrase of phrases) for (const each of phrase.stems) stems.add(each);
  return stems;
}
