import { stemmer } from 'stemmer';
import { meantOpener } from '../advisor/extract/openers.ts';
import { createSpeller } from '../advisor/extract/speller.ts';
import type { Passage } from '../advisor/passage.ts';
import { commonness } from './english-words.ts';
import { createRelevance } from './passage-relevance.ts';
import { likenessTo, type Profile, profileOf } from './question-likeness.ts';
import type { SearchConfig } from './search-config.ts';
import { nearestWord } from './spelling.ts';
import { createVocabulary, type Term, type Vocabulary } from './words.ts';

/** What a word without a topic counts for when two questions are compared. */
const STOP_WEIGHT = 0.15;
/** Bounds of a word's weight, so that neither everyday nor rare words decide alone. */
const LIGHTEST = 0.5;
const HEAVIEST = 3;
/** What an everyday word counts for at most. */
const LIGHT_WEIGHT = 0.45;
/** What a word outside the knowledge counts for. */
const UNKNOWN_WEIGHT = 1.8;
/** What the name of a role counts for at least, though every other passage has it. */
const SUBJECT_WEIGHT = 1;
/** So much of what a passage is about a role, counting from the share of its questions that name it. */
const FOCUS = 1.6;
/** What a word counts for at most that no passage is about, but one happens to have. */
const INCIDENTAL = 1.2;
/** What a passage that only mentions a role has to say on it. */
const MENTION = 0.25;
/** What a word counts for, of its weight, that only other passages have. */
const ELSEWHERE = 0.65;
/** What a word counts for that a passage only has in its text. */
const IN_TEXT_ONLY = 0.75;
/** What the score of a passage on other roles than the question names is multiplied with. */
const ON_OTHER = 0.75;
/** So alike, the question is one that the passage lists, whatever its words weigh. */
const LISTED = 0.999;
/** More words than this are not read. */
const MOST_TERMS = 120;

const WEIGHTS = { coverage: 0.5, likeness: 0.4, relevance: 0.1 };

/** A passage and how well it covers the question. */
export interface Ranked {
  passage: Passage;
  /** 0 to 1. */
  score: number;
  /** How much of the question's weight the passage has words for, 0 to 1. */
  coverage: number;
  /** How alike the question is to the nearest question that the passage lists, 0 to 1. */
  likeness: number;
  /** The terms of the passage's questions that are at all like it. */
  like: readonly (readonly Term[])[];
}

/** A question as the search read it. */
export interface Search {
  /** All terms, spelling corrected. */
  terms: Term[];
  /** The terms with a topic, each once. */
  topics: string[];
  /** How many everyday words it has. */
  light: number;
  /** Every passage, best first; ties in the order of their ids. */
  ranked: Ranked[];
}

export interface SearchIndex {
  search(question: string): Search;
  /** How much a sentence has to say on a question: the weight of the topics they share. */
  sayingOn(search: Search): (sentence: string) => number;
}

/** How much words say. */
interface Lexicon {
  /** Whether any passage has the term. */
  known(term: string): boolean;
  weight(term: Pick<Term, 'term'> & Partial<Term>): number;
}

type Reading = Pick<Vocabulary, 'terms'>;

interface Entry {
  passage: Passage;
  /** What the passage knows of a term: 1 in its title, questions and terms, less in its text. */
  strength: Map<string, number>;
  questions: Profile[];
}

