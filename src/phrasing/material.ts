import { MAX_TEXT } from '../advisor/extract/extract.ts';
import type { Fact } from '../advisor/fact.ts';
import type { CooType } from '../advisor/rule.ts';
import type { Advice, FiredRule } from '../advisor/verdict.ts';
import { type EnglishWords, type Redaction, redact } from './redaction.ts';
import { namedTypes, type PhrasingKnowledge, phraseAdvice, reasonRules, saidOf } from './template.ts';
import { clause } from './wording.ts';

/** A reason as the model gets it. */
export interface MaterialReason {
  /** The rule's id. */
  rule: string;
  says: string;
  /** What is known that made the rule apply, and the person's words for it, redacted. */
  known: { fact: string; quote?: string }[];
  passage: string;
}

/** All that the model gets of a verdict. Nothing in it tells who is spoken of. */
export interface Material {
  subject: Advice['subject'];
  /** The verdict as the reader sees it above the sentences. */
  verdict: string;
  /** Strongest first. */
  reasons: MaterialReason[];
  passages: { id: string; text: string }[];
}

/** What the guard holds a phrasing against: the material, and what it was made from. */
export interface Given {
  material: Material;
  /** The person's text or question, redacted; empty when there is none. */
  question: string;
  role: Advice['verdict']['role'];
  /** The kinds of COO that the advice names. */
  types: readonly CooType[];
  rules: readonly FiredRule[];
  /** Placeholders of names that the model was given. */
  names: readonly string[];
}

export interface Prepared {
  given: Given;
  redaction: Redaction;
}

/** At most so many reasons are phrased; the rest are told by their number, as in the template. */
const MOST_PHRASED = 5;
/** Of the person's text this much goes out at most, in UTF-16 code units; the facts say the rest. */
const LONGEST_QUESTION = 400;

/** What goes to the model for an advice: the verdict, the strongest rules that fired with their passages, and the question. */
export function prepare(
  advice: Advice,
  knowledge: PhrasingKnowledge,
  english: EnglishWords,
  question = '',
): Prepared {
  const rules = reasonRules(advice, knowledge.passages).slice(0, MOST_PHRASED);
  const factsOf = (rule: FiredRule): Fact[] => advice.facts.filter(({ name }) => rule.facts.includes(name));
  const quotes = [...new Set(rules.flatMap(factsOf).flatMap(({ evidence }) => evidence?.text ?? []))];
  const redaction = redact([...quotes, question.slice(0, MAX_TEXT)], english);
  const redacted = new Map(quotes.map((quote, at) => [quote, redaction.texts[at] ?? '']));
  const known = (fact: Fact): MaterialReason['known'][number] => {
    const quote = fact.evidence && redacted.get(fact.evidence.text);
    const words = saidOf(fact, knowledge.rulebook);
    return quote === undefined ? { fact: words } : { fact: words, quote: clause(quote) };
  };
  const { headline, types } = phraseAdvice(advice, knowledge);
  const { verdict, subject } = advice;
  return {
    given: {
      material: {
        subject,
        verdict: [headline, types].filter(Boolean).join(' '),
        reasons: rules.map((rule) => ({
          rule: rule.id,
          says: rule.says,
          known: factsOf(rule).map(known),
          passage: rule.passage,
        })),
        passages: [...new Set(rules.map(({ passage }) => passage))].flatMap((id) => {
          const passage = knowledge.passages.get(id);
          return passage ? [{ id, text: passage.text }] : [];
        }),
      },
      question: cutAtWord(redaction.texts.at(-1) ?? ''),
      role: verdict.role,
      types: namedTypes(verdict),
      rules,
      names: [...redaction.originals.keys()].filter((each) => each.startsWith('NAME_')),
    },
    redaction,
  };
}

/** After redaction, so that no half of a name or an address is left. */
const cutAtWord = (text: string): string =>
  text.length <= LONGEST_QUESTION ? text : text.slice(0, text.lastIndexOf(' ', LONGEST_QUESTION));
