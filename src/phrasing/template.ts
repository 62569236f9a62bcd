import type { Fact, FactDefinition, FactValue, Subject } from '../advisor/fact.ts';
import type { Passage } from '../advisor/passage.ts';
import type { CooType } from '../advisor/rule.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import type { Advice, Counterfactual, FiredRule, Role, Verdict } from '../advisor/verdict.ts';
import type { Phrasing, Reason } from './phrasing.ts';
import { clause, listed, quoted } from './wording.ts';

/** What phrasing looks words up in. */
export interface PhrasingKnowledge {
  rulebook: Rulebook;
  passages: ReadonlyMap<string, Passage>;
}

const HEADLINES: Record<Subject, Record<Role, string>> = {
  situation: {
    coo: 'You need a chief operating officer (COO).',
    implementer: 'You need an implementer, not a chief operating officer (COO).',
    both: 'You need both a chief operating officer (COO) and an implementer, as two different people.',
    'neither-yet': 'You need neither a chief operating officer (COO) nor an implementer yet.',
    undecided: 'This is not enough to say which role you need.',
  },
  candidate: {
    coo: "This person's work is that of a chief operating officer (COO).",
    implementer: "This person's work is that of an implementer, not of a chief operating officer (COO).",
    both: "This person does a chief operating officer's (COO's) work and an implementer's at once.",
    'neither-yet': "This person's work is neither a chief operating officer's (COO's) nor an implementer's.",
    undecided: "This is not enough to say which role this person's work is.",
  },
  job: {
    coo: 'This is a job for a chief operating officer (COO).',
    implementer: 'This is a job for an implementer, not for a chief operating officer (COO).',
    both: "This job mixes a chief operating officer's (COO's) work with an implementer's.",
    'neither-yet': "This job is neither a chief operating officer's (COO's) nor an implementer's.",
    undecided: 'This is not enough to say what kind of job this is.',
  },
};

export const TYPE_NAMES: Readonly<Record<CooType, string>> = {
  executor: 'an executor',
  'agent-of-change': 'an agent of change',
  mentor: 'a mentor',
  complement: 'a complement',
  heir: 'an heir',
  jewel: 'a jewel',
};

/** What each type is there for, after its passages. */
const TYPE_AIMS: Record<CooType, string> = {
  executor: 'who delivers the daily results while the CEO looks ahead',
  'agent-of-change': 'who leads one big change',
  mentor: 'who lends experience and a network to a CEO new to the job',
  complement: 'who is picked to match the CEO',
  heir: 'who is tried out as the next CEO',
  jewel: 'whom the post keeps in the company',
};

const named = (type: CooType): string => `${TYPE_NAMES[type]}, ${TYPE_AIMS[type]}`;

/** What a role is called in a sentence. */
export const ROLE_NAMES: Record<Role, string> = {
  coo: 'a COO',
  implementer: 'an implementer',
  both: 'both a COO and an implementer',
  'neither-yet': 'neither of the two',
  undecided: 'undecided',
};
/** Of a person or a job: one has the work of both, not the need for two people. */
const WORK_OUTCOMES: Record<Role, string> = {
  coo: "the work would be a COO's",
  implementer: "the work would be an implementer's",
  both: "the work would be a COO's and an implementer's at once",
  'neither-yet': "the work would be neither a COO's nor an implementer's",
  undecided: 'it would be undecided',
};

const CAVEAT = 'This is advice from the facts given, not a hiring decision.';
const PRIVATE_CAVEAT = 'This is advice from the facts given, not a hiring decision, and seen by you alone.';

/** At most this many unknown facts are named; the next question asks the best one. */
const MOST_UNKNOWN = 3;

/**
 * An advice in words: a pure function of the advice and the knowledge. Every reason is a rule's own sentence with its
 * passage and the words it was read from; nothing is added.
 */
export function phraseAdvice(advice: Advice, knowledge: PhrasingKnowledge): Phrasing {
  const definitions = new Map(knowledge.rulebook.facts.map((definition) => [definition.name, definition]));
  const labelOf = (name: string): string => definitions.get(name)?.label ?? name;
  const { verdict, subject } = advice;
  const hints = advice.tentative.map(
    (fact) => `Only a hint, so not counted: ${said(fact, definitions)}${quotedWords(fact)}.`,
  );
  const contradictions = advice.contradictions.map(
    ({ fact, statements }) =>
      `Two statements about one thing (${labelOf(fact)}) cannot both be true, so neither counts: ${listed(statements.map((each) => `${said(each, definitions)}${quotedWords(each)}`))}.`,
  );
  const conflict =
    verdict.conflicts.length > 0
      ? ['The facts both demand and rule out the same role; one of them must be mistaken.']
      : [];
  return {
    headline: HEADLINES[subject][verdict.role],
    types: typesSentence(advice),
    reasons: reasonsOf(advice, knowledge),
    doubts: [...conflict, ...contradictions, ...hints],
    unknown: advice.unknown.slice(0, MOST_UNKNOWN).map((name) => labelOf(name)),
    wouldChange: advice.counterfactuals.map((each) => wouldChange(each, subject, definitions)),
    question: advice.nextQuestion?.text ?? null,
    caveat: subject === 'candidate' ? PRIVATE_CAVEAT : CAVEAT,
  };
}

