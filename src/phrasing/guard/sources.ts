import { sentencesOf } from '../../knowledge/sentences.ts';
import type { Given, MaterialReason } from '../material.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { contentOf, type Named, type Word, wordsOf } from './words.ts';

/** A sentence that a phrasing may rest on. */
export interface Source {
  kind: 'rule' | 'fact' | 'quote' | 'passage' | 'verdict';
  clauses: Clause[];
  words: Word[];
  /** Meanings of its content words. */
  meanings: ReadonlySet<string>;
  roles: ReadonlySet<Named>;
}

function sourceOf(kind: Source['kind'], text: string): Source {
  const words = wordsOf(text);
  return {
    kind,
    clauses: clausesOf(text),
    words,
    meanings: new Set(contentOf(words).map(({ meaning }) => meaning)),
    roles: new Set(words.flatMap(({ role }) => role ?? [])),
  };
}

/** All that the sentences may rest on, each made once. */
export interface Sources {
  verdict: Source;
  /** What a rule says and what is known that it rests on, by the rule's id. */
  rules: ReadonlyMap<string, { says: Source; facts: Source[]; reason: MaterialReason }>;
  passages: ReadonlyMap<string, Source[]>;
  facts: Source[];
  /** The sentences of the person's text; clauses that name no role may report them. */
  told: Source[];
}

const factsOf = ({ known }: MaterialReason): Source[] =>
  known.flatMap(({ fact, quote }) => [
    sourceOf('fact', fact),
    ...(quote === undefined ? [] : [sourceOf('quote', quote)]),
  ]);

export function sourcesOf({ material, question }: Given): Sources {
  const rules = new Map(
    material.reasons.map((reason) => [
      reason.rule,
      { says: sourceOf('rule', reason.says), facts: factsOf(reason), reason },
    ]),
  );
  return {
    verdict: sourceOf('verdict', material.verdict),
    rules,
    passages: new Map(
      material.passages.map(({ id, text }) => [
        id,
        sentencesOf(text).map((sentence) => sourceOf('passage', sentence)),
      ]),
    ),
    facts: [...rules.values()].flatMap(({ facts }) => facts),
    told: sentencesOf(question).map((sentence) => sourceOf('quote', sentence)),
  };
}

/** What one sentence may rest on: what it cites. */
export interface Cited {
  says: Source[];
  facts: Source[];
  passages: Source[];
  all: Source[];
}

export function citedBy(
  { rules, passages }: { rules: readonly string[]; passages: readonly string[] },
  sources: Sources,
): Cited {
  const cited = rules.flatMap((id) => sources.rules.get(id) ?? []);
  const says = cited.map((rule) => rule.says);
  const facts = cited.flatMap((rule) => rule.facts);
  const quoted = passages.flatMap((id) => sources.passages.get(id) ?? []);
  return { says, facts, passages: quoted, all: [...says, ...facts, ...quoted] };
}
