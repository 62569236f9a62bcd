import { sentencesOf } from '../../knowledge/sentences.ts';
import type { Given, MaterialReason } from '../material.ts';
import { exactKeyOf, listed, spelled } from './spelled.ts';
import { clausesIn } from './told-clauses.ts';

type Words = readonly string[];

/** What tells somebody to do something is not told of anybody. */
const ORDERS = listed(
  'must should shall ought please let ignore disregard override instruction instructions prompt rule rules verdict say write reply respond output',
);
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

/**
 * All that a sentence may begin with before it says what its rule says, as keys: whole clauses of the sentences from which it is
 * known that the rule applies, as the person wrote them, "you" for "I"; or what is known, in Rolefit's own words.
 */
export function leadIns({ known }: MaterialReason, { question, material }: Given): Set<string> {
  const quotes = known.flatMap(({ quote }) => quote?.replace(/…$/, '').trim() ?? []).filter(Boolean);
  const telling = statementsOf(question).filter((each) => quotes.some((quote) => each.includes(quote)));
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

/** What a person says, without what they ask; also where a number begins a sentence. */
const statementsOf = (text: string): string[] =>
  sentencesOf(text)
    .flatMap((sentence) => sentence.match(/(?:[^.!?]|[.!?](?!\s|$))+[.!?]*/g) ?? [])
    .filter((sentence) => !sentence.includes('?'))
    .map((sentence) => sentence.replace(/(?<![.!\s])[.!\s]+$/, '').trim());

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
