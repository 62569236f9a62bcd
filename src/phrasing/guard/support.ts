import { reversed } from './actors.ts';
import { type Clause, deniedBy } from './clauses.ts';
import { type Fault, fault } from './fault.ts';
import { FUNCTION_WORDS, NEGATORS } from './lexicon.ts';
import type { Cited, Source, Sources } from './sources.ts';
import { ownContent, shareOf } from './stance.ts';
import { contentOf, type Named, type Word } from './words.ts';

/** So much of a clause, and of a sentence, may be in words of its own. */
const OWN_IN_CLAUSE = 0.34;
const OWN_IN_SENTENCE = 0.26;
/** A clause of light words alone says something when it has more of them. */
const MOST_LIGHT = 3;
/** So many words, or so much of it, a sentence shares with each rule that it cites. */
const SHARED = 2;
const SHARED_PART = 0.4;

const meaningsOf = (sources: readonly Source[]): Set<string> =>
  new Set(sources.flatMap(({ meanings }) => [...meanings]));

/** What a sentence says stands in what it cites: clause by clause, of the right role, and not against what is known. */
export function supportFault(
  words: readonly Word[],
  clauses: readonly Clause[],
  cited: Cited,
  sources: Sources,
): Fault | undefined {
  const known = meaningsOf([...cited.all, sources.verdict]);
  const told = meaningsOf([...cited.all, ...sources.facts, ...sources.told]);
  let [own, unsupported] = [0, 0];
  for (const [at, clause] of clauses.entries()) {
    const content = ownContent(clause);
    const given = clause.mentions.length > 0 ? known : told;
    const free = content.filter(({ meaning }) => !given.has(meaning));
    own += content.length;
    unsupported += free.length;
    if (content.length === 0 && clause.mentions.length === 0) {
      if (clause.negated && !isDeniedAlso(clause, [...cited.all, ...sources.told, sources.verdict]))
        return fault('polarity', 'a denial of what was said');
      if (permits(clause)) return fault('advice', textOf(clause.words));
      if (clause.content.length > MOST_LIGHT) return fault('unsupported', textOf(clause.words));
    }
    if (free.length > content.length * OWN_IN_CLAUSE) return fault('unsupported', textOf(free));
    const follows = clauses.slice(0, at).some(({ mentions }) => mentions.some(({ positive }) => positive));
    const against = contradicts(clause, cited, sources, follows) ?? reversed(clause, cited);
    if (against) return against;
  }
  if (unsupported > own * OWN_IN_SENTENCE) return fault('unsupported', 'too much of its own');
  return attributionFault(words, clauses, cited) ?? restsOnEach(words, cited);
}

const MODALS = new Set('can could may might would'.split(' '));
/** "You could keep them": leave to do something that no source speaks of. */
const permits = ({ words, negated }: Clause): boolean =>
  !negated && words.some(({ word }) => word === 'you') && words.some(({ word }) => MODALS.has(word));

const textOf = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

/** A sentence that cites a rule speaks of what the rule says. */
function restsOnEach(words: readonly Word[], { says }: Cited): Fault | undefined {
  const mine = new Set(contentOf(words).map(({ meaning }) => meaning));
  const named = new Set(words.flatMap(({ role }) => role ?? []));
  const apart = says.find(({ meanings, roles }) => {
    const shared = [...meanings].filter((each) => mine.has(each)).length;
    const sharedRoles = [...roles].filter((role) => named.has(role)).length;
    if (shared === 0 && meanings.size > SHARED) return true;
    return shared + sharedRoles < Math.min(SHARED, (meanings.size + roles.size) * SHARED_PART);
  });
  return apart && fault('unsupported', 'does not speak of a rule that it cites');
}

/** Words that deny by themselves: "and nobody does". */
const DENIERS = new Set('nobody nothing none'.split(' '));

/** What is cited denies the same in nearly the same words, or by the same "nobody". */
const isDeniedAlso = ({ content, words, needs }: Clause, all: readonly Source[]): boolean =>
  !needs &&
  all
    .flatMap(({ clauses }) => clauses)
    .some(
      (clause) =>
        clause.negated &&
        ((content.length > 0 && shareOf(content, clause) === 1) ||
          words.some(({ word }) => DENIERS.has(word) && clause.words.some((each) => each.word === word))),
    );

