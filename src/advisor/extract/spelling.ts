import { stemmer } from 'stemmer';

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/is(e|es|ed|ing|er|ers)$/, 'iz$1'],
  [/ys(e|es|ed|ing)$/, 'yz$1'],
  [/([a-z]{3})our(s|ed|ing|ite|able)?$/, '$1or$2'],
  [/ogue(s?)$/, 'og$1'],
  [/([a-z]{2})tre(s?)$/, '$1ter$2'],
  [/gramme(s?)$/, 'gram$1'],
];

const stems = new Map<string, string>();
const STEM_CACHE = 20_000;

/**
 * The stem by which words are compared (Porter's algorithm), with British spelling folded into American first.
 * The folding is applied to patterns and to text alike, so a word that it distorts still equals itself.
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  let folded = word;
  if (word.length > 4) for (const [british, american] of BRITISH) folded = folded.replace(british, american);
  const result = stemmer(folded);
  if (stems.size >= STEM_CACHE) stems.clear();
  stems.set(word, result);
  return result;
}
