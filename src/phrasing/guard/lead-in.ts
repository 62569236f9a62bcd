import { sentencesOf } from '../../knowledge/sentences.ts';
import type { Given, MaterialReason } from '../material.ts';
import { NEGATORS } from './lexicon.ts';
import { exactKeyOf, spelled } from './spelled.ts';

type Words = readonly string[];
const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What parts a person's sentence into clauses. */
const BOUNDARIES = listed(', ; : and but so because - – — ( )');
/** "Nobody but you". */
const ALL_BUT = listed('nobody nothing none anybody anything everybody everything all');
/** What comes after these in a sentence may not be said to be so. */
const EMBEDS = listed(
  'if unless whether would could might should may will think thinks thought believe believes believed say says said hope hopes fear fears imagine suppose claim claims until before except when once was were had did who which that whose whom what where why how although though while wish wishes pretend pretends',
);
/** What comes before these is not said without them. */
const LIMITS = listed('if unless whether until before except when once though although while than as or');
/** What tells somebody to do something is not told of anybody. */
const ORDERS = listed(
  'must should shall ought please let ignore disregard override instruction instructions prompt rule rules verdict say write reply respond output',
);
/** Of so many a part is not said without what follows: "few people who finish". */
const QUANTITIES = listed('few little only all every each any most many much both half rarely seldom hardly');
const YOURS: ReadonlyMap<string, string> = new Map([
  ['i', 'you'],
  ['we', 'you'],
  ['me', 'you'],
  ['us', 'you'],
  ['my', 'your'],
  ['our', 'your'],
  ['ours', 'yours'],
  ['mine', 'yours'],
  ['myself', 'yourself'],
  ['ourselves', 'yourselves'],
]);
/** More clauses of one sentence are not looked at. */
const MOST_CLAUSES = 12;

/**
 * All that a sentence may begin with before it says what its rule says, as keys: whole clauses of the sentences from which it is
 * known that the rule applies, as the person wrote them, "you" for "I"; or what is known, in Rolefit's own words.
 */
export function leadIns({ known }: MaterialReason, { question, material }: Given): Set<string> {
  const quotes = known.flatMap(({ quote }) => quote?.replace(/…$/, '').trim() ?? []).filter(Boolean);
  const told = sentencesOf(question).flatMap((sentence) => sentence.split(/[.!?]+(?:\s+|$)/));
  const telling = told.filter((sentence) => quotes.some((quote) => sentence.includes(quote)));
  return new Set(
    [
      ...known.flatMap(factIn),
      ...telling.flatMap((sentence) =>
        clausesIn(byName(toReader(spelled(sentence)), question), material.subject),
      ),
    ]
      .filter((words) => words.length > 1 && !words.some((word) => ORDERS.has(word)))
      .map(exactKeyOf),
  );
}

export const toReader = (words: Words): string[] => words.map((word) => YOURS.get(word) ?? word);

/** Of a sentence on "she", where but one is named, the name. */
function byName([first = '', ...words]: Words, question: string): Words {
  const names = new Set(question.match(/\bNAME_\d+(?:\s+NAME_\d+)*/g)?.map((name) => spelled(name)[0] ?? ''));
  const [name] = names;
  return [names.size === 1 && name && (first === 'she' || first === 'he') ? name : first, ...words];
}

/** What is known, where it is a sentence; of a size, that you are or have so many. */
function factIn({ fact, quote }: MaterialReason['known'][number]): Words[] {
  const size = fact.match(/^people in the company: (\d+)$/)?.[1];
  const [number, noun] = spelled(quote ?? '').slice(-2);
  if (
    size &&
    noun &&
    /^(?:people|employees|staff|founders)$/.test(noun) &&
    number?.replaceAll(',', '') === size
  )
    return ['are', 'have'].map((verb) => ['you', verb, number, noun]);
  return fact.includes(':') ? [] : [spelled(fact)];
}

/** The runs of clauses that stand for themselves, the last joined by "and" where the person had a comma. */
function clausesIn(words: Words, subject: Given['material']['subject']): Words[] {
  const spans = spansOf(words).slice(0, MOST_CLAUSES);
  const subjects = subjectsOf(words, subject);
  const runs: Words[] = [];
  for (const [nth, { from }] of spans.entries()) {
    const before = words.slice(0, from);
    if (before.some((word) => EMBEDS.has(word) && !(word === 'will' && subject === 'job'))) break;
    const isDenied = before.some((word) => NEGATORS.has(word));
    const isLeftOut = nth > 0 ? !isDenied : subject === 'job';
    for (let last = nth; last < spans.length; last += 1) {
      const to = spans[last]?.to ?? from;
      const follows = words.slice(to, to + 2);
      if (follows.some((word) => LIMITS.has(word))) continue;
      for (const body of [words.slice(from, to), joinedBy(spans.slice(nth, last + 1), words)])
        for (const each of [body, ...shorter(body)])
          runs.push(each, ...named(each), ...(isLeftOut ? subjects.map((who) => [...who, ...each]) : []));
    }
  }
  return runs;
}

interface Span {
  from: number;
  to: number;
}

function spansOf(words: Words): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [at, word] of [...words, ';'].entries()) {
    const isExcept = word === 'but' && ALL_BUT.has(words[at - 1] ?? '');
    if (!BOUNDARIES.has(word) || isExcept) continue;
    if (at > from) spans.push({ from, to: at });
    from = at + 1;
  }
  return spans;
}

const joinedBy = (clauses: readonly Span[], words: Words): Words =>
  clauses.flatMap(({ from, to }, at) => [
    ...(at === 0 ? [] : [at === clauses.length - 1 ? 'and' : ',']),
    ...words.slice(from, to),
  ]);

/** "Plans pile up without becoming work" says that plans pile up; "you want somebody who ..." that you want somebody. */
function shorter(body: Words): Words[] {
  const at = body.findIndex((word) => word === 'who' || word === 'without');
  const part = body.slice(0, at);
  return at > 2 && !part.some((word) => NEGATORS.has(word) || QUANTITIES.has(word) || EMBEDS.has(word))
    ? [part]
    : [];
}

const isName = (word: string | undefined): boolean => word?.startsWith('name_') ?? false;

/** Who does what a later clause says: the name that the sentence begins with, or "you". */
function subjectsOf(words: Words, subject: Given['material']['subject']): Words[] {
  const at = words.findIndex(isName);
  const name = words.slice(
    at,
    words.findIndex((word, nth) => nth > at && !isName(word)),
  );
  if (subject === 'candidate') return at < 0 ? [] : [name, name.slice(0, 1)];
  return words[0] === 'you' || subject === 'job' ? [['you']] : [];
}

const TITLE =
  /\b(?:your|the) (?:head of [a-z]+|(?:[a-z]+ )?(?:coo|ceo|cto|cfo|founder|assistant|manager|director|lead|owner|partner|colleague|implementer)) (?=name_)/g;
const SURNAME = /(name_\d+)(?: name_\d+)+/g;

/** "Our head of sales NAME_1" is NAME_1, and so is NAME_1 with a second name. */
function named(body: Words): Words[] {
  const text = body.join(' ');
  const untitled = text.replace(TITLE, '');
  return [untitled, untitled.replace(SURNAME, '$1')]
    .filter((each) => each !== text)
    .map((each) => each.split(' '));
}
