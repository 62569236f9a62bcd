import { Pattern, PatternError, type WordClasses } from '../advisor/extract/pattern.ts';

const EMPTY_ALTERNATIVE = /\(\s*\||\|\s*\||\|\s*\)|\(\s*\)/;
const CLASS = /<([^<>]+)>/g;

/** Compiles a phrase of `knowledge/signals`; what is wrong with it is told in sentences, and then there is no pattern. */
export function compilePhrase(
  phrase: string,
  classes: WordClasses,
): { pattern: Pattern | undefined; faults: string[] } {
  const faults = phraseFaults(phrase, classes);
  if (faults.length > 0) return { pattern: undefined, faults };
  try {
    return { pattern: new Pattern(phrase, classes), faults };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { pattern: undefined, faults: [`${error.message}.`] };
  }
}

/** What is wrong with a phrase whatever else is written: alternatives that are empty, and word classes that are not there. */
export function phraseFaults(phrase: string, classes: WordClasses): string[] {
  const unknown = [...phrase.matchAll(CLASS)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'number' && !Object.hasOwn(classes, name));
  return [
    ...(EMPTY_ALTERNATIVE.test(phrase)
      ? [`"${phrase}" has an empty alternative. Take it out, or write (a|b)? where nothing may stand there.`]
      : []),
    ...unknown.map(
      (name) => `There is no word class <${name}>. Add it to a file of signals/words or mend its name.`,
    ),
  ];
}
