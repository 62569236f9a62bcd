import type { Intent } from '../advisor.ts';
import type { Fact, Subject } from '../fact.ts';
import { type Extractor, MAX_TEXT } from './extract.ts';
import { createIntentReader, type IntentMark, type Span, type Utterance } from './intent-reader.ts';
import type { Mark } from './mark.ts';
import { PatternIndex } from './match.ts';
import { createSubjectReader, type SubjectPoints, subjectOf } from './subject-reader.ts';
import { isName, type Token } from './token.ts';
import { type Tokenizer, tokenize } from './tokenize.ts';
import { type ToldWeights, toldPoints } from './told-points.ts';

/** The phrases by which a text shows what it is about and what it wants. */
export interface TextSignals {
  subject: readonly Mark<Subject>[];
  told: ToldWeights;
  intent: readonly Mark<IntentMark>[];
  onePerson: readonly Mark<'one-person'>[];
}

export interface TextReader {
  /** What the text describes: a company's situation unless it reads as a person's work or as a job. */
  subjectOf(text: string): Subject;
  /** Whether the text speaks of one person, by name, by pronoun or by what somebody does: then what is said of it is private. */
  speaksOfPerson(text: string): boolean;
  /** Whether the text asks something, describes something to check, or neither clearly. */
  intentOf(text: string): Intent;
}

/** Points from which a sentence counts as describing its subject. */
const DESCRIBES = 2;

/**
 * Tells what a text is. Both are pure and total: any text has a subject and an intent. Text beyond MAX_TEXT is not read.
 * `extract` is asked which facts stand in the text, since a text that states facts describes something.
 */
export function createTextReader(
  signals: TextSignals,
  extract: Extractor,
  split: Tokenizer = tokenize,
  isWord: (word: string) => boolean = () => true,
): TextReader {
  const pointsOf = createSubjectReader(signals.subject);
  const intentOf = createIntentReader(signals.intent);
  const clearlyCandidate = signals.subject.filter(
    ({ means, points }) => means === 'candidate' && points >= DESCRIBES,
  );
  const onePerson = new PatternIndex(
    [...signals.onePerson, ...clearlyCandidate].flatMap(({ phrases, means }) =>
      phrases.map((phrase) => [phrase, means] as const),
    ),
  );

  const subjectIn = (sentences: readonly (readonly Token[])[], text: string): Subject => {
    const points = pointsOf(sentences);
    const { facts, contradictions } = extract(text, 'situation');
    const stated = facts.length + contradictions.length;
    return subjectOf(
      { ...points, situation: points.situation + stated },
      toldPoints(signals.told, sentences),
      signals.told,
    );
  };

  /** A word with a capital that is no English word may be a name, also where every word has a capital. */
  const isStrange = (text: string, { word, start }: Token): boolean =>
    /^\p{Lu}\p{Ll}/u.test(text.slice(start)) && !isWord(word);

  return {
    subjectOf(text) {
      const read = text.slice(0, MAX_TEXT);
      return subjectIn(split(read), read);
    },

    speaksOfPerson(text) {
      const read = text.slice(0, MAX_TEXT);
      const sentences = split(read);
      return (
        sentences.some((tokens) => tokens.some(isName) || hasAny(onePerson, tokens)) ||
        sentences.some(([first]) => first !== undefined && isStrange(read, first))
      );
    },

    intentOf(text) {
      const read = text.slice(0, MAX_TEXT);
      const sentences = split(read);
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

const hasAny = (index: PatternIndex<unknown>, tokens: readonly Token[]): boolean =>
  index.matches(tokens).next().done === false;
