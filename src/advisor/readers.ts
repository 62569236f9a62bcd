import type { JobFamily } from './duties/duty.ts';
import { createWorkReader, type DescribedWork, withDutyMix } from './duties/duty-mix.ts';
import type { DutySignals } from './duties/duty-signals.ts';
import { createJobReader, type JobReader } from './duties/job-reader.ts';
import { createTitleReader } from './duties/title-reader.ts';
import { createWorkFinder, type WorkPiece } from './duties/work-text.ts';
import { createExtractor, type Extractor, MAX_TEXT } from './extract/extract.ts';
import { Pattern, type WordClasses } from './extract/pattern.ts';
import { POLAR_WORDS } from './extract/polarity.ts';
import type { Signal } from './extract/signal.ts';
import { type Commonness, createSpeller } from './extract/speller.ts';
import { stem } from './extract/spelling.ts';
import { createTextReader, type TextReader, type TextSignals } from './extract/text-reader.ts';
import { type Tokenizer, tokenize, tokenizeLines } from './extract/tokenize.ts';
import { createMendingTokenizer } from './extract/typos.ts';
import type { FactDefinition, Subject } from './fact.ts';
import { latest } from './latest.ts';
import { type Memory, NO_MEMORY } from './likeness/learned.ts';
import { createLikenessReader, type LikenessReader, type Sayings } from './likeness/likeness-reader.ts';
import { createPastedReader } from './likeness/pasted.ts';
import { stemClasses } from './likeness/stem-classes.ts';
import { createStoryReader, type Story, type StoryReader } from './likeness/story-reader.ts';

/** All phrases by which texts are read. */
export interface AllSignals {
  facts: readonly Signal[];
  texts: TextSignals;
  duties: DutySignals;
  sayings: AllSayings;
  stories: AllStories;
  classes: WordClasses;
}

/** What a text may be about where it is read by its likeness to sayings. */
export type SaidOf = 'situation' | 'person';
/** Beside these, what stands around them in a pasted text. */
export type AllSayings = Readonly<Record<SaidOf | 'beside', readonly Sayings[]>>;

/** Whole texts of which it is known which role they tell of. */
export type AllStories = Readonly<Record<SaidOf, readonly Story[]>>;

/** A text is read as it came, and as it is without what stands around the matter. */
const TEXTS = 2;

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
  alike: Readonly<Record<SaidOf, LikenessReader>>;
  /** Which roles a text as a whole tells of. */
  outlooks: Readonly<Record<SaidOf, StoryReader>>;
}

/**
 * Opens all that reads texts. Facts are taken from phrases and, of a person's work or a job, from its lines of work. Slips of
 * the typing hand are mended on the way; `commonness` knows the lower-case words of English,
 * `memory` what was learned before of the same signals.
 */
export function openReaders(
  definitions: readonly FactDefinition[],
  signals: AllSignals,
  commonness: Commonness,
  memory: Memory = NO_MEMORY,
): Readers {
  const vocabulary = vocabularyOf(signals);
  const meant = createSpeller(commonness, (word) => vocabulary.has(stem(word)) || POLAR_WORDS.has(word));
  const split = latest(TEXTS, createMendingTokenizer(meant));
  const splitLines = latest(1, createMendingTokenizer(meant, tokenizeLines));
  const jobs = createJobReader(signals.duties, splitLines);
  const classesOf = stemClasses(signals.classes);
  const { situation, person, beside } = signals.sayings;
  const matter = [...situation, ...person].filter(({ states }) => states !== null);
  const withoutAsides = latest(TEXTS, createPastedReader(matter, beside, classesOf, split, memory('pasted')));
  const workIn = createWorkFinder(signals.duties.sections);
  const workOf = createWorkReader(workIn, jobs.line, withoutAsides);
  const phrases = latestOfEach(createExtractor(definitions, signals.facts, split, withoutAsides));
  const matterOf = (text: string): string => withoutAsides(text.slice(0, MAX_TEXT));
  const alikeTo = (kind: SaidOf): LikenessReader => {
    const read = createLikenessReader(signals.sayings[kind], classesOf, split, memory(`sayings-${kind}`));
    return (text, said) => read(matterOf(text), said);
  };
  const outlookOf = (kind: SaidOf): StoryReader => {
    const outlook = createStoryReader(signals.stories[kind], classesOf, split, memory(`stories-${kind}`));
    return (text) => outlook(matterOf(text));
  };
  return {
    outlooks: {
      situation: outlookOf('situation'),
      person: outlookOf('person'),
    },
    alike: {
      situation: alikeTo('situation'),
      person: alikeTo('person'),
    },
    jobs,
    workIn,
    workOf,
    claimOf: createTitleReader(signals.duties.titles),
    split: splitLines,
    extract: withDutyMix(phrases, workOf),
    reader: createTextReader(signals.texts, phrases, split, (word) => commonness(word) !== undefined),
  };
}

/** An extractor that keeps what it read of the latest texts, by subject. */
function latestOfEach(extract: Extractor): Extractor {
  const about = (subject: Subject) => latest(TEXTS, (text) => extract(text, subject));
  const bySubject = { situation: about('situation'), candidate: about('candidate'), job: about('job') };
  return (text, subject) => bySubject[subject](text);
}

function vocabularyOf({ facts, texts, duties, sayings }: AllSignals): Set<string> {
  const stems = Pattern.stemsOf(
    [facts, texts.subject, texts.intent, duties.lines].flat().flatMap(({ phrases }) => phrases),
  );
  for (const { sentences } of Object.values(sayings).flat())
    for (const sentence of sentences) for (const { stem } of tokenize(sentence).flat()) stems.add(stem);
  return stems;
}
