import { create, insert, search } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Passage } from '../../src/advisor/passage.ts';

export interface Hit {
  passage: string;
  score: number;
}

/** Ranks passages for a question, best first. */
export interface SearchEngine {
  name: string;
  rank(question: string): Promise<Hit[]>;
}

const FIELDS = ['title', 'text', 'questions'] as const;

interface Document extends Record<(typeof FIELDS)[number], string> {
  id: string;
}

/** The same fields of the same passages for every engine, each as it comes out of the box. */
export async function searchEngines(passages: Iterable<Passage>): Promise<SearchEngine[]> {
  const documents = [...passages].map(
    ({ id, title, text, questions }): Document => ({ id, title, text, questions: questions.join('\n') }),
  );
  return [miniSearch(documents), lunrSearch(documents), await oramaSearch(documents)];
}

function miniSearch(documents: readonly Document[]): SearchEngine {
  const index = new MiniSearch<Document>({ fields: [...FIELDS] });
  index.addAll(documents);
  return {
    name: 'MiniSearch',
    rank: async (question) => index.search(question).map(({ id, score }) => ({ passage: String(id), score })),
  };
}

/** What means something in Lunr's query language; people who ask do not mean it. */
const LUNR_SYNTAX = /[:~^+\-*]/g;

function lunrSearch(documents: readonly Document[]): SearchEngine {
  const index = lunr((builder) => {
    for (const field of FIELDS) builder.field(field);
    for (const document of documents) builder.add(document);
  });
  return {
    name: 'Lunr',
    rank: async (question) =>
      index.search(question.replace(LUNR_SYNTAX, ' ')).map(({ ref, score }) => ({ passage: ref, score })),
  };
}

async function oramaSearch(documents: readonly Document[]): Promise<SearchEngine> {
  const index = create({ schema: { title: 'string', text: 'string', questions: 'string' } });
  for (const document of documents) await insert(index, document);
  return {
    name: 'Orama',
    rank: async (question) => {
      const { hits } = await search(index, { term: question, limit: documents.length });
      return hits.map(({ id, score }) => ({ passage: id, score }));
    },
  };
}
