import { create, insertMultiple, search } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Passage } from '../src/advisor/passage.ts';
import { createAnswerer } from '../src/knowledge/answer.ts';
import type { SearchConfig } from '../src/knowledge/search-config.ts';

/** Finds the passage nearest to a question; its id, or undefined when it finds none. */
export interface Searcher {
  name: string;
  nearest(question: string): string | undefined | Promise<string | undefined>;
}

const FIELDS = ['title', 'questions', 'terms', 'text'] as const;
/** What a word counts for by where it stands; as in our own index. */
const BOOST = { title: 3, questions: 2, terms: 1.5, text: 1 };

interface Page extends Record<(typeof FIELDS)[number], string> {
  id: string;
}

const pageOf = ({ id, title, questions, terms, text }: Passage): Page => ({
  id,
  title,
  questions: questions.join('\n'),
  terms: terms.join('\n'),
  text,
});

/** Our answerer, and its peers over the same passages: the same fields and boosts, else each one's defaults. */
export async function createSearchers(
  passages: readonly Passage[],
  config: SearchConfig,
): Promise<Searcher[]> {
  const pages = passages.map(pageOf);
  return [answererOf(passages, config), miniSearchOf(pages), lunrOf(pages), await oramaOf(pages)];
}

function answererOf(passages: readonly Passage[], config: SearchConfig): Searcher {
  const answerer = createAnswerer(passages, config);
  return { name: 'ask', nearest: (question) => answerer.answer(question).nearest[0]?.passage };
}

function miniSearchOf(pages: readonly Page[]): Searcher {
  const index = new MiniSearch({ fields: [...FIELDS], searchOptions: { boost: BOOST } });
  index.addAll(pages);
  return { name: 'minisearch', nearest: (question) => index.search(question)[0]?.id };
}

function lunrOf(pages: readonly Page[]): Searcher {
  const index = lunr((builder) => {
    for (const field of FIELDS) builder.field(field, { boost: BOOST[field] });
    for (const page of pages) builder.add(page);
  });
  return {
    name: 'lunr',
    // As terms, since a question mark or a colon would be syntax in lunr's own language of queries.
    nearest: (question) => index.query((query) => query.term(lunr.tokenizer(question), {}))[0]?.ref,
  };
}

async function oramaOf(pages: readonly Page[]): Promise<Searcher> {
  const schema = { title: 'string', questions: 'string', terms: 'string', text: 'string' } as const;
  const database = create({ schema });
  await insertMultiple(database, [...pages]);
  return {
    name: 'orama',
    nearest: async (question) => {
      const { hits } = await search(database, { term: question, boost: BOOST, limit: 3 });
      return hits[0]?.id;
    },
  };
}
