import { type Before, isLeader, isVerbOfOne, subjectOf, type Told } from './sentence-subject.ts';
import { PEOPLE, SAYS, SEVERAL, TELLS } from './subject-words.ts';
import { isName, type Token } from './token.ts';

/**
 * Whom each part of a text tells of, a part being what a colon, a dash or another strong stop sets apart. A pronoun tells of
 * whom the parts before told, so that "he" after "our founder" is the founder. "Dana says that we ..." tells of us.
 */
export function whoIsToldOf(sentences: readonly (readonly Token[])[]): Told[] {
  let before: Before = { last: undefined, several: false };
  return sentences.flatMap(partsOf).map((part) => {
    const told = subjectOf(part, before);
    before = after(part, told, before);
    const said = told === 'person' ? saidIn(part) : [];
    return said.length > 0 ? subjectOf(said, before) : told;
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

/** What somebody is told to say; nothing where that may be of themselves, or where it is not all that they do. */
function saidIn(part: readonly Token[]): readonly Token[] {
  const verb = part.findIndex(({ word }, at) => SAYS.has(word) || TELLS.has(word) || isVerbOfOne(part, at));
  const word = part[verb]?.word ?? '';
  const at = verb + (TELLS.has(word) && TOLD_TO.has(part[verb + 1]?.word ?? '') ? 2 : 1);
  if (!SAYS.has(word) && at === verb + 1) return [];
  const first = part[at]?.word ?? '';
  if (first !== 'that' && !BEGIN_CLAUSES.has(first)) return [];
  const said = part.slice(first === 'that' ? at + 1 : at);
  return said.some(({ word }) => THEMSELVES.has(word)) ? [] : said;
}

const THEMSELVES = new Set('she he they her his their him them herself himself themselves'.split(' '));
const TOLD_TO = new Set(['us', 'me']);
/** They begin what is said also without "that". */
const BEGIN_CLAUSES = new Set(['i', 'we', 'there']);

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
