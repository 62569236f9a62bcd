import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Subject } from '../src/advisor/fact.ts';
import { isCommonWord, isEnglishWord } from '../src/knowledge/english-words.ts';
import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { knownPart } from '../src/phrasing/guard/alignment.ts';
import { type Fault, guard } from '../src/phrasing/guard.ts';
import { inRulesWords } from '../src/phrasing/in-rules-words.ts';
import { type Given, prepare } from '../src/phrasing/material.ts';
import { type PhrasedOutput, PhrasedSentence, readOutput } from '../src/phrasing/phrased.ts';

const CORPUS = join(import.meta.dirname, '../test/phrasing/corpus');

const Case = z.strictObject({ id: z.string(), subject: Subject.optional(), text: z.string() });

/** What a model might return on a case: sentences, or raw text. Of a bad one, `class` says what is wrong with it. */
const Entry = z
  .strictObject({
    id: z.string(),
    case: z.string(),
    class: z.string().optional(),
    sentences: z.array(PhrasedSentence).optional(),
    raw: z.string().optional(),
  })
  .refine(({ sentences, raw }) => (sentences === undefined) !== (raw === undefined));
export type CorpusEntry = z.infer<typeof Entry>;

export const CORPUS_FILES = [
  'bad',
  'faithful',
  'tune-bad',
  'tune-faithful',
  'late-bad',
  'late-faithful',
  'last-bad',
  'last-faithful',
  'fresh1-bad',
  'fresh1-faithful',
  'fresh2-bad',
  'fresh2-faithful',
  'fresh3-bad',
  'fresh3-faithful',
  'fresh4-bad',
  'fresh4-faithful',
  'fresh5-bad',
  'fresh5-faithful',
  'fresh6-bad',
  'fresh6-faithful',
  'fresh7-bad',
  'fresh7-faithful',
  'answers-faithful',
] as const;
export type CorpusFile = (typeof CORPUS_FILES)[number];

const linesOf = (name: string): unknown[] => {
  const file = join(CORPUS, `${name}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

export const readCorpus = (file: CorpusFile): CorpusEntry[] => linesOf(file).map((line) => Entry.parse(line));

export const readCases = (): z.infer<typeof Case>[] => linesOf('cases').map((line) => Case.parse(line));

export type GivenCases = ReadonlyMap<string, Given>;

/** The verdicts that the corpus is about, by the real advisor. */
export function givenCases(): GivenCases {
  const advisor = openAdvisor();
  const english = { isWord: isEnglishWord, isCommon: isCommonWord };
  return new Map(
    readCases().map(({ id, subject, text }) => [
      id,
      prepare(advisor.check(text, subject), advisor, english, text).given,
    ]),
  );
}

/** What is wrong with these is what is missing or how it is put together; they are judged as they stand. */
const AS_IT_STANDS = new Set(['reordered', 'omission']);

/** What the guard says of an entry; "unreadable" when it is no output at all, undefined when it lets it pass. */
export function judged(entry: CorpusEntry, cases: GivenCases): Fault['kind'] | 'unreadable' | undefined {
  const given = givenOf(entry, cases);
  const output = outputOf(entry, given);
  return output ? guard(output, given, isEnglishWord)?.kind : 'unreadable';
}

/** Whether anything of an entry is read as it was written: the guard lets it pass, and not all of it is put in the rules' own words. */
export function isShown(entry: CorpusEntry, cases: GivenCases): boolean {
  const given = givenOf(entry, cases);
  const output = outputOf(entry, given);
  if (!output || guard(output, given, isEnglishWord)) return false;
  const written = new Set((entry.sentences ?? output.sentences).map(({ text }) => text));
  return inRulesWords(output, given).sentences.some(({ text }) => written.has(text));
}

/** Of an entry's sentences that are no rule's own: how many there are, and how many are read as written, or in part. */
export function reworded(
  entry: CorpusEntry,
  cases: GivenCases,
): { all: number; whole: number; part: number } {
  const given = givenOf(entry, cases);
  const own = new Set(given.material.reasons.map(({ says }) => says));
  const sentences = (entry.sentences ?? []).filter(({ text }) => !own.has(text));
  const isPassed = judged(entry, cases) === undefined;
  const known = sentences.map((sentence) => (isPassed ? knownPart(sentence, given) : undefined));
  const whole = known.filter((text, at) => text === sentences[at]?.text).length;
  return { all: sentences.length, whole, part: known.filter((text) => text !== undefined).length - whole };
}

function givenOf(entry: CorpusEntry, cases: GivenCases): Given {
  const given = cases.get(entry.case);
  if (!given) throw new Error(`There is no case "${entry.case}" for ${entry.id}.`);
  return given;
}

function outputOf(entry: CorpusEntry, given: Given): PhrasedOutput | undefined {
  if (entry.raw !== undefined) return readOutput(entry.raw);
  const written = entry.sentences ?? [];
  const asItStands = entry.class !== undefined && AS_IT_STANDS.has(entry.class);
  return { sentences: asItStands ? written : amongFaithful(written, given) };
}

/**
 * The sentences in a whole answer. A bad one hides best there: among the rules that it does not cite, each in its own words and in its place, so that
 * nothing but the sentence itself can be found fault with.
 */
function amongFaithful(sentences: readonly PhrasedSentence[], { material }: Given): PhrasedSentence[] {
  const cited = new Set(sentences.flatMap(({ rules }) => rules));
  const place = (sentence: PhrasedSentence): number =>
    Math.max(
      0,
      material.reasons.findIndex(({ rule }) => rule === sentence.rules[0]),
    );
  const others = material.reasons
    .filter(({ rule }) => !cited.has(rule))
    .map(({ rule, says, passage }) => ({ text: says, rules: [rule], passages: [passage] }));
  return [...sentences, ...others].sort((a, b) => place(a) - place(b));
}
