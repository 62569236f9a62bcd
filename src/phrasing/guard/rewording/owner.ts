import { FUNCTION_WORDS } from '../lexicon.ts';
import { ARTICLES, type Change, replaced, type Words } from './change.ts';

/** "An implementer's scope" is "the scope of an implementer", and the other way round. */
export const ownerLast: Change = (words) => [
  ...words.flatMap((_, at) => [1, 2].flatMap((length) => withOwnerLast(words, at, length))),
  ...words.flatMap((_, at) => withOwnerFirst(words, at)),
];

function withOwnerLast(words: Words, at: number, length: number): Words[] {
  const [article = '', owner = ''] = words.slice(at, at + 2);
  const owned = words.slice(at + 2, at + 2 + length);
  if (!ARTICLES.has(article) || !owner.endsWith("'s") || !owned.every(isNoun)) return [];
  const name = owner.slice(0, -2);
  return [article, article === 'the' ? articleOf(name) : 'the'].flatMap((other) => {
    const turned = replaced(words, at, length + 2, ['the', ...owned, 'of', other, name]);
    return [turned, ...withOwnersAlike(turned)];
  });
}

const isNoun = (word: string): boolean => /^[a-z]/.test(word) && !FUNCTION_WORDS.has(word);

/** "..., not a COO's" after "the scope of an implementer" is "..., not of a COO". */
function withOwnersAlike(words: Words): Words[] {
  const [not, article, owner = ''] = words.slice(-3);
  return not === 'not' && article && owner.endsWith("'s")
    ? [[...words.slice(0, -2), 'of', article, owner.slice(0, -2)]]
    : [];
}

function withOwnerFirst(words: Words, at: number): Words[] {
  const [the, owned, of, article, owner, next = ''] = words.slice(at, at + 6);
  const isOwner = the === 'the' && of === 'of' && ARTICLES.has(article ?? '') && ROLES.has(owner ?? '');
  return isOwner && next !== 'of' ? [replaced(words, at, 5, [article ?? '', `${owner}'s`, owned ?? ''])] : [];
}

export const ROLES = new Set('coo ceo implementer executor mentor complement heir jewel'.split(' '));
const articleOf = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an' : 'a');
