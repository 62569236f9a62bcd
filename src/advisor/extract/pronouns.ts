import { stem } from './spelling.ts';
import { isName, type Token } from './token.ts';

/** What a word that speaks of one person as "they" would be, were the person a woman. */
const ONE_PERSON: Readonly<Record<string, string>> = {
  they: 'she',
  them: 'her',
  their: 'his',
  themselves: 'herself',
};

/** After these "her" stood for a person; before any other word it said whose something is. */
const AFTER_OBJECT = new Set(
  'in to from on at with for and or but nor by as of into out up off over away back about because so when while if since until that than who which more very too here there then now again first a an the'.split(
    ' ',
  ),
);

const IRREGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' };

function afterShe(verb: string): string {
  if (Object.hasOwn(IRREGULAR, verb)) return IRREGULAR[verb] ?? verb;
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** People of whom "they" speaks as several. */
const SEVERAL = new Set(
  'people founders cofounders managers directors heads leaders leads teams departments engineers developers designers consultants employees colleagues staff members workers customers clients partners owners executives assistants competitors both'.split(
    ' ',
  ),
);

/**
 * Makes phrases read "she", "he" and "they" alike, so that a person's pronoun tells nothing. Whose something is, is always
 * "his". In a text that names somebody, "they" and the verb with it can also be met as if one person were meant, unless several
 * people were spoken of just before.
 */
export function readPronouns(sentences: readonly (readonly Token[])[]): Token[][] {
  const namesSomebody = sentences.some((tokens) => tokens.some(isName));
  return sentences.map((tokens, index) => {
    let meansOne = namesSomebody && !(sentences[index - 1] ?? []).some(speaksOfSeveral);
    return tokens.map((token, at) => {
      meansOne &&= !speaksOfSeveral(token, at, tokens);
      if (token.word === 'her' && isPossessive(tokens[at + 1]))
        return { ...token, word: 'his', stem: stem('his') };
      return meansOne ? asOne(token, tokens[at - 1]) : token;
    });
  });
}

/** One of several people, or the "and" between two names. */
const speaksOfSeveral = ({ word }: Token, at: number, tokens: readonly Token[]): boolean =>
  SEVERAL.has(word) || (word === 'and' && isName(tokens[at + 1]) && isName(tokens[at - 1]));

function asOne(token: Token, before: Token | undefined): Token {
  if (Object.hasOwn(ONE_PERSON, token.word)) return alsoRead(token, ONE_PERSON[token.word] ?? token.word);
  const isVerbOfThey = before?.word === 'they' && token.breakBefore === null;
  return isVerbOfThey ? alsoRead(token, afterShe(token.word)) : token;
}

const isPossessive = (next: Token | undefined): boolean =>
  next !== undefined && next.breakBefore === null && !AFTER_OBJECT.has(next.word);

const alsoRead = (token: Token, word: string): Token => ({ ...token, also: { word, stem: stem(word) } });

/** How those whose company it is would say of themselves what somebody else says of them. */
const THEY = new Map([
  ['they', 'we'],
  ['them', 'us'],
  ['their', 'our'],
  ['theirs', 'ours'],
]);
const FOUNDER = new Map([
  ['founder', 'i'],
  ['founders', 'we'],
]);
/** Not "us" and "mine": the US and a mine are written like them. */
const FIRST_PERSON = new Set('i we me my our ours myself ourselves'.split(' '));
/** Once they are spoken of, "they" may be them. */
const OUTSIDERS = new Set(
  'customers clients guests patients competitors competitor rivals rival suppliers investors consultants'.split(
    ' ',
  ),
);

/** Makes phrases read a company's story alike, whether its own people tell it or somebody else who says nothing of themselves. */
export function readAsTheirOwn(sentences: Token[][]): Token[][] {
  if (sentences.some((tokens) => tokens.some(({ word }) => FIRST_PERSON.has(word)))) return sentences;
  return sentences.map((tokens, index) => {
    let ofOutsiders = (sentences[index - 1] ?? []).some(isOutsider);
    return tokens.map((token) => {
      ofOutsiders ||= isOutsider(token);
      const own = FOUNDER.get(token.word) ?? (ofOutsiders ? undefined : THEY.get(token.word));
      return own === undefined ? token : alsoRead(token, own);
    });
  });
}

const isOutsider = ({ word }: Token): boolean => OUTSIDERS.has(word);
