const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = { hundred: 100, thousand: 1_000, million: 1_000_000, dozen: 12 };

const SUFFIX: Record<string, number> = { k: 1_000, m: 1_000_000 };

/** "14", "1,200", "1.2k", "30ish", "30+" as a number; null for anything else. */
function digits(word: string): number | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,3})?(k|m|ish|odd|\+)?$/.exec(word);
  if (!found) return null;
  const value = Number((found[1] ?? '').replaceAll(',', '') + (found[2] ?? ''));
  return value * (SUFFIX[found[3] ?? ''] ?? 1);
}

/**
 * Reads a number that starts at `words[at]`: digits, or English number words ("two hundred and ten", "a dozen").
 * @returns the whole number and how many words it took, or null.
 */
export function readNumber(words: readonly string[], at: number): { value: number; length: number } | null {
  let index = at;
  let total = 0;
  let current = 0;
  let seen = false;
  const first = words[at] ?? '';
  if ((first === 'a' || first === 'an') && Object.hasOwn(SCALES, words[at + 1] ?? '')) {
    current = 1;
    index += 1;
  }
  for (; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const literal = seen ? null : digits(word);
    const unit = Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
    const ten = Object.hasOwn(TENS, word) ? TENS[word] : undefined;
    const scale = Object.hasOwn(SCALES, word) ? SCALES[word] : undefined;
    if (literal !== null) current = literal;
    else if (unit !== undefined && takesUnit(current, unit)) current += unit;
    else if (ten !== undefined && current % 100 === 0) current += ten;
    else if (scale !== undefined && (seen || current > 0)) {
      current *= scale;
      if (scale >= 1_000) {
        total += current;
        current = 0;
      }
    } else if (word === 'and' && seen && isNumberWord(words[index + 1]) && words[index - 1] === 'hundred')
      continue;
    else break;
    seen = true;
  }
  return seen ? { value: Math.round(total + current), length: index - at } : null;
}

const isNumberWord = (word: string | undefined): boolean =>
  word !== undefined && (Object.hasOwn(UNITS, word) || Object.hasOwn(TENS, word));

/** "twenty" takes "four" and "two hundred" takes "ten"; "two" takes nothing. */
const takesUnit = (current: number, unit: number): boolean =>
  current % 100 === 0 ? unit < 20 : current % 10 === 0 && current % 100 > 10 && unit > 0 && unit < 10;
