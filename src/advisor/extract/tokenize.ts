import { readNumber } from './number.ts';
import { stem } from './spelling.ts';

/** A word of a text as patterns see it. Offsets are UTF-16 code units into the whole text, end exclusive. */
export interface Token {
  /** Lower case, apostrophes straightened, contraction resolved. */
  word: string;
  stem: string;
  start: number;
  end: number;
  /** Set when the token is a number, in digits or words. */
  number?: number;
  /** What stands between this token and the one before: a comma, a stronger stop, or nothing. */
  breakBefore: 'comma' | 'stop' | null;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Contractions, also as typed without the apostrophe. */
const CONTRACTED: Record<string, readonly string[]> = Object.fromEntries([
  ...[
    'do',
    'does',
    'did',
    'is',
    'are',
    'was',
    'were',
    'has',
    'have',
    'had',
    'should',
    'would',
    'could',
  ].flatMap((verb) => [
    [`${verb}n't`, [verb, 'not']],
    [`${verb}nt`, [verb, 'not']],
  ]),
  ["can't", ['can', 'not']],
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ["i'm", ['i', 'am']],
  ['im', ['i', 'am']],
  ["i've", ['i', 'have']],
  ['ive', ['i', 'have']],
  ["we've", ['we', 'have']],
  ['weve', ['we', 'have']],
  ["we're", ['we', 'are']],
  ["they're", ['they', 'are']],
  ["you're", ['you', 'are']],
  ["you'll", ['you', 'will']],
  ["we'll", ['we', 'will']],
  ["i'll", ['i', 'will']],
  ["i'd", ['i', 'would']],
  ["we'd", ['we', 'would']],
  ["it's", ['it', 'is']],
  ["he's", ['he', 'is']],
  ["she's", ['she', 'is']],
  ["there's", ['there', 'is']],
  ["that's", ['that', 'is']],
  ["nobody's", ['nobody', 'is']],
]);

const resolve = (segment: string): readonly string[] => {
  const word = segment.toLowerCase().replaceAll('’', "'");
  if (Object.hasOwn(CONTRACTED, word)) return CONTRACTED[word] ?? [word];
  return [word.endsWith("'s") ? word.slice(0, -2) : word];
};

const breakOf = (between: string): Token['breakBefore'] => {
  if (/[;:()[\]!?.—–•]|\n|\s-+\s/.test(between)) return 'stop';
  return between.includes(',') ? 'comma' : null;
};

/** Joins tokens that spell one number ("two hundred") into one token. */
function joinNumbers(tokens: readonly Token[]): Token[] {
  const spelled = tokens.map((token) => token.word);
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    const found = readNumber(spelled, at);
    const last = found && tokens[at + found.length - 1];
    if (!found || !last) {
      joined.push(token);
      at += 1;
      continue;
    }
    const word = spelled.slice(at, at + found.length).join(' ');
    joined.push({
      ...token,
      word,
      stem: found.length === 1 ? token.stem : word,
      end: last.end,
      number: found.value,
    });
    at += found.length;
  }
  return joined;
}

function tokenizeSentence(sentence: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let between = '';
  for (const { segment, index, isWordLike } of words.segment(sentence)) {
    if (!isWordLike) {
      between += segment;
      continue;
    }
    const start = offset + index;
    for (const [part, word] of resolve(segment).entries()) {
      const breakBefore = part === 0 && tokens.length > 0 ? breakOf(between) : null;
      tokens.push({ word, stem: stem(word), start, end: start + segment.length, breakBefore });
    }
    between = '';
  }
  return joinNumbers(tokens);
}

/** Letters alone that are no contraction: such a word is one token whatever surrounds it. */
export const isPlainWord = (word: string): boolean =>
  /^[a-z]+$/.test(word) && !Object.hasOwn(CONTRACTED, word);

/** Splits a text into sentences of tokens; every text can be split. */
export type Tokenizer = (text: string) => Token[][];

/** Splits a text into sentences of tokens, with the runtime's own English segmentation. Empty sentences are left out. */
export function tokenize(text: string): Token[][] {
  const result: Token[][] = [];
  for (const { segment, index } of sentences.segment(text)) {
    const tokens = tokenizeSentence(segment, index);
    if (tokens.length > 0) result.push(tokens);
  }
  return result;
}
