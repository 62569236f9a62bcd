import MiniSearch from 'minisearch';
import type { Passage } from '../advisor/passage.ts';
import type { SearchConfig } from './search-config.ts';
import { nearestWord } from './spelling.ts';
import { createVocabulary, type Term, type Vocabulary } from './words.ts';

/** What a word without a topic counts for when two questions are compared. */
const STOP_WEIGHT = 0.15;
/** Bounds of a word's weight, so that neither everyday nor rare words decide alone. */
const LIGHTEST = 0.5;
const HEAVIEST = 3;
/** What a word outside the knowledge counts for. */
const UNKNOWN_WEIGHT = 2.6;
/** What a word counts for, of its weight, that only other passages have. */
const ELSEWHERE = 0.65;
/** What a word counts for that a passage only has in its text. */
const IN_TEXT_ONLY = 0.75;
/** So alike, the question is one that the passage lists, whatever its words weigh. */
const LISTED = 0.999;
/** More words than this are not read. */
const MOST_TERMS = 120;

const WEIGHTS = { coverage: 0.4, likeness: 0.4, relevance: 0.2 };

/** A passage and how well it covers the question. */
export interface Ranked {
  passage: Passage;
  /** 0 to 1. */
  score: number;
  /** How much of the question's weight the passage has words for, 0 to 1. */
  coverage: number;
  /** How alike the question is to the nearest question that the passage lists, 0 to 1. */
  likeness: number;
}

/** A question as the search read it. */
export interface Search {
  /** All terms, spelling corrected. */
  terms: Term[];
  /** The terms with a topic, each once. */
  topics: string[];
  /** Every passage, best first; ties in the order of their ids. */
  ranked: Ranked[];
}

export interface SearchIndex {
  vocabulary: Vocabulary;
  search(question: string): Search;
  /** How much a sentence has to say on a question: the weight of the topics they share. */
  sayingOn(search: Search): (sentence: string) => number;
}

/** How much words say. */
interface Lexicon {
  /** Whether any passage has the term. */
  known(term: string): boolean;
  weight(term: string): number;
}

type Reading = Pick<Vocabulary, 'terms'>;

interface Entry {
  passage: Passage;
  /** What the passage knows of a term: 1 in its title, questions and terms, less in its text. */
  strength: Map<string, number>;
  questions: Profile[];
}

/** A question as weights of its terms, with their length as a vector. */
interface Profile {
  weights: Map<string, number>;
  length: number;
}

/** Indexes passages for questions; `known` are further words that are not misspellings of others. */
export function createSearchIndex(
  passages: readonly Passage[],
  config: SearchConfig,
  known: readonly string[] = [],
): SearchIndex {
  const vocabulary = createVocabulary(config);
  const reading = rememberingTerms(vocabulary);
  const sorted = [...passages].sort((a, b) => (a.id < b.id ? -1 : 1));
  const strengths = sorted.map((passage) =>
    strengthOf(passage, config.sections[passage.section] ?? [], reading),
  );
  const lexicon = createLexicon(strengths);
  const { weight } = lexicon;
  const words = knownWords(sorted, reading, known);
  const profileOf = (terms: readonly Term[]) => profile(terms, weight);
  const entries: Entry[] = sorted.map((passage, at) => ({
    passage,
    strength: strengths[at] ?? new Map(),
    questions: [...passage.questions, passage.title].map((each) => profileOf(reading.terms(each))),
  }));
  const relevance = createRelevance(sorted, reading);

  return {
    vocabulary,
    sayingOn({ topics }) {
      return (sentence) => {
        const said = new Set(vocabulary.terms(sentence).map(({ term }) => term));
        return topics.reduce((sum, topic) => sum + (said.has(topic) ? weight(topic) : 0), 0);
      };
    },
    search(question) {
      const terms = vocabulary
        .terms(question)
        .slice(0, MOST_TERMS)
        .map((each) => corrected(each, words, vocabulary));
      const topics = [...new Set(terms.filter(({ stop }) => !stop).map(({ term }) => term))];
      const asked = profileOf(terms);
      const relevances = relevance(topics);
      const ranked = entries.map((entry): Ranked => {
        const likeness = Math.max(...entry.questions.map((each) => cosine(asked, each)));
        if (likeness > LISTED) return { passage: entry.passage, score: 1, coverage: 1, likeness: 1 };
        if (topics.length === 0) return { passage: entry.passage, score: 0, coverage: 0, likeness };
        const coverage = coverageOf(topics, entry.strength, lexicon);
        const near = (relevances.get(entry.passage.id) ?? 0) * coverage;
        const score = WEIGHTS.coverage * coverage + WEIGHTS.likeness * likeness + WEIGHTS.relevance * near;
        return { passage: entry.passage, score: Math.min(1, score), coverage, likeness };
      });
      // The sort is stable, so that equals stay in the order of their ids.
      return { terms, topics, ranked: ranked.sort((a, b) => b.score - a.score) };
    },
  };
}

