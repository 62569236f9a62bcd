import { type Change, replaced } from './change.ts';
import { ROLES } from './owner.ts';

/** May the leader of whom a rule speaks be called "you"? And which words of the reader's own may be "your"? */
export interface Reader {
  isLeader: boolean;
  words: ReadonlySet<string>;
}

const LEADERS = new Set(['ceo', 'leader', 'founder']);
/** To the CEO, "the CEO works" is "you work". */
export const toReader =
  ({ isLeader }: Reader): Change =>
  (words) => {
    const yours: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const [word = '', next = '', verb = ''] = words.slice(at, at + 3);
      const owns = next.endsWith("'s");
      if (word !== 'the' || !LEADERS.has(owns ? next.slice(0, -2) : next)) yours.push(word);
      else if (owns) yours.push('your');
      else yours.push('you', ...(isThirdPerson(verb) ? [verb.slice(0, -1)] : []));
      if (yours.at(-1) !== word) at += owns || !isThirdPerson(verb) ? 1 : 2;
    }
    return isLeader && yours.length < words.length ? [yours] : [];
  };

const isThirdPerson = (verb: string): boolean => /[^s']s$/.test(verb) && verb !== 'is';

/** "The departments" are "your departments", where the reader spoke of theirs; and a company that is spoken of is. */
export const theirs =
  ({ words: told }: Reader): Change =>
  (words) =>
    words.flatMap((word, at) => {
      const next = words[at + 1] ?? '';
      const isTheirs = word === 'the' && told.has(next) && !ROLES.has(next);
      const isCompany = next === 'company' && (word === 'a' || word === 'the') && told.size > 0;
      return isTheirs || isCompany ? [replaced(words, at, 1, ['your'])] : [];
    });