/** A clause without a role must not turn round what is known, or what the sources say without a role. */
function contradicts(
  clause: Clause,
  { says, passages }: Cited,
  { facts, told }: Sources,
  follows: boolean,
): Fault | undefined {
  if (clause.mentions.length > 0 || isFragment(clause)) return undefined;
  const own = ownContent(clause);
  if (own.length === 0 || [...facts, ...told].some((source) => isVerbatim(clause, source))) return undefined;
  const roleFree = (sources: readonly Source[], negated: boolean): Clause[] =>
    sources
      .flatMap(({ clauses }) => clauses)
      .filter((each) => each.mentions.length === 0 && each.negated === negated);
  const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
  const all = [...facts, ...told, ...(follows && isOutcome(clause) ? [] : [...says, ...passages])];
  const against = most(roleFree(all, !clause.negated).map((each) => turned(clause, each)));
  const alike = most(roleFree(all, clause.negated).map((each) => sharedBy(own, each)));
  const isAbout = against >= SHARED || against === own.length;
  if (isAbout && against > alike && !describes(clause)) return fault('contradicts-fact', textOf(own));
  const denied = most(roleFree([...facts, ...told, ...says], true).map((each) => sharedBy(own, each)));
  return clause.negated && clause.needs && denied <= own.length / 2
    ? fault('verdict', textOf(own))
    : undefined;
}

/** Word by word as the person put it. */
const isVerbatim = ({ words }: Clause, source: Source): boolean => {
  const joined = (all: readonly Word[]): string => ` ${all.map(({ word }) => word).join(' ')} `;
  return words.length > 2 && joined(source.words).includes(joined(words));
};

const VERBS = new Set(
  'is are was were do does did has have had get gets become becomes can will go goes keep keeps lie lies pile stay stays'.split(
    ' ',
  ),
);
/** A part of a list, "record-keeping and reporting", says nothing by itself. */
const isFragment = ({ words, content }: Clause): boolean =>
  content.length <= 2 &&
  words.length <= 4 &&
  !words.some(({ word }) => VERBS.has(word) || NEGATORS.has(word));

/** "..., so that there is room for it": what comes of a role may be the opposite of what is. */
const isOutcome = ({ words }: Clause): boolean => ['so', 'that', 'which'].includes(words[0]?.word ?? '');

/** How many words two clauses of opposite sense share, what the one of them denies among these. */
function turned(clause: Clause, other: Clause): number {
  const denied = new Set(deniedBy(clause.negated ? clause : other).map(({ meaning }) => meaning));
  const own = ownContent(clause);
  const meanings = new Set(other.content.map(({ meaning }) => meaning));
  const touches = clause.content.some(({ meaning }) => meanings.has(meaning) && denied.has(meaning));
  return touches ? sharedBy(own, other) : 0;
}

/** "Somebody who makes ideas real" tells whom one looks for, not what is so. */
const describes = ({ words }: Clause): boolean => words[0]?.word === 'who';

function sharedBy(own: readonly Word[], { content }: Clause): number {
  const meanings = new Set(content.map(({ meaning }) => meaning));
  return new Set(own.filter(({ meaning }) => meanings.has(meaning)).map(({ meaning }) => meaning)).size;
}

const OTHER: Partial<Record<Named, Named>> = { coo: 'implementer', implementer: 'coo' };

/** What the sources say of one role alone must not be said of the other. */
function attributionFault(
  words: readonly Word[],
  clauses: readonly Clause[],
  { says, passages }: Cited,
): Fault | undefined {
  const sources = [...says, ...passages];
  const ofRole = (role: Named): Set<string> => meaningsOf(sources.filter(({ roles }) => roles.has(role)));
  const whole = clauses.flatMap(({ mentions }) => mentions.map(({ role }) => role));
  const single = new Set(whole).size === 1;
  for (const clause of clauses) {
    const named = clause.mentions.filter(({ positive }) => positive).map(({ role }) => role);
    const [role] = named;
    const other = role && OTHER[role];
    if (named.length !== 1 || !role || !other) continue;
    const [mine, theirs] = [ofRole(role), ofRole(other)];
    const content = single ? contentOf(words) : clause.content;
    const taken = content.filter(
      ({ word, meaning }) => !FUNCTION_WORDS.has(word) && theirs.has(meaning) && !mine.has(meaning),
    );
    if (taken.length > 0 && taken.length > content.length * OWN_IN_SENTENCE)
      return fault('attribution', textOf(taken));
  }
  return undefined;
}
