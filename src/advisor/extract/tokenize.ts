import { endsInAbbreviation, findNames, findNamesInLines, type NameSpan, type WrittenWord } from './names.ts';
import { readNumber } from './number.ts';
import { readPronouns } from './pronouns.ts';
import { clausesOfRunOn } from './run-on.ts';
import { stem } from './spelling.ts';
import { nameWord, type Token } from './token.ts';

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
  ['theyre', ['they', 'are']],
  ["you'll", ['you', 'will']],
  ['youll', ['you', 'will']],
  ["you'd", ['you', 'would']],
  ['youd', ['you', 'would']],
  ['youre', ['you', 'are']],
  ["you've", ['you', 'have']],
  ['youve', ['you', 'have']],
  ["they've", ['they', 'have']],
  ['theyve', ['they', 'have']],
  ["they'll", ['they', 'will']],
  ["we'll", ['we', 'will']],
  ["i'll", ['i', 'will']],
  ["i'd", ['i', 'would']],
  ["we'd", ['we', 'would']],
  ["it's", ['it', 'is']],
  ["he's", ['he', 'is']],
  ['hes', ['he', 'is']],
  ["she's", ['she', 'is']],
  ['shes', ['she', 'is']],
  ["there's", ['there', 'is']],
  ['theres', ['there', 'is']],
  ["that's", ['that', 'is']],
  ['thats', ['that', 'is']],
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

type Part = Token & WrittenWord;

function partsOf(sentence: string, offset: number): Part[] {
  const parts: Part[] = [];
  let between = '';
  for (const { segment, index, isWordLike } of words.segment(sentence)) {
    if (!isWordLike) {
      between += segment;
      continue;
    }
    const start = offset + index;
    for (const [at, word] of resolve(segment).entries()) {
      const breakBefore = at === 0 && parts.length > 0 ? breakOf(between) : null;
      const end = start + segment.length;
      const written = at === 0 ? segment : word;
      parts.push({ word, stem: stem(word), start, end, breakBefore, written, between });
    }
    between = '';
  }
  return parts;
}

/** Letters alone that are no contraction: such a word is one token whatever surrounds it. */
export const isPlainWord = (word: string): boolean =>
  /^[a-z]+$/.test(word) && !Object.hasOwn(CONTRACTED, word);

/** Splits a text into sentences of tokens; every text can be split. */
export type Tokenizer = (text: string) => Token[][];

/** A name becomes one token. */
function withNames(parts: readonly Part[], names: readonly NameSpan[]): Token[] {
  return parts.flatMap(({ word, stem, start, end, breakBefore }, at): Token[] => {
    const name = names.find(([from, to]) => from <= at && at < to);
    if (!name) return [{ word, stem, start, end, breakBefore }];
    if (name[0] !== at) return [];
    const whole = parts.slice(...name);
    const spelled = nameWord(whole.map((part) => part.word));
    return [{ word: spelled, stem: spelled, start, end: whole.at(-1)?.end ?? end, breakBefore }];
  });
}

/** The runtime wants a capital after a full stop; who writes in small letters ends sentences too. */
const STOP_BEFORE_SMALL = /(?=\p{Ll})(?<=\p{Ll}{2}[.!?]+["”’)]?\s+)/u;
/** What a segment has that holds such a stop: a quick look before the slow search. */
const INNER_STOP = /[.!?]\S?\s+\S/;
/** Their full stop ends nothing. */
const SHORTENED =
  /(?:^|[\s(])(?:etc|incl|excl|approx|resp|vs|ca|no|nos|esp|max|min|dept|ext|tel|st|co|inc|ltd|corp|mr|mrs|ms|dr|prof)\.\s*$/iu;

const NO_STOP = /^[\t\x20\x22-\x2d\x2f-\x3e\x40-\x7e]+\n?$/;

/** Whether nothing in a text ends a sentence for the runtime, whose search takes long where there are many short lines. */
export const isOneSentence = (text: string): boolean => NO_STOP.test(text);

function* segmentsOf(text: string): Generator<readonly [segment: string, index: number]> {
  const segments = isOneSentence(text) ? [{ segment: text, index: 0 }] : sentences.segment(text);
  for (const { segment, index } of segments) {
    let [part, start] = ['', index];
    for (const piece of INNER_STOP.test(segment) ? segment.split(STOP_BEFORE_SMALL) : [segment]) {
      part += piece;
      if (SHORTENED.test(piece)) continue;
      yield [part, start];
      [part, start] = ['', start + part.length];
    }
    if (part !== '') yield [part, start];
  }
}

const BLANK_LINES = /\n(?:[^\S\n]*\n)+/g;

/** What blank lines set apart. They end every sentence, and the runtime takes its time over each of them. */
function* blocksOf(text: string): Generator<readonly [block: string, index: number]> {
  let from = 0;
  for (const { 0: blank, index } of text.matchAll(BLANK_LINES)) {
    yield [text.slice(from, index + 1), from];
    from = index + blank.length;
  }
  yield [text.slice(from), from];
}

function* sentencesOf(text: string): Generator<readonly [sentence: string, offset: number]> {
  for (const [block, index] of blocksOf(text)) yield* sentencesOfBlock(block, index);
}

function* sentencesOfBlock(
  block: string,
  from: number,
): Generator<readonly [sentence: string, offset: number]> {
  let [sentence, offset] = ['', from];
  for (const [segment, index] of segmentsOf(block)) {
    if (sentence === '') offset = from + index;
    sentence += segment;
    if (endsInAbbreviation(segment)) continue;
    yield* partsOfRunOn(sentence, offset);
    sentence = '';
  }
  if (sentence !== '') yield* partsOfRunOn(sentence, offset);
}

function* partsOfRunOn(
  sentence: string,
  offset: number,
): Generator<readonly [sentence: string, offset: number]> {
  let at = offset;
  for (const part of clausesOfRunOn(sentence)) {
    yield [part, at];
    at += part.length;
  }
}

function sentencesOfParts(text: string): Part[][] {
  if (!/\S/.test(text)) return [];
  return [...sentencesOf(text)]
    .map(([sentence, offset]) => partsOf(sentence, offset))
    .filter((parts) => parts.length > 0);
}

/** Splits lines of work into sentences of tokens; see findNamesInLines. */
export function tokenizeLines(text: string): Token[][] {
  const all = sentencesOfParts(text);
  const names = findNamesInLines(all);
  return all.map((parts, at) => joinNumbers(withNames(parts, names[at] ?? [])));
}

/**
 * Splits a text into sentences of tokens, with the runtime's own English segmentation; a name is one token. Empty
 * sentences are left out.
 */
export function tokenize(text: string): Token[][] {
  const all = sentencesOfParts(text);
  const names = findNames(all);
  return readPronouns(all.map((parts, at) => joinNumbers(withNames(parts, names[at] ?? []))));
}
