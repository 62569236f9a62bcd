import { isName, type Token } from '../extract/token.ts';
import { type ClassesOf, type Features, featuresOf } from './features.ts';
import { type Likelihoods, learn, likelihoodsBy, type Weights } from './regression.ts';

/** What was learned from labelled texts: data that can be kept and read again. */
export interface Learned extends Weights {
  /** The stems that mean something where texts are compared. */
  stems: readonly string[];
}

/** Gives what was learned before, or has it learned. */
export type Recall = (learnNow: () => Learned) => Learned;
/** What was learned before, by what it was learned from. */
export type Memory = (name: string) => Recall;

export const LEARN_ANEW: Recall = (learnNow) => learnNow();
export const NO_MEMORY: Memory = () => LEARN_ANEW;

/** A text to learn from, and the index of what it is an example of. */
export interface Labelled {
  tokens: readonly Token[];
  label: number;
}

/** Which stems mean something where texts are compared, and how likely each label is for a text, by its index. */
export interface Comparison {
  isKnown(stem: string): boolean;
  likelihoods(tokens: readonly Token[]): ReturnType<Likelihoods>;
}

/**
 * Compares texts by what was learned, which is asked for at the first text; `classesOf` has to be the same as in learning.
 */
export function comparing(recall: Recall, learnNow: () => Learned, classesOf: ClassesOf): () => Comparison {
  let comparison: Comparison | undefined;
  return () => {
    comparison ??= comparisonBy(recall(learnNow), classesOf);
    return comparison;
  };
}

function comparisonBy(learned: Learned, classesOf: ClassesOf): Comparison {
  const stems = new Set(learned.stems);
  const isKnown = (stem: string): boolean => stems.has(stem);
  const likelihoods = likelihoodsBy(learned);
  return { isKnown, likelihoods: (tokens) => likelihoods(featuresOf(tokens, classesOf, isKnown)) };
}

/**
 * Learns what labelled texts are told apart by.
 *
 * @param labels how many there are
 * @param kept which features of all texts take part; all, if not said
 */
export function learnFrom(
  texts: readonly Labelled[],
  labels: number,
  classesOf: ClassesOf,
  kept: (features: readonly Features[]) => readonly Features[] = (all) => all,
): Learned {
  const stems = new Set(
    texts.flatMap(({ tokens }) => tokens.filter((token) => !isName(token)).map(({ stem }) => stem)),
  );
  const features = kept(texts.map(({ tokens }) => featuresOf(tokens, classesOf, (stem) => stems.has(stem))));
  const examples = texts.map(({ label }, at) => ({ features: features[at] ?? new Map(), label }));
  return { stems: [...stems], ...learn(examples, labels) };
}
