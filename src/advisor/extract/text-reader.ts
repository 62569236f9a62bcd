import type { Intent } from '../advisor.ts';
import type { Fact, Subject } from '../fact.ts';
import { type Extractor, MAX_TEXT } from './extract.ts';
import { createIntentReader, type IntentMark, type Span, type Utterance } from './intent-reader.ts';
import type { Mark } from './mark.ts';
import { createSubjectReader, type SubjectPoints, subjectWithMost } from './subject-reader.ts';
import { type Token, tokenize } from './tokenize.ts';

/** The phrases by which a text shows what it is about and what it wants. */
export interface TextSignals {
  subject: readonly Mark<Subject>[];
  intent: readonly Mark<IntentMark>[];
}

export interface TextReader {
  /** What the text describes: a company's situation unless it reads as a person's work or as a job. */
  subjectOf(text: string): Subject;
  /** Whether the text asks something, describes something to check, or neither clearly. */
  intentOf(text: string): Intent;
}

/** Points from which a sentence counts as describing its subject. */
const DESCRIBES = 2;

/**
 * Tells what a text is. Both are pure and total: any text has a subject and an intent. Text beyond MAX_TEXT is not read.
 * `extract` is asked which facts stand in the text, since a text that states facts describes something.
 */
export function createTextReader(signals: TextSignals, extract: Extractor): TextReader {
  const pointsOf = createSubjectReader(signals.subject);
  const intentOf = createIntentReader(signals.intent);

  const subjectIn = (sentences: readonly (readonly Token[])[], text: string): Subject => {
    const points = pointsOf(sentences);
    const { facts, contradictions } = extract(text, 'situation');
    return subjectWithMost({ ...points, situation: points.situation + facts.length + contradictions.length });
  };

  return {
    subjectOf(text) {
      const read = text.slice(0, MAX_TEXT);
      return subjectIn(tokenize(read), read);
    },

    intentOf(text) {
      const read = text.slice(0, MAX_TEXT);
      const sentences = tokenize(read);
      const { facts, tentative, contradictions } = extract(read, subjectIn(sentences, read));
      const stated = spansOf([...facts, ...contradictions.flatMap(({ statements }) => statements)]);
      const hinted = spansOf(tentative);
      return intentOf(
        sentences.flatMap(partsOf).map((tokens): Utterance => {
          const start = tokens[0]?.start ?? 0;
          const end = tokens.at(-1)?.end ?? start;
          const isHere = (span: Span): boolean => start <= span.start && span.start < end;
          const here = stated.filter(isHere);
          return {
            tokens,
            asks: read.slice(end).trimStart().startsWith('?'),
            stated: here,
            describes: mostOf(pointsOf([tokens])) >= DESCRIBES,
            hints: here.length > 0 || hinted.some(isHere),
          };
        }),
      );
    },
  };
}

const spansOf = (facts: readonly Fact[]): Span[] => facts.flatMap(({ evidence }) => evidence ?? []);

/** The parts of a sentence that a colon, a dash or another strong stop sets apart. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (last === undefined || token.breakBefore === 'stop') parts.push([token]);
    else last.push(token);
  }
  return parts;
}

const mostOf = ({ situation, candidate, job }: SubjectPoints): number => Math.max(situation, candidate, job);
