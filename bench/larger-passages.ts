import type { Passage } from '../src/advisor/passage.ts';

/** Of every so many different words of a passage, one is another word in each copy. */
const ONE_WORD_IN = 3;

/**
 * The passages many times over. In each copy every third word of four letters or more is made another one by letters of
 * its own, so that copies share words as passages on neighbouring topics do, and the vocabulary grows with them.
 */
export function largerPassages(passages: readonly Passage[], times: number): Passage[] {
  return Array.from({ length: times }, (_, copy) => copy).flatMap((copy) =>
    copy === 0 ? [...passages] : passages.map((passage) => perturbed(passage, copy)),
  );
}

function perturbed(passage: Passage, copy: number): Passage {
  let words = 0;
  const change = (text: string): string =>
    text.replace(/\p{L}{4,}/gu, (word) => {
      words += 1;
      return words % ONE_WORD_IN === copy % ONE_WORD_IN ? `${word}${lettersOf(copy)}` : word;
    });
  return {
    ...passage,
    id: `${passage.id}-copy-${copy}`,
    title: change(passage.title),
    questions: passage.questions.map(change),
    terms: passage.terms.map(change),
    text: change(passage.text),
  };
}

/** A number as letters: an ending that no English word has. */
const lettersOf = (number: number): string =>
  [...String(number)].map((digit) => 'qxzjvkwpfb'[Number(digit)]).join('');