/** Indexes passages for questions; `known` are further terms that are not misspellings of others. */
export function createSearchIndex(
  passages: readonly Passage[],
  config: SearchConfig,
  vocabulary: Vocabulary = createVocabulary(config),
  known: readonly Term[] = [],
): SearchIndex {
  const reading = rememberingTerms(vocabulary);
  const sorted = [...passages].sort((a, b) => (a.id < b.id ? -1 : 1));
  const subjects = new Set(
    Object.keys(config.subjects).flatMap((name) => reading.terms(name).map(({ term }) => term)),
  );
  const strengths = sorted.map((passage) =>
    strengthOf(passage, config.sections[passage.section] ?? [], subjects, reading),
  );
  const lexicon = createLexicon(strengths, subjects, tellingTerms(sorted, reading));
  const { weight } = lexicon;
  const words = knownWords(sorted, vocabulary, reading, known);
  const isKnown = new Set(words.list);
  const meant = createSpeller(commonness, (word) => isKnown.has(word) || words.stems.has(stemmer(word)));
  const mended = (question: string): string =>
    question
      .replace(/(?<=^\s*)\p{Lu}\p{Ll}+/u, (opener) => meantOpener(opener.toLowerCase()))
      .replace(/(?<![\p{L}\p{N}])\p{Ll}+/gu, meant);
  const apart = config.apart.map((names) =>
    names.flatMap((name) => reading.terms(name).map(({ term }) => term)),
  );
  /** Whether of subjects that are to be kept apart the question names one, and the passage is on another. */
  const isOnOther = ({ strength }: Entry, topics: readonly string[]): boolean => {
    const isAbout = (subject: string) => (strength.get(subject) ?? 0) > MENTION;
    return apart.some((group) => {
      const named = group.filter((subject) => topics.includes(subject));
      return named.length > 0 && !named.some(isAbout) && group.some(isAbout);
    });
  };
  const profile = (terms: readonly Term[]): Profile => profileOf(terms, weight);
  const entries: Entry[] = sorted.map((passage, at) => ({
    passage,
    strength: strengths[at] ?? new Map(),
    questions: [...passage.questions, passage.title].map((each) => profile(reading.terms(each))),
  }));
  const relevance = createRelevance(sorted, reading);

  return {
    sayingOn({ topics }) {
      return (sentence) => {
        const said = new Set(vocabulary.terms(sentence).map(({ term }) => term));
        return topics.reduce((sum, topic) => sum + (said.has(topic) ? weight({ term: topic }) : 0), 0);
      };
    },
    search(question) {
      const terms = vocabulary
        .terms(mended(question))
        .slice(0, MOST_TERMS)
        .map((each) => corrected(each, words, vocabulary));
      const telling = [
        ...new Map(terms.filter(({ stop }) => !stop).map((each) => [each.term, each])).values(),
      ];
      const topics = telling.filter(({ light }) => !light).map(({ term }) => term);
      const likenessOf = likenessTo(profile(terms));
      const relevances = relevance(topics);
      const ranked = entries.map((entry): Ranked => {
        const { passage } = entry;
        const { likeness, like } = likenessOf(entry.questions);
        if (likeness > LISTED) return { passage, score: 1, coverage: 1, likeness: 1, like };
        if (topics.length === 0) return { passage, score: 0, coverage: 0, likeness, like };
        const coverage = coverageOf(telling, entry.strength, lexicon);
        const near = (relevances.get(passage.id) ?? 0) * coverage;
        const sum = WEIGHTS.coverage * coverage + WEIGHTS.likeness * likeness + WEIGHTS.relevance * near;
        const score = Math.min(1, sum) * (isOnOther(entry, topics) ? ON_OTHER : 1);
        return { passage, score, coverage, likeness, like };
      });
      // The sort is stable, so that equals stay in the order of their ids.
      const light = telling.length - topics.length;
      return { terms, topics, light, ranked: ranked.sort((a, b) => b.score - a.score) };
    },
  };
}

/** Reads each line of the knowledge once while the index is built; a word is the same term wherever it stands. */
function rememberingTerms(vocabulary: Vocabulary): Reading {
  const read = new Map<string, Term[]>();
  const byWord = new Map<string, Term>();
  const shared = (term: Term): Term => {
    const known = byWord.get(term.word);
    if (known) return known;
    byWord.set(term.word, term);
    return term;
  };
  return {
    terms(text) {
      const known = read.get(text);
      if (known) return known;
      const terms = vocabulary.terms(text).map(shared);
      read.set(text, terms);
      return terms;
    },
  };
}

