import type { Answer, AnswerCitation, NearPassage } from '../advisor/answer.ts';
import type { Passage } from '../advisor/passage.ts';
import { type Quote, quoteFor } from './quote.ts';
import { createSearchIndex, type Ranked, type Search } from './search.ts';
import type { SearchConfig } from './search-config.ts';
import { holds, type Phrase } from './words.ts';

/** What the best passage has to reach to answer: its score, and its share of the question's weight. */
const SURE = { score: 0.42, coverage: 0.52 };
/** The same where no word of the question shows that it is about this field. */
const SURER = { score: 0.64, coverage: 0.65 };
/** So alike, a comparison is one that a passage lists. */
const ALIKE = 0.8;
/** A second passage is quoted when it covers the question nearly as well as the first. */
const NEARLY_AS_GOOD = 0.93;
const MOST_SENTENCES = 4;
const NEAREST = 3;

/** Answers questions from the passages it was made of. */
export interface Answerer {
  answer(question: string): Answer;
}

/** Makes an answerer; the index is built once, and answering is pure and quick. */
export function createAnswerer(passages: readonly Passage[], config: SearchConfig): Answerer {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const spoken = [
    ...config.boundaries.flatMap(({ terms }) => terms),
    ...config.senses.flatMap(({ words }) => words),
    ...config.synonyms.flat(),
  ];
  const index = createSearchIndex(passages, config, spoken);
  const { vocabulary } = index;
  const boundaries = config.boundaries.map(({ topic, terms }) => ({
    topic,
    phrases: terms.map(vocabulary.phrase),
  }));
  const senses = config.senses.map(({ words, passage }) => ({
    passage: byId.get(passage),
    phrases: words.map(vocabulary.phrase),
  }));
  const anchors = config.anchors.map(vocabulary.phrase);
  const comparing = config.comparing.map(vocabulary.phrase);
  const subjects = Object.entries(config.subjects).map(([name, id]) => ({
    phrase: vocabulary.phrase(name),
    passage: byId.get(id),
  }));
  const start = config.start.flatMap((id) => byId.get(id) ?? []);

  const questionsOf = new Map(passages.map(({ id, questions }) => [id, questions.map(vocabulary.terms)]));

  /** The topic beyond the knowledge that the question touches, unless a question of the passage does too. */
  const boundaryOf = ({ terms }: Search, best: Passage | undefined): string | undefined => {
    const listed = questionsOf.get(best?.id ?? '') ?? [];
    const crossed = (phrase: Phrase) =>
      holds(terms, phrase) && !listed.some((question) => holds(question, phrase));
    return boundaries.find(({ phrases }) => phrases.some(crossed))?.topic;
  };
  const senseOf = ({ terms }: Search) =>
    senses.find(({ phrases }) => phrases.some((phrase) => holds(terms, phrase)))?.passage;

  const answers = ({ terms }: Search, { score, coverage }: Ranked): boolean => {
    const least = anchors.some((anchor) => holds(terms, anchor)) ? SURE : SURER;
    return score >= least.score && coverage >= least.coverage;
  };

  /** What the question compares, as the passages that define it. */
  const comparedIn = ({ terms, topics }: Search): Passage[] => {
    const named = subjects.filter(({ phrase }) => holds(terms, phrase));
    const compares = topics.length === named.length || comparing.some((phrase) => holds(terms, phrase));
    return compares && named.length > 1 ? named.flatMap(({ passage }) => passage ?? []) : [];
  };

  /** Passages best first; what a word's sense, a comparison or a bare subject asks for leads. */
  const order = (search: Search): readonly Ranked[] => {
    const sense = senseOf(search);
    if (sense) return withFirst(search.ranked, [sense]);
    const likeness = search.ranked[0]?.likeness ?? 0;
    const compared = comparedIn(search);
    if (compared.length > 0) return likeness >= ALIKE ? search.ranked : withFirst(search.ranked, compared);
    const bare = search.topics.length === 1 && likeness < 1;
    const subject = bare ? subjects.find(({ phrase }) => holds(search.terms, phrase))?.passage : undefined;
    return subject ? withFirst(search.ranked, [subject]) : search.ranked;
  };

  /** The passages to quote, the first being the one that answers. */
  const chosen = (search: Search, ranked: readonly Ranked[]): Passage[] => {
    const [best, second] = ranked;
    if (!best) return [];
    const picked = [best.passage];
    const compared = comparedIn(search);
    if (compared.length > 0) {
      picked.push(...compared);
    } else if (second && second.score >= best.score * NEARLY_AS_GOOD) {
      picked.push(second.passage);
    }
    const cited = new Set(picked.flatMap(({ facts }) => facts));
    for (const { facts, cite } of config.together) {
      const passage = byId.get(cite);
      if (passage && facts.every((fact) => cited.has(fact))) picked.splice(1, 0, passage);
    }
    return [...new Set(picked)].slice(0, MOST_SENTENCES);
  };

  return {
    answer(question) {
      const search = index.search(question);
      const ranked = order(search);
      const best = ranked[0];
      const nearest = (best && best.score > 0 ? ranked.slice(0, NEAREST) : startOf(start)).map(near);
      const topic = boundaryOf(search, best?.passage);
      const covers = best !== undefined && answers(search, best);
      if (!best || !covers || topic !== undefined) {
        const text = refusal(topic, covers || (best?.score ?? 0) > 0.25, nearest, config.about);
        return { answered: false, text, citations: [], nearest };
      }
      const quotes = shared(chosen(search, ranked), index.sayingOn(search));
      return {
        answered: true,
        text: quotes.map(({ sentences }) => sentences.join(' ')).join('\n\n'),
        citations: quotes.map(({ passage }) => citation(passage)),
        nearest,
      };
    },
  };
}

/** Shares the few sentences among the passages: the first gets what the others leave. */
function shared(passages: readonly Passage[], saying: (sentence: string) => number): Quote[] {
  const others = passages.length - 1;
  return passages.map((passage, at) => quoteFor(passage, saying, at === 0 ? MOST_SENTENCES - others : 1));
}

/** The passages in another order: those to lead first, which then count as covering no less than the best. */
function withFirst(ranked: readonly Ranked[], leading: readonly Passage[]): readonly Ranked[] {
  const best = ranked[0];
  if (!best) return ranked;
  const leads = (each: Ranked) => leading.includes(each.passage);
  const { score, coverage } = best;
  return [
    ...ranked.filter(leads).map((each) => ({ ...each, score, coverage })),
    ...ranked.filter((each) => !leads(each)),
  ];
}

const startOf = (passages: readonly Passage[]) =>
  passages.map((passage): Ranked => ({ passage, score: 0, coverage: 0, likeness: 0 }));

const near = ({ passage, score }: Ranked): NearPassage => ({
  passage: passage.id,
  title: passage.title,
  section: passage.section,
  score: Math.round(score * 1000) / 1000,
});

const citation = ({ id, section, facts }: Passage): AnswerCitation => ({
  passage: id,
  section,
  factIds: [...facts],
});

function refusal(
  topic: string | undefined,
  related: boolean,
  nearest: readonly NearPassage[],
  about: string,
): string {
  if (topic === undefined && !related) return `I can't help with that one; I know about ${about}.`;
  const titles = nearest.map(({ title }) => `"${title}"`);
  const closest = `The nearest I have: ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}.`;
  const lacking = topic === undefined ? 'answer that' : `cover ${topic}`;
  return `My knowledge doesn't ${lacking}, so I'd rather not guess. ${closest}`;
}
