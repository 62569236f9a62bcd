import { readFileSync } from 'node:fs';
import type { Section } from '../src/advisor/passage.ts';

export interface AskedQuestion {
  question: string;
  /** Sections whose passages answer it; none when the knowledge does not. */
  sections: readonly Section[];
}

const casesIn = <T>(name: string): T[] =>
  readFileSync(new URL(`../test/cases/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));

/** Situations as founders tell them. */
export const situationTexts = (): string[] => casesIn<{ text: string }>('situations').map(({ text }) => text);

/** Questions as people ask them, those that the knowledge does not answer too. */
export const askedQuestions = (): AskedQuestion[] => casesIn('questions');
