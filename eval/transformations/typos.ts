import { pick, type Random } from '../random.ts';

const WORDS_PER_TYPO = 10;
/** Shorter words are mostly typed right, and a typo in them makes another word. */
const SHORTEST = 4;

/** One typo in every ten words begun: two letters swapped, one left out, or one doubled, in a word of four letters or more. */
export function withTypos(text: string, random: Random): string {
  const parts = text.split(/(\s+)/);
  const words = parts.flatMap((part, at) => (/\S/.test(part) ? [at] : []));
  for (let first = 0; first < words.length; first += WORDS_PER_TYPO) {
    const run = words.slice(first, first + WORDS_PER_TYPO);
    const long = run.filter((at) => lettersOf(parts[at] ?? '').length >= SHORTEST);
    const chosen = long[pick(random, long.length)];
    if (chosen !== undefined) parts[chosen] = misspelt(parts[chosen] ?? '', random);
  }
  return parts.join('');
}

const lettersOf = (word: string): string => /\p{L}+/u.exec(word)?.[0] ?? '';

/** The first letter stays: people rarely miss it. */
function misspelt(word: string, random: Random): string {
  const letters = lettersOf(word);
  if (letters.length < SHORTEST) return word;
  const at = 1 + pick(random, letters.length - 2);
  const before = letters.slice(0, at);
  const [one = '', next = ''] = letters.slice(at);
  const after = letters.slice(at + 2);
  // Two equal letters swapped are no typo.
  const typed = [
    `${before}${next}${one}${after}`,
    `${before}${next}${after}`,
    `${before}${one}${one}${next}${after}`,
  ].filter((letters) => letters !== `${before}${one}${next}${after}`);
  return word.replace(letters, typed[pick(random, typed.length)] ?? letters);
}
