import { readNumber } from '../advisor/extract/number.ts';
import type { Fact, FactDefinition, FactValue, Subject } from '../advisor/fact.ts';
import { optionsOf } from './blocks/question.ts';
import type { ConversationAdvisor } from './reply.ts';

/** What a person typed, taken as an answer to a question. `more` are other facts that the same words state. */
export type TypedAnswer =
  | { kind: 'value'; value: FactValue; more: Fact[] }
  | { kind: 'dont-know' }
  | { kind: 'stop' };

const STOP =
  /^(?:please )?(?:stop(?: (?:it|asking|please|here|now|the interview))?|quit|enough|cancel|exit|that's (?:enough|all)|no more(?: questions)?|i'm done|done)$/;
const DONT_KNOW =
  /^(?:sorry,? )?(?:(?:i |we )?(?:really |honestly )?(?:don't|do not|dont) (?:really )?know(?: (?:that|this|it|yet))?|dunno|idk|no (?:idea|clue)|(?:i am |i'm |we are |we're )?not sure|unsure|(?:i )?(?:can't|cannot) (?:say|tell)|hard to (?:say|tell)|(?:let's )?skip(?: (?:it|this|that))?|next(?: question| one)?|pass|unknown|maybe|perhaps|possibly|(?:it )?depends)$/;
const YES =
  /^(?:yes|yeah|yep|yup|sure|correct|exactly|indeed|absolutely|definitely|certainly|of course|true|that's right|:\+1:|y$)(?:$|[\s,.;:!-]+)/;
const NO =
  /^(?:no|nope|nah|not really|not at all|not yet|false|:-1:|n$)(?:$|[,.;:!-]+\s*|\s+(?=(?:we|they|it|he|she|there|i|not)\b))/;

/** So many words, at most, are an answer; more than that is somebody telling something. */
const MOST_WORDS = 8;
/** What stands after "yes" tells nothing more when it is this short, in words. */
const CONFIRMS = 3;
/** More people than any company has. */
const MOST_PEOPLE = 100_000_000;

/** Reads a typed answer to the question for a fact; null for words that are none. Pure. */
export function readAnswer(
  advisor: ConversationAdvisor,
  subject: Subject,
  definition: FactDefinition,
  text: string,
): TypedAnswer | null {
  const words = plainWords(text);
  if (STOP.test(words)) return { kind: 'stop' };
  if (DONT_KNOW.test(words)) return { kind: 'dont-know' };
  const direct = directAnswer(definition, words);
  if (direct) return { kind: 'value', value: direct.value, more: factsIn(direct.rest) };
  if (text.trim().endsWith('?') || advisor.intent(text) === 'ask') return null;
  const stated = advisor.check(text, subject).facts;
  const value = stated.find(({ name }) => name === definition.name)?.value ?? likeAChoice(definition, words);
  return value === undefined ? null : { kind: 'value', value, more: others(stated) };

  function factsIn(rest: string): Fact[] {
    return rest.split(/\s+/).length > CONFIRMS ? others(advisor.check(rest, subject).facts) : [];
  }
  function others(facts: readonly Fact[]): Fact[] {
    return facts.filter(({ name }) => name !== definition.name);
  }
}

/** In small letters, with plain apostrophes, without the stops at the end. */
const plainWords = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/(?<![.!…\s])[.!…\s]+$/, '');

function directAnswer(
  definition: FactDefinition,
  words: string,
): { value: FactValue; rest: string } | undefined {
  const { kind, choices = [] } = definition;
  if (kind === 'count') {
    const value = numberIn(words);
    return value === undefined ? undefined : { value, rest: '' };
  }
  const said = YES.exec(words)?.[0];
  const denied = NO.exec(words)?.[0];
  if (kind === 'yes-no') {
    if (said !== undefined) return { value: true, rest: words.slice(said.length) };
    return denied === undefined ? undefined : { value: false, rest: words.slice(denied.length) };
  }
  const named = choices.find(({ value, label }) =>
    [value.replaceAll('-', ' '), label.toLowerCase()].includes(words),
  );
  const none = choices.find(({ value }) => value === 'none');
  const chosen = named ?? (denied === undefined && words !== 'none' ? undefined : none);
  return chosen && { value: chosen.value, rest: '' };
}

/** The one number in a few words; undefined where there is none, or more than one. */
function numberIn(words: string): number | undefined {
  if (/^(?:it is |it's )?(?:just|only) me$/.test(words)) return 1;
  if (/(?:^|\s)-\d|\?$/.test(words)) return undefined;
  const parts = words.split(/[^\p{L}\p{N}.,+]+/u).map((part) => part.replace(/(?<![.,])[.,]+$/, ''));
  if (parts.length > MOST_WORDS) return undefined;
  const numbers: number[] = [];
  for (let at = 0; at < parts.length; ) {
    const read = readNumber(parts, at);
    if (read) numbers.push(read.value);
    at += read?.length ?? 1;
  }
  const [only, another] = numbers;
  return another === undefined && only !== undefined && only <= MOST_PEOPLE ? only : undefined;
}

/** The choice whose words these are like, if they are like one alone. */
function likeAChoice(definition: FactDefinition, words: string): FactValue | undefined {
  const typed = new Set(tellingWords(words));
  if (definition.kind !== 'choice' || words.split(' ').length > MOST_WORDS || /\bnot\b|n't\b/.test(words))
    return undefined;
  const alike = optionsOf(definition)
    .map(({ value, label }) => ({
      value,
      shared: tellingWords(label.toLowerCase()).filter((word) => typed.has(word)).length,
    }))
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = alike;
  return best && best.shared > (second?.shared ?? 0) ? best.value : undefined;
}

const tellingWords = (words: string): string[] => words.match(/\p{L}{4,}/gu) ?? [];
