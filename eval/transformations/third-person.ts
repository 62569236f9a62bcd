import { matchingCase } from './letter-case.ts';

const FOUNDER = 'the founder';

/** What follows "I" and stays as it is: past forms and words that do not bend. */
const UNBENT = new Set(
  (
    'as and or was did had can cannot could will would should must may might made got went came took gave kept left lost spent ran ' +
    'began built bought sold said told thought knew felt found met led wrote grew'
  ).split(' '),
);
const IRREGULAR = new Map([
  ['am', 'is'],
  ['have', 'has'],
  ['do', 'does'],
  ['go', 'goes'],
  ["don't", "doesn't"],
  ["haven't", "hasn't"],
]);
/** Words between "I" and its verb. */
const BETWEEN = new Set(
  'never always just also really still only often usually already not even simply now'.split(' '),
);

const CONTRACTED = new Map([
  ["i'm", `${FOUNDER} is`],
  ["i've", `${FOUNDER} has`],
  ["i'd", `${FOUNDER} would`],
  ["i'll", `${FOUNDER} will`],
  ["we're", 'they are'],
  ["we've", 'they have'],
  ["we'd", 'they would'],
  ["we'll", 'they will'],
]);

const PRONOUNS = new Map([
  ['me', FOUNDER],
  ['my', `${FOUNDER}'s`],
  ['mine', `${FOUNDER}'s`],
  ['myself', 'personally'],
  ['we', 'they'],
  ['us', 'them'],
  ['our', 'their'],
  ['ours', 'theirs'],
  ['ourselves', 'themselves'],
]);

/** A story told by "I" and "we" as another would tell it: "the founder" and "they", with the verb after "I" bent to it. */
export function inThirdPerson(text: string): string {
  const pieces = text.replaceAll('’', "'").split(/([\p{L}']+)/u);
  let bending = false;
  return pieces
    .map((piece, at) => {
      if (at % 2 === 0) {
        if (/[^\s]/.test(piece)) bending = false;
        return piece;
      }
      const word = piece.toLowerCase();
      // "I" is a capital by its nature, so only the beginning of a sentence gives "The founder" its capital.
      const told = (words: string) => (startsSentence(pieces, at) ? matchingCase('A', words) : words);
      if (word === 'i') {
        bending = true;
        return told(FOUNDER);
      }
      if (bending) {
        if (BETWEEN.has(word)) return piece;
        bending = false;
        return bent(piece, word);
      }
      const contracted = CONTRACTED.get(word);
      if (contracted !== undefined) return told(contracted);
      const pronoun = PRONOUNS.get(word);
      return pronoun === undefined || piece === 'US' ? piece : told(pronoun);
    })
    .join('');
}

function startsSentence(pieces: readonly string[], at: number): boolean {
  const before = pieces.slice(0, at).join('').trimEnd();
  return before === '' || /[.!?:\n-]$/.test(before);
}

function bent(piece: string, word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (UNBENT.has(word) || (word !== 'need' && word.endsWith('ed')) || word.endsWith("n't")) return piece;
  if (/(?:s|x|ch|sh)$/.test(word)) return `${piece}es`;
  return /[^aeiou]y$/.test(word) ? `${piece.slice(0, -1)}ies` : `${piece}s`;
}
