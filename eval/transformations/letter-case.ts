/** The new word with the letter case of the old one: all capitals, a capital first, or as it is. */
export function matchingCase(old: string, word: string): string {
  if (old.length > 1 && old === old.toUpperCase() && old !== old.toLowerCase()) return word.toUpperCase();
  const first = old.charAt(0);
  if (first !== first.toLowerCase()) return word.charAt(0).toUpperCase() + word.slice(1);
  return word;
}
