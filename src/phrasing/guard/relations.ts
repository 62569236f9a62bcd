import { actorsOf } from './actors.ts';
import type { Clause } from './clauses.ts';
import { type Fault, fault } from './fault.ts';
import { FUNCTION_WORDS, LIGHT, MODALS, NEED, NEGATORS, SOFTENERS } from './lexicon.ts';
import type { Cited, Sources } from './sources.ts';
import { isSign, type Word } from './words.ts';

/** So far a denial reaches, in words. */
const REACH = 4;
const THERE = 6;

/**
 * How the words of a sentence hang together must be how they do in what it cites: what is denied, what belongs to whom, what
 * becomes what, to whom something is done.
 */
export function relationFault(
  words: readonly Word[],
  clauses: readonly Clause[],
  cited: Cited,
  { facts, told, verdict }: Sources,
): Fault | undefined {
  const texts = [...cited.all, ...facts, ...told, verdict].map((source) => source.words);
  return (
    silentOnRole(words, clauses, cited) ??
    withoutModal(words, cited) ??
    newDenial(words, texts) ??
    otherOwner(words, texts) ??
    otherRecipient(words, texts) ??
    turnedInto(words, texts) ??
    otherVerb(words, cited)
  );
}

/** Where every cited rule speaks of a role, so does the sentence. */
const silentOnRole = (
  words: readonly Word[],
  clauses: readonly Clause[],
  { says }: Cited,
): Fault | undefined =>
  says.every(({ roles }) => roles.size > 0) &&
  !words.some(({ role, word }) => role || word === 'post' || word === 'seat') &&
  clauses.every(({ mentions }) => mentions.length === 0)
    ? fault('unsupported', 'no role, where the rule names one')
    : undefined;

/** Where each cited rule says what a role can do, the sentence does not say what it does. */
const withoutModal = (words: readonly Word[], { says }: Cited): Fault | undefined =>
  says.every(({ clauses }) =>
    clauses.some(({ mentions, words }) => mentions.length > 0 && words.some(({ word }) => MODALS.has(word))),
  ) && !words.some(({ word }) => SOFTENERS.has(word))
    ? fault('overclaim', 'says more than the rule')
    : undefined;

const isContent = (word: Word): boolean =>
  !isSign(word) &&
  word.role === undefined &&
  word.number === undefined &&
  !FUNCTION_WORDS.has(word.word) &&
  !LIGHT.has(word.stem) &&
  !NEED.has(word.stem) &&
  !NEGATORS.has(word.word) &&
  !word.written.startsWith('NAME_');

/** The first thing of weight that the word at `at` denies, unless that is a role. */
function deniedAt(words: readonly Word[], at: number): Word | undefined {
  for (const word of words.slice(at + 1, at + 1 + REACH)) {
    if (isSign(word) || word.role) return undefined;
    if (isContent(word)) return word;
  }
  return undefined;
}

const isDenial = (words: readonly Word[], at: number): boolean =>
  NEGATORS.has(words[at]?.word ?? '') && words[at + 1]?.word !== 'else' && words[at + 1]?.word !== 'only';

/** What is denied is denied in a source too. */
function newDenial(words: readonly Word[], texts: readonly (readonly Word[])[]): Fault | undefined {
  for (const at of words.keys()) {
    if (!isDenial(words, at)) continue;
    const denied = deniedAt(words, at);
    if (!denied) continue;
    const isThere = texts.some((text) =>
      text.some(
        (word, nth) =>
          NEGATORS.has(word.word) &&
          text.slice(nth + 1, nth + 1 + THERE).some(({ meaning }) => meaning === denied.meaning),
      ),
    );
    if (!isThere) return fault('polarity', `denies ${denied.word}`);
  }
  return undefined;
}

/** "The CEO's door" is not the COO's. */
function otherOwner(words: readonly Word[], texts: readonly (readonly Word[])[]): Fault | undefined {
  const ownersOf = (thing: Word): string[] =>
    texts.flatMap((text) =>
      text.flatMap((word, at) =>
        word.owns && text[at + 1]?.meaning === thing.meaning ? [word.meaning] : [],
      ),
    );
  for (const [at, owner] of words.entries()) {
    const thing = words[at + 1];
    if (!owner.owns || !thing || owner.written.startsWith('NAME_')) continue;
    const owners = ownersOf(thing);
    if (owners.length > 0 && !owners.includes(owner.meaning))
      return fault('attribution', `${thing.word} of ${owner.word}`);
  }
  return undefined;
}

/** What is done to a role is done to it in a source too. */
function otherRecipient(words: readonly Word[], texts: readonly (readonly Word[])[]): Fault | undefined {
  const recipients = (text: readonly Word[]): Word[] =>
    text.flatMap((word, at) => {
      const next = text.slice(at + 1, at + 3).find(({ role }) => role);
      return word.word === 'to' && next && !next.owns ? [next] : [];
    });
  const known = new Set(texts.flatMap((text) => recipients(text).map(({ role }) => role)));
  const wrong = recipients(words).find(({ role }) => !known.has(role));
  return wrong && fault('attribution', `to ${wrong.role}`);
}

/** What becomes what: ideas become work, and not the other way round. */
function turnedInto(words: readonly Word[], texts: readonly (readonly Word[])[]): Fault | undefined {
  const results = (text: readonly Word[]): Word[] =>
    text.flatMap((word, at) =>
      word.word === 'into'
        ? text
            .slice(at + 1, at + 4)
            .filter(isContent)
            .slice(0, 1)
        : [],
    );
  const known = texts.flatMap(results).map(({ meaning }) => meaning);
  const wrong = results(words).find(({ meaning }) => !known.includes(meaning));
  return wrong && known.length > 0 ? fault('attribution', `into ${wrong.word}`) : undefined;
}

/** Verbs that go with anybody. */
const ANYBODYS = new Set('come comes go goes'.split(' '));

/** The verb right after a role goes with that role in what is cited, or with nobody else, if it is there at all. */
function otherVerb(words: readonly Word[], { all }: Cited): Fault | undefined {
  for (const [at, { role, owns }] of words.entries()) {
    const verb = words[at + 1];
    if (!role || owns || !verb || isSign(verb) || verb.role) continue;
    if (FUNCTION_WORDS.has(verb.word) || ANYBODYS.has(verb.word)) continue;
    const does = (clause: Clause): boolean => clause.words.some(({ meaning }) => meaning === verb.meaning);
    const having = all.filter(({ clauses }) => clauses.some(does));
    const fits = having.some(({ clauses, roles }) =>
      clauses.filter(does).some((clause) => {
        const actors = actorsOf(clause.words);
        return actors.includes(role) || (actors.length === 0 && roles.has(role));
      }),
    );
    if (having.length > 0 && !fits) return fault('attribution', `${role} ${verb.word}`);
  }
  return undefined;
}
