const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, as they stand in it. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n\n')
    .flatMap((paragraph) => [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim()))
    .filter(Boolean);
}
