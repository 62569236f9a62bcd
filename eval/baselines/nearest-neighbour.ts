import { Corpus } from 'tiny-tfidf';
import type { Baseline } from './classifier.ts';
import { commonestLabel } from './commonest.ts';

/**
 * The label of the learned text that shares the heaviest words, weighed by TF-IDF in its BM25 form. A text that shares no
 * word with any gets the commonest label.
 */
export const nearestNeighbour: Baseline = {
  name: 'TF-IDF neighbour',
  train: (_, cases) => {
    const fallback = commonestLabel(cases);
    const labels = new Map(cases.map(({ id, label }) => [id, label]));
    const corpus = new Corpus(
      cases.map(({ id }) => id),
      cases.map(({ text }) => text),
    );
    return (text) => labels.get(corpus.getResultsForQuery(text)[0]?.[0] ?? '') ?? fallback;
  },
};