/** Reads each line of the knowledge once while the index is built. */
function rememberingTerms(vocabulary: Vocabulary): Reading {
  const read = new Map<string, Term[]>();
  return {
    terms(text) {
      const terms = read.get(text) ?? vocabulary.terms(text);
      read.set(text, terms);
      return terms;
    },
  };
}

function strengthOf(passage: Passage, shared: readonly string[], vocabulary: Reading): Map<string, number> {
  const strength = new Map<string, number>();
  for (const { term } of vocabulary.terms(passage.text)) strength.set(term, IN_TEXT_ONLY);
  for (const line of [passage.title, ...passage.questions, ...passage.terms, ...shared]) {
    for (const { term } of vocabulary.terms(line)) strength.set(term, 1);
  }
  return strength;
}

/** Rare words say more than common ones: the logarithm of how few passages hold them, within bounds. */
function createLexicon(strengths: readonly Map<string, number>[]): Lexicon {
  const holders = new Map<string, number>();
  for (const strength of strengths) {
    for (const term of strength.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return {
    known: (term) => holders.has(term),
    weight(term) {
      const count = holders.get(term);
      if (count === undefined) return UNKNOWN_WEIGHT;
      return Math.min(HEAVIEST, Math.max(LIGHTEST, Math.log((strengths.length + 1) / count)));
    },
  };
}

/** The share of the question's weight that a passage covers. */
function coverageOf(
  topics: readonly string[],
  strength: Map<string, number>,
  { weight, known }: Lexicon,
): number {
  let covered = 0;
  let total = 0;
  for (const topic of topics) {
    const has = strength.get(topic);
    const full = weight(topic);
    covered += full * (has ?? 0);
    total += has === undefined && known(topic) ? full * ELSEWHERE : full;
  }
  return total === 0 ? 0 : covered / total;
}

function profile(terms: readonly Term[], weight: (term: string) => number): Profile {
  const weights = new Map<string, number>();
  for (const { term, stop } of terms) weights.set(term, stop ? STOP_WEIGHT : weight(term));
  return { weights, length: Math.hypot(...weights.values()) };
}

function cosine(a: Profile, b: Profile): number {
  if (a.length === 0 || b.length === 0) return 0;
  let sum = 0;
  for (const [term, weight] of b.weights) sum += weight * (a.weights.get(term) ?? 0);
  return Math.min(1, sum / (a.length * b.length));
}

/** BM25+ over the passages' fields, the best passage being 1. */
function createRelevance(
  passages: readonly Passage[],
  vocabulary: Reading,
): (topics: string[]) => Map<string, number> {
  const index = new MiniSearch({
    fields: ['title', 'questions', 'terms', 'text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const topicsOf = (text: string) =>
    vocabulary
      .terms(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term)
      .join(' ');
  for (const { id, title, questions, terms, text } of passages) {
    index.add({
      id,
      title: topicsOf(title),
      questions: questions.map(topicsOf).join(' '),
      terms: terms.map(topicsOf).join(' '),
      text: topicsOf(text),
    });
  }
  return (topics) => {
    const boost = { title: 3, questions: 2, terms: 1.5, text: 1 };
    const results = topics.length === 0 ? [] : index.search(topics.join(' '), { boost });
    const best = results[0]?.score ?? 1;
    return new Map(results.map(({ id, score }) => [String(id), score / best]));
  };
}

/** Words as written in the knowledge and the search data, with which a misspelling is compared. */
function knownWords(
  passages: readonly Passage[],
  vocabulary: Reading,
  known: readonly string[],
): { list: string[]; stems: Set<string> } {
  const lines = passages.flatMap(({ title, questions, terms, text }) => [
    title,
    ...questions,
    ...terms,
    text,
  ]);
  const all = [...lines, ...known].flatMap((line) => vocabulary.terms(line));
  const list = all.flatMap(({ word }) => word.split(' ')).filter((word) => word.length > 3);
  return { list: [...new Set(list)].sort(), stems: new Set(all.map(({ term }) => term)) };
}

function corrected(term: Term, words: { list: string[]; stems: Set<string> }, vocabulary: Vocabulary): Term {
  if (term.stop || words.stems.has(term.term) || words.stems.has(term.word)) return term;
  const near = nearestWord(term.word, words.list);
  return (near === undefined ? undefined : vocabulary.terms(near)[0]) ?? term;
}