function strengthOf(
  passage: Passage,
  shared: readonly string[],
  subjects: ReadonlySet<string>,
  vocabulary: Reading,
): Map<string, number> {
  const strength = new Map<string, number>();
  for (const { term } of vocabulary.terms(passage.text)) strength.set(term, IN_TEXT_ONLY);
  const asked = [passage.title, ...passage.questions];
  for (const line of [...asked, ...passage.terms]) {
    for (const { term } of vocabulary.terms(line)) strength.set(term, 1);
  }
  for (const subject of subjects) {
    if (!strength.has(subject)) continue;
    const naming = asked.filter((line) => vocabulary.terms(line).some(({ term }) => term === subject));
    strength.set(subject, Math.max(MENTION, Math.min(1, (naming.length / asked.length) * FOCUS)));
  }
  for (const line of shared) {
    for (const { term } of vocabulary.terms(line)) strength.set(term, 1);
  }
  return strength;
}

/** Terms that some passage is about: they stand in its title or its terms, or in several of its questions. */
function tellingTerms(passages: readonly Passage[], vocabulary: Reading): Set<string> {
  const telling = new Set<string>();
  for (const { title, questions, terms } of passages) {
    for (const line of [title, ...terms]) for (const { term } of vocabulary.terms(line)) telling.add(term);
    const seen = new Set<string>();
    for (const question of questions) {
      for (const term of new Set(vocabulary.terms(question).map((each) => each.term))) {
        if (seen.has(term)) telling.add(term);
        seen.add(term);
      }
    }
  }
  return telling;
}

/** Rare words say more than common ones: the logarithm of how few passages hold them, within bounds. */
function createLexicon(
  strengths: readonly Map<string, number>[],
  subjects: ReadonlySet<string>,
  telling: ReadonlySet<string>,
): Lexicon {
  const holders = new Map<string, number>();
  for (const strength of strengths) {
    for (const term of strength.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return {
    known: (term) => holders.has(term),
    weight({ term, stop, light }) {
      if (stop) return STOP_WEIGHT;
      if (light) return LIGHT_WEIGHT;
      const count = holders.get(term);
      if (count === undefined) return UNKNOWN_WEIGHT;
      const least = subjects.has(term) ? SUBJECT_WEIGHT : LIGHTEST;
      const most = telling.has(term) ? HEAVIEST : INCIDENTAL;
      return Math.min(most, Math.max(least, Math.log((strengths.length + 1) / count)));
    },
  };
}

/** The share of the question's weight that a passage covers. */
function coverageOf(
  telling: readonly Term[],
  strength: Map<string, number>,
  { weight, known }: Lexicon,
): number {
  let covered = 0;
  let total = 0;
  for (const each of telling) {
    const has = strength.get(each.term);
    const full = weight(each);
    covered += full * (has ?? 0);
    total += has === undefined && known(each.term) ? full * ELSEWHERE : full;
  }
  return total === 0 ? 0 : covered / total;
}

/** Words as written in the knowledge and the search data, with which a misspelling is compared. */
function knownWords(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  reading: Reading,
  known: readonly Term[],
): { list: string[]; stems: Set<string> } {
  const lines = passages.flatMap(({ title, questions, terms, text }) => [
    title,
    ...questions,
    ...terms,
    text,
  ]);
  const all = [...lines.flatMap((line) => reading.terms(line)), ...known];
  const list = [...vocabulary.words, ...all.flatMap(({ word }) => word.split(' '))];
  return {
    list: [...new Set(list)].filter((word) => word.length > 3).sort(),
    stems: new Set(all.map(({ term }) => term)),
  };
}

function corrected(term: Term, words: { list: string[]; stems: Set<string> }, vocabulary: Vocabulary): Term {
  if (term.stop || words.stems.has(term.term) || words.stems.has(term.word)) return term;
  const near = nearestWord(term.word, words.list);
  return (near === undefined ? undefined : vocabulary.terms(near)[0]) ?? term;
}
