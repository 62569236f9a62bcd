import { type Before, isLeader, subjectOf, type Told } from './sentence-subject.ts';
import { PEOPLE, SEVERAL } from './subject-words.ts';
import { isName, type Token } from './token.ts';

/**
 * Whom each part of a text tells of, a part being what a colon, a dash or another strong stop sets apart. A pronoun tells of
 * whom the parts before told, so that "he" after "our founder" is the founder.
 */
export function whoIsToldOf(sentences: readonly (readonly Token[])[]): Told[] {
  let before: Before = { last: undefined, several: false };
  return sentences.flatMap(partsOf).map((part) => {
    const told = subjectOf(part, before);
    before = after(part, told, before);
    return told;
  });
}

function after(part: readonly Token[], told: Told, { last }: Before): Before {
  if (told === 'person' || told === 'leader') return { last: told, several: false };
  if (told === 'post') return { last: 'person', several: false };
  return {
    last: told === 'unsaid' ? last : mentionedIn(part, last),
    several: told === 'us' || part.some(({ word }, at) => SEVERAL.has(word) || areTwo(part, at)),
  };
}

const areTwo = (part: readonly Token[], at: number): boolean =>
  part[at]?.word === 'and' && isName(part[at - 1]) && isName(part[at + 1]);

/** Who is spoken of in passing; whoever comes first is more likely to be told of further. */
function mentionedIn(part: readonly Token[], last: Before['last']): Before['last'] {
  const at = part.findIndex(
    (token, at) => isLeader(part, at) || isName(token) || PEOPLE.has(token.word) || OBJECTS.has(token.word),
  );
  if (at < 0) return last;
  // "As a chief executive she ..." says what somebody was.
  if (part.slice(Math.max(0, at - 2), at).some(({ word }) => word === 'as')) return last;
  if (isLeader(part, at)) return 'leader';
  return OBJECTS.has(part[at]?.word ?? '') ? (last ?? 'person') : 'person';
}

const OBJECTS = new Set(['her', 'him']);

/** The parts of a sentence that a colon, a dash or another strong stop sets apart; an initial's full stop does not. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    const isAfterInitial = /^[^ai]$/.test(last?.at(-1)?.word ?? '');
    if (last === undefined || (token.breakBefore === 'stop' && !isAfterInitial)) parts.push([token]);
    else last.push(token);
  }
  return parts;
}
