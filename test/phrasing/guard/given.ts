import type { Role } from '../../../src/advisor/verdict.ts';
import { clausesOf } from '../../../src/phrasing/guard/clauses.ts';
import type { Fault } from '../../../src/phrasing/guard/fault.ts';
import { citedBy, sourcesOf } from '../../../src/phrasing/guard/sources.ts';
import { wordsOf } from '../../../src/phrasing/guard/words.ts';
import type { Given } from '../../../src/phrasing/material.ts';
import type { PhrasedSentence } from '../../../src/phrasing/phrased.ts';

/** A little material: each rule says one sentence; what is known holds for all of them. */
export interface Little {
  says?: string | readonly string[];
  /** Facts, each with the person's words for it where there are any. */
  known?: readonly (readonly [fact: string, quote?: string])[];
  passage?: string;
  question?: string;
  verdict?: string;
  role?: Role;
  types?: Given['types'];
  names?: readonly string[];
  subject?: Given['material']['subject'];
}

const listed = (says: Little['says']): readonly string[] =>
  typeof says === 'string' ? [says] : (says ?? []);

export function littleGiven({ says, known = [], passage, ...given }: Little): Given {
  const facts = known.map(([fact, quote]) => (quote === undefined ? { fact } : { fact, quote }));
  return {
    material: {
      subject: given.subject ?? 'situation',
      verdict: given.verdict ?? '',
      reasons: listed(says).map((each, at) => ({ rule: `r${at}`, says: each, known: facts, passage: 'p' })),
      passages: passage === undefined ? [] : [{ id: 'p', text: passage }],
    },
    question: given.question ?? '',
    role: given.role ?? 'undecided',
    types: given.types ?? [],
    rules: [],
    names: given.names ?? [],
  };
}

/** A sentence that cites all that there is, or the rules told. */
export const citing = (text: string, { material }: Given, rules?: readonly string[]): PhrasedSentence => ({
  text,
  rules: [...(rules ?? material.reasons.map(({ rule }) => rule))],
  passages: material.passages.map(({ id }) => id),
});

/** A sentence as the guard's parts see it: its words and clauses, what it cites, and all that there is. */
export function seen(text: string, little: Little, rules?: readonly string[]) {
  const given = littleGiven(little);
  const sources = sourcesOf(given);
  const cited = citedBy(citing(text, given, rules), sources);
  return { given, sources, cited, words: wordsOf(text), clauses: clausesOf(text) };
}

export const toldFault = (found: Fault | undefined): string | undefined =>
  found && `${found.kind}: ${found.detail}`;
