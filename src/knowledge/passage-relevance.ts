import MiniSearch from 'minisearch';
import type { Passage } from '../advisor/passage.ts';
import type { Vocabulary } from './words.ts';

/** BM25+ over the passages' fields, the best passage being 1. */
export function createRelevance(
  passages: readonly Passage[],
  vocabulary: Pick<Vocabulary, 'terms'>,
): (topics: string[]) => Map<string, number> {
  const index = new MiniSearch({
    fields: ['title', 'questions', 'terms', 'text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  const topicsOf = (text: string) =>
    vocabulary
      .terms(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term)
      .join(' ');
  for (const { id, title, questions, terms, text } of passages) {
    index.add({
      id,
      title: topicsOf(title),
      questions: questions.map(topicsOf).join(' '),
      terms: terms.map(topicsOf).join(' '),
      text: topicsOf(text),
    });
  }
  return (topics) => {
    const boost = { title: 3, questions: 2, terms: 1.5, text: 1 };
    const results = topics.length === 0 ? [] : index.search(topics.join(' '), { boost });
    const best = results[0]?.score ?? 1;
    return new Map(results.map(({ id, score }) => [String(id), score / best]));
  };
}
