import type { Given } from '../material.ts';
import type { Clause } from './clauses.ts';
import { type Fault, type FaultKind, fault } from './fault.ts';
import {
  ABSOLUTES,
  ANTONYMS,
  BOUNDS,
  COMPARATIVES,
  FUNCTION_WORDS,
  HEDGES,
  LIMITS,
  NEGATORS,
  SOFTENERS,
} from './lexicon.ts';
import { riskOf } from './risks.ts';
import type { Cited, Source, Sources } from './sources.ts';
import { isSign, type Word } from './words.ts';

/** Numbers that words hold; they must stand in what is cited as they are. */
const NUMBER_WORDS = new Set(
  'half twice thrice double dozen dozens hundreds thousands millions percent percentage couple pair'.split(
    ' ',
  ),
);
const PEOPLE = new Set(
  'people person persons staff employees employee colleagues members heads headcount team strong of in'.split(
    ' ',
  ),
);

/** Kinds of words that a person's own may lend: "you spend your days on ...". */
const LENT = new Set<FaultKind>(['advice', 'promise', 'tone']);

const written = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ words }) => words.map(({ word }) => word)));
const stems = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ words }) => words.map(({ stem }) => stem)));

/**
 * Words that may stand only where what is cited has them: of other languages, names, numbers, advice, promises, judgements,
 * "always", "maybe", "better". A person's own words lend some of these, to clauses that name no role.
 */
export function vocabularyFault(
  words: readonly Word[],
  clauses: readonly Clause[],
  cited: Cited,
  sources: Sources,
  { names }: Given,
  isWord: (word: string) => boolean,
): Fault | undefined {
  const cites = [...cited.all, sources.verdict];
  const ours = cites.filter(({ kind }) => kind !== 'quote');
  const statedWords = written([...cited.says, ...cited.facts]);
  const [citedWords, ourWords] = [written(cites), written(ours)];
  const [citedStems, ourStems] = [stems([...cites, ...sources.facts, ...sources.told]), stems(ours)];
  const toldWords = written([...sources.facts, ...sources.told]);
  const isTold = (word: string): boolean => reported.has(word) && toldWords.has(word);
  const reported = new Set(
    clauses
      .filter(({ mentions }) => mentions.length === 0)
      .flatMap((each) => each.words.map(({ word }) => word)),
  );
  const contrasts = words.some(({ word }) => word === 'than') && words.some(({ role }) => role);
  for (const [at, each] of words.entries()) {
    const { word, stem } = each;
    if (isSign(each) || each.role) continue;
    if (each.written.startsWith('NAME_')) {
      if (!names.includes(each.written)) return fault('name', each.written);
      continue;
    }
    if (each.number !== undefined || NUMBER_WORDS.has(word)) {
      if (!isGivenNumber(each, words[at + 1], [...cites, ...sources.told])) return fault('number', word);
      continue;
    }
    if (/^[A-Z]/.test(each.written) && at > 0 && !isGivenCapital(each, [...cites, ...sources.told]))
      return fault('name', word);
    if (!isKnown(word, isWord) && !citedWords.has(word) && !toldWords.has(word))
      return fault('language', word);
    const risk = ourStems.has(stem) || FUNCTION_WORDS.has(word) ? undefined : riskOf(stem);
    const isTheirs = reported.has(word) && citedStems.has(stem) && risk !== undefined && LENT.has(risk);
    if (risk && !isTheirs) return fault(risk, word);
    if (BOUNDS.has(word) && !statedWords.has(word) && !isTold(word)) return fault('overclaim', word);
    const opposite = oppositeOf(word, statedWords);
    if (opposite && !isTold(word)) return fault('contradicts-fact', `${word} for ${opposite}`);
    const isDenied = word === 'any' && words.some((other) => NEGATORS.has(other.word));
    if (ABSOLUTES.has(word) && !citedWords.has(word) && !isDenied && !isTold(word))
      return fault('overclaim', word);
    if (HEDGES.has(word) && !ourWords.has(word) && !isSoftenedAs(word, cited)) return fault('hedge', word);
    const isContrast = contrasts && (word === 'more' || word === 'less');
    if (COMPARATIVES.has(word) && !citedWords.has(word) && !isContrast && !isTold(word))
      return fault('comparison', word);
  }
  return strengthened(words, cited);
}

/** The word's opposite, where that is stated and the word itself is not. */
const oppositeOf = (word: string, stated: ReadonlySet<string>): string | undefined =>
  stated.has(word)
    ? undefined
    : ANTONYMS.map(([one, other]) => (one === word ? other : other === word ? one : undefined)).find(
        (opposite) => opposite !== undefined && stated.has(opposite),
      );

const isKnown = (word: string, isWord: (word: string) => boolean): boolean =>
  isWord(word) || word.split('-').every((part) => isWord(part) || part.length === 1);

const has = (words: readonly Word[], wanted: ReadonlySet<string>): boolean =>
  words.some(({ word }) => wanted.has(word));
const isSoftenedAs = (word: string, { says }: Cited): boolean =>
  SOFTENERS.has(word) && says.some(({ words }) => has(words, SOFTENERS));

const ONLY = new Set(['only']);
/** What keeps to "only" in other words. */
const AS_ONLY = new Set('only alone solely just not until nobody'.split(' '));

/** Where every cited rule says "sometimes", "only" or the like, so must the sentence. */
function strengthened(words: readonly Word[], { says }: Cited): Fault | undefined {
  const all = (wanted: ReadonlySet<string>): boolean =>
    says.length > 0 && says.every((rule) => has(rule.words, wanted));
  const isStronger = (all(LIMITS) && !has(words, SOFTENERS)) || (all(ONLY) && !has(words, AS_ONLY));
  return isStronger ? fault('overclaim', 'says more than the rule') : undefined;
}

/** A capital stands for a name, unless what is given writes it so. */
function isGivenCapital({ written, word }: Word, cites: readonly Source[]): boolean {
  if (['ceo', 'coo', 'i'].includes(word)) return true;
  return cites.some(({ words }) => words.some((each) => each.written === written));
}

/** The same number, of people or of what it is given of. */
function isGivenNumber(word: Word, next: Word | undefined, cites: readonly Source[]): boolean {
  return cites.some(({ words }) =>
    words.some((each, at) => {
      if (each.number === undefined ? each.word !== word.word : each.number !== word.number) return false;
      const noun = words[at + 1];
      return (
        next === undefined ||
        isSign(next) ||
        next.role !== undefined ||
        PEOPLE.has(next.word) ||
        noun?.meaning === next.meaning
      );
    }),
  );
}