function typesSentence({ verdict, subject }: Advice): string {
  const [best, next] = namedTypes(verdict);
  if (!best) return verdict.types.length > 0 ? 'Which kind of COO is not clear from this.' : '';
  if (verdict.combination.length > 0)
    return `The kind of COO is a mix: ${listed(verdict.combination.map(named))}.`;
  const kind =
    subject === 'situation' ? 'The kind of COO that fits best is' : 'The kind of COO it comes closest to is';
  return `${kind} ${named(best)}.${next ? ` Next comes ${named(next)}.` : ''}`;
}

const ROLE_OUTCOME_NAMES: readonly string[] = ['coo', 'implementer', 'neither-yet'];

/** What speaks for a kind of COO has to weigh so much that it is worth naming: two points where three convince. */
const WORTH_NAMING = 0.4;

/** The kinds of COO that an advice names, each with its reasons: those of the mix, or the best and the next. */
export const namedTypes = ({ types, combination }: Verdict): CooType[] => {
  if (combination.length > 0) return combination;
  return types.slice(0, 2).flatMap(({ type, score }) => (score >= WORTH_NAMING ? type : []));
};

/** The fired rules that an advice names: those about the role first, then those about the kinds of COO that it names. */
export function reasonRules(advice: Advice, passages: ReadonlyMap<string, Passage>): FiredRule[] {
  const { rules } = advice.verdict;
  const named: readonly string[] = namedTypes(advice.verdict);
  const aboutRole = rules.filter(({ outcome }) => ROLE_OUTCOME_NAMES.includes(outcome));
  const aboutTypes = rules.filter(({ outcome }) => named.includes(outcome));
  return [...aboutRole, ...aboutTypes].filter(({ passage }) => passages.has(passage));
}

const reasonsOf = (advice: Advice, { passages }: PhrasingKnowledge): Reason[] =>
  reasonRules(advice, passages).flatMap((rule) => reasonOf(rule, advice.facts, passages));

function reasonOf(rule: FiredRule, facts: readonly Fact[], passages: ReadonlyMap<string, Passage>): Reason[] {
  const passage = passages.get(rule.passage);
  if (!passage) return [];
  const quote = facts.find(({ name, evidence }) => evidence && rule.facts.includes(name))?.evidence?.text;
  return [
    {
      text: rule.says,
      passage: passage.id,
      section: passage.section,
      ...(quote === undefined ? {} : { quote: clause(quote) }),
    },
  ];
}

export type Definitions = ReadonlyMap<string, FactDefinition>;

/** A value in words: "there are more ideas than anyone can follow", "people in the company: 14". */
export function said({ name, value }: { name: string; value: FactValue }, definitions: Definitions): string {
  const definition = definitions.get(name);
  const label = definition?.label ?? name;
  if (value === true) return label;
  if (value === false) return definition?.denied ?? label;
  return `${label}: ${choiceOf(definition, value)}`;
}

/** A fact in words, as the template says it. */
export const saidOf = (fact: Fact, { facts }: Rulebook): string =>
  said(fact, new Map(facts.map((definition) => [definition.name, definition])));

const choiceOf = (definition: FactDefinition | undefined, value: FactValue): string =>
  definition?.choices?.find((each) => each.value === value)?.label ?? String(value);

const quotedWords = ({ evidence }: Fact): string => (evidence ? ` (${quoted(evidence.text)})` : '');

const TURNED_OUT = 'it turned out ';

function wouldChange({ change, role }: Counterfactual, subject: Subject, definitions: Definitions): string {
  const conditions = change.map(({ name, to }) => {
    const definition = definitions.get(name);
    return typeof to === 'boolean'
      ? `${TURNED_OUT}that ${said({ name, value: to }, definitions)}`
      : `the answer to “${definition?.question ?? name}” were ${answered(definition, to)}`;
  });
  const outcome =
    subject === 'situation' && role !== 'undecided'
      ? `the answer would be ${ROLE_NAMES[role]}`
      : WORK_OUTCOMES[role];
  const goesOn = (at: number): boolean =>
    [at - 1, at].every((one) => conditions[one]?.startsWith(TURNED_OUT) === true);
  const joined = conditions.map((words, at) => (goesOn(at) ? words.slice(TURNED_OUT.length) : words));
  return `If ${listed(joined)}, ${outcome}.`;
}

/** A count stands for all counts from it up to the next bound of the rules. */
const answered = (definition: FactDefinition | undefined, to: FactValue): string =>
  typeof to === 'number'
    ? to === 0
      ? 'a small number'
      : `${to.toLocaleString('en')} or more`
    : `“${choiceOf(definition, to)}”`;
