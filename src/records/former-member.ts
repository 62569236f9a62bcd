import type { Person } from '../store/kind.ts';

/** What is read in place of somebody who was forgotten. */
export const FORMER_MEMBER = 'a former member';

/** Names that are told from ordinary words: more than one word, or a capital at the beginning where there are any. */
const TELLING = /^[\p{Lu}\p{Lt}\p{Lo}].|\s/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches a person's id, with Slack's marks of a mention where it has them, and their names, as whole words. @throws TypeError when there is no id. */
export function wordsFor({ user, names }: Person): RegExp {
  if (user === '') throw new TypeError('Nobody can be forgotten without an id.');
  const telling = names.map((name) => name.trim()).filter((name) => TELLING.test(name));
  const longestFirst = [user, ...telling].sort((a, b) => b.length - a.length).map(escaped);
  const id = escaped(user);
  return new RegExp(
    `<@${id}(?:\\|[^>]*)?>|(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

/** The same JSON, with "a former member" where its texts match; the value itself where none does. */
export function withoutPerson<T>(value: T, words: RegExp): T {
  const text = JSON.stringify(value);
  const without = JSON.stringify(value, (_, part: unknown) => replaced(part, words));
  return text === without ? value : (JSON.parse(without) as T);
}

function replaced(part: unknown, words: RegExp): unknown {
  if (typeof part === 'string') return part.replace(words, FORMER_MEMBER);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, under]) => [key.replace(words, FORMER_MEMBER), under]),
  );
}
