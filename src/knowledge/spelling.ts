/** Shortest word that is corrected; shorter ones are too near to each other. */
const SHORTEST = 5;
const LONG = 9;

/**
 * The known word nearest to a misspelt one, or undefined when none is near: one slip, two in a long word;
 * the first letter is taken to be right. Among equals the first in the list wins.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (word.length < SHORTEST || word.length > 30) return undefined;
  const allowed = word.length >= LONG ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const each of known) {
    if (each[0] !== word[0] || each.length < SHORTEST - 1) continue;
    if (Math.abs(each.length - word.length) > allowed) continue;
    const slips = distance(word, each);
    // In a short word only swapped or doubled letters are certain to be a slip.
    if (word.length <= SHORTEST && slips > 0 && !sameLetters(word, each)) continue;
    if (slips < least) {
      least = slips;
      best = each;
    }
  }
  return best;
}

const sameLetters = (a: string, b: string) =>
  [...a].sort().join('') === [...b].sort().join('') || undoubled(a) === undoubled(b);
const undoubled = (word: string) => word.replace(/(.)\1+/g, '$1');

/** Edits to get from one word to the other; swapping two neighbours is one edit. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
