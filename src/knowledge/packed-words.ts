interface SameLength {
  /** The words one after another, in the order of their UTF-16 code units. */
  text: string;
  numbers: Uint8Array;
}

/** Words, each with a number below 256: a map that never changes, and takes little more than its letters. */
export class PackedWords {
  readonly #byLength = new Map<number, SameLength>();

  constructor(words: ReadonlyMap<string, number>) {
    for (const [length, entries] of Map.groupBy(words, ([word]) => word.length)) {
      entries.sort(([a], [b]) => (a < b ? -1 : 1));
      const text = entries.map(([word]) => word).join('');
      this.#byLength.set(length, { text, numbers: Uint8Array.from(entries, ([, number]) => number) });
    }
  }

  get(word: string): number | undefined {
    const same = this.#byLength.get(word.length);
    if (!same) return undefined;
    let [low, high] = [0, same.numbers.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compare(word, same.text, middle * word.length);
      if (order === 0) return same.numbers[middle];
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return undefined;
  }
}

/** Below zero where a word comes before the one of its length at a place in a text, above where after, zero for the same. */
function compare(word: string, text: string, place: number): number {
  for (let at = 0; at < word.length; at += 1) {
    const order = word.charCodeAt(at) - text.charCodeAt(place + at);
    if (order !== 0) return order;
  }
  return 0;
}
