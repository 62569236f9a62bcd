import type { Section } from './passage.ts';

export interface AnswerCitation {
  passage: string;
  section: Section;
  factIds: string[];
}

export interface NearPassage {
  passage: string;
  title: string;
  section: Section;
  /** 0 to 1: how well the passage covers the question. */
  score: number;
}

/** Sentences from passages with citations, or a refusal that names what is nearest. */
export interface Answer {
  answered: boolean;
  text: string;
  citations: AnswerCitation[];
  /** The best three, whether answered or not. */
  nearest: NearPassage[];
}
