import type { Fact } from '../advisor/fact.ts';
import type { Advice } from '../advisor/verdict.ts';
import { wordsFor } from '../records/former-member.ts';
import type { PersonInfo } from './people.ts';
import { plainText } from './plain-text.ts';
import type { ConversationAdvisor } from './reply.ts';

/** Characters of a thread that are read, the newest messages first. */
const MOST_CHARACTERS = 12_000;

/** Whose names are to be taken out of texts. */
type Named = Pick<PersonInfo, 'user' | 'names'>;

/** What stands for a person in a text: names must never matter. */
const SOMEBODY = 'this person';

/** Who is spoken to at the beginning of a message, and not of. */
const SPOKEN_TO =
  /^(?:<@[^>]+>[\s,:]*)+(?=(?:we|i|our|can|could|would|what|why|how|do|does|did|should|when|where|please|thanks|thank|yes|no|ok)\b)/i;
/** Words that a name at the beginning of a sentence is not followed by: "Will we ...", "Mark my words". */
const NO_NAME = 'we|i|you|they|he|she|it|the|a|an|this|that|there|my|our';

/** Messages in plain words, oldest first, without mentions and without the names of these people; the oldest left out. */
export function threadTexts(
  texts: readonly string[],
  people: readonly Named[],
  botUserId: string | undefined,
): string[] {
  const patterns = people.map((person) => [wordsFor(person), firstNameOf(person)] as const);
  const kept: string[] = [];
  let left = MOST_CHARACTERS;
  for (const text of [...texts].reverse()) {
    const ours = botUserId === undefined ? text : text.replaceAll(`<@${botUserId}>`, '').trim();
    const plain = plainText(ours.replace(SPOKEN_TO, ''), botUserId);
    const words = patterns.reduce(
      (rest, [whole, first]) =>
        first ? without(rest, whole).replace(first, SOMEBODY) : without(rest, whole),
      plain,
    );
    left -= words.length;
    if (left < 0) break;
    if (words !== '') kept.unshift(words);
  }
  return kept;
}

const without = (text: string, names: RegExp): string => text.replace(names, SOMEBODY);

/** Matches a person's first name where it can be no other word. */
function firstNameOf({ names }: Named): RegExp | undefined {
  const first = names.find((name) => /\s/.test(name))?.split(/\s+/)[0] ?? '';
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(first)) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${first}(?![\\p{L}\\p{N}])(?!\\s+(?:${NO_NAME})\\b)`, 'gu');
}

/** What a thread says, as the advisor reads it. */
export interface Understood {
  advice: Advice;
  /** Something that it tells, it tells of one person. */
  aboutPerson: boolean;
}

/**
 * Reads messages together, oldest first: those that tell something, since questions and chat would only blur what it is about.
 * Of statements that cannot both be true the latest counts, as people correct themselves.
 */
export function understand(advisor: ConversationAdvisor, texts: readonly string[]): Understood {
  const telling = texts.filter((text) => advisor.intent(text) === 'check');
  const read = advisor.check(telling.join('\n'));
  const latest = read.contradictions.flatMap(({ statements }): Fact[] =>
    [...statements].sort((a, b) => (b.evidence?.start ?? 0) - (a.evidence?.start ?? 0)).slice(0, 1),
  );
  const advice = latest.length > 0 ? advisor.checkFacts(read.subject, [...read.facts, ...latest]) : read;
  const aboutPerson = advice.subject === 'candidate' || telling.some((text) => advisor.speaksOfPerson(text));
  return { advice, aboutPerson };
}
