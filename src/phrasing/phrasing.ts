import type { Citation } from '../advisor/verdict.ts';

export interface Reason extends Citation {
  /** One sentence. */
  text: string;
  /** The words of the person that it rests on, if it was read from text. */
  quote?: string;
}

/** The strongest reasons as connected sentences, in place of that many reasons. */
export interface Account {
  sentences: string[];
  /** Ids of the passages that the sentences are from. */
  passages: string[];
  /** How many of the reasons, from the first, it tells. */
  reasons: number;
}

/** An advice in words, part by part; surfaces lay the parts out. Plain text, no markup, nothing escaped. */
export interface Phrasing {
  /** The verdict in one sentence. */
  headline: string;
  /** Which kinds of COO, in one or two sentences; empty when no COO is advised. */
  types: string;
  /** Strongest first; all of them. */
  reasons: Reason[];
  /** Set where a language model has put the strongest reasons into words. */
  account?: Account;
  /** What the person said twice in ways that cannot both be true, and what they only hinted at. */
  doubts: string[];
  /** What is not known and could still matter, each as a short clause. */
  unknown: string[];
  /** What would change the verdict, each one sentence. */
  wouldChange: string[];
  /** The next question to ask, or null when nothing can change the role any more. */
  question: string | null;
  /** What the verdict is not: advice, no hiring decision. */
  caveat: string;
}
