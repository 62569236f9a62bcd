import type { Given } from '../material.ts';
import { NEGATORS } from './lexicon.ts';
import { listed } from './spelled.ts';

type Words = readonly string[];

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
/** Of so many a part is not said without what follows: "few people who finish". */
const QUANTITIES = listed('few little only all every each any most many much both half rarely seldom hardly');
/** More clauses of one sentence are not looked at. */
const MOST_CLAUSES = 12;

/** The runs of clauses that stand for themselves, the last joined by "and" where the person had a comma. */
export function clausesIn(words: Words, subject: Given['material']['subject']): Words[] {
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
