import type { Answer, AnswerCitation, NearPassage } from '../advisor/answer.ts';
import type { Passage } from '../advisor/passage.ts';
import { type Quote, quoteFor } from './quote.ts';
import { createSearchIndex, type Ranked, type Search } from './search.ts';
import type { SearchConfig } from './search-config.ts';
import { createVocabulary, holds, type Phrase } from './words.ts';

/** What the best passage has to reach to answer: its score, and its share of the question's weight. */
const SURE = { score: 0.4, coverage: 0.4 };
/** The same where no word of the question shows that it is about this field. */
const SURER = { score: 0.6, coverage: 0.65 };
/** The score from which a question without a word of this field is near to it. */
const RELATED = 0.5;
/** What a passage has to reach to be named as near to a question of this field: its score, and its likeness. */
const NEAR = { score: 0.55, likeness: 0.4 };
/** The coverage where the question has no topic but a role, and all else in it are everyday words. */
const BARE_COVERAGE = 0.65;
/** So alike, a question on several roles is one that a passage lists. */
const ALIKE = 0.8;
/** So alike to a question that a passage lists, one is not beyond the knowledge for a word of a loose topic. */
const ALIKE_ENOUGH = 0.65;
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
  const vocabulary = createVocabulary(config);
  const boundaries = config.boundaries.map(({ topic, loose, terms, unless }) => ({
    topic,
    loose,
    phrases: terms.map(vocabulary.phrase),
    unless: unless?.map(vocabulary.phrase) ?? [],
  }));
  const senses = config.senses.map(({ words, passage }) => ({
    passage: byId.get(passage),
    phrases: words.map(vocabulary.phrase),
  }));
  const spoken = [...boundaries, ...senses].flatMap(({ phrases }) => phrases.flat());
  const index = createSearchIndex(
    passages,
    config,
    vocabulary,
    spoken.filter((term) => term !== null),
  );
  const anchors = config.anchors.map(vocabulary.phrase);
  const comparing = config.comparing.map(vocabulary.phrase);
  const compares = new Set(comparing.flatMap((phrase) => phrase.map((part) => part?.term)));
  const pairs = config.pairs.map((pair) => ({ ...pair, passage: byId.get(pair.passage) }));
  const subjects = Object.entries(config.subjects).map(([name, id]) => ({
    name,
    phrase: vocabulary.phrase(name),
    passage: byId.get(id),
  }));
  const names = new Set(subjects.flatMap(({ phrase }) => phrase.map((part) => part?.term)));
  const start = config.start.flatMap((id) => byId.get(id) ?? []);

  /** The topic beyond the knowledge that the question touches, unless a question of the passage that is like it does too. */
  const boundaryOf = ({ terms, topics }: Search, best: Ranked | undefined): string | undefined => {
    const told = topics.filter((topic) => !names.has(topic));
    const like = best?.like ?? [];
    const sharing = (besides: Phrase[]) =>
      like.filter((question) =>
        question.some(
          ({ term }) =>
            told.includes(term) && !besides.some((phrase) => phrase.some((part) => part?.term === term)),
        ),
      );
    const alike = sharing([]).length > 0 && (best?.likeness ?? 0) >= ALIKE_ENOUGH;
    const crosses = ({ loose, phrases, unless }: (typeof boundaries)[number]): boolean => {
      const crossed = phrases.filter((phrase) => holds(terms, phrase));
      if (crossed.length === 0 || (loose && alike)) return false;
      if (unless.some((phrase) => holds(terms, phrase))) return false;
      const listed = like.some((question) => crossed.every((phrase) => holds(question, phrase)));
      return (
        !listed && !sharing(crossed).some((question) => phrases.some((phrase) => holds(question, phrase)))
      );
    };
    return boundaries.find(crosses)?.topic;
  };
  const senseOf = ({ terms }: Search) =>
    senses.find(({ phrases }) => phrases.some((phrase) => holds(terms, phrase)))?.passage;

  const answers = ({ terms, topics }: Search, { score, coverage }: Ranked): boolean => {
    const least = anchors.some((anchor) => holds(terms, anchor)) ? SURE : SURER;
    const bare = topics.every((topic) => names.has(topic));
    return score >= least.score && coverage >= (bare ? BARE_COVERAGE : least.coverage);
  };

  /** Whether a question that is not answered is at least near to the field. */
  const isRelated = ({ terms }: Search, best: Ranked | undefined): boolean =>
    anchors.some((anchor) => holds(terms, anchor)) || (best?.score ?? 0) >= RELATED;

  /** The titles that are near enough to be of help; none for a question that has no word of this field. */
  const nearTo = ({ terms }: Search, ranked: readonly Ranked[]): string[] =>
    anchors.some((anchor) => holds(terms, anchor))
      ? ranked
          .slice(0, NEAREST)
          .filter(({ score, likeness }) => score >= NEAR.score && likeness >= NEAR.likeness)
          .map(({ passage }) => passage.title)
      : [];

  /** The passages that several subjects named together ask for: one on both, and those that define each. */
  const togetherIn = ({ terms, topics }: Search): Passage[] => {
    const named = subjects.filter(({ phrase }) => holds(terms, phrase));
    const compared = comparing.some((phrase) => holds(terms, phrase));
    // Where the question has any other topic, it is that which is asked.
    const others = topics.some((topic) => !names.has(topic) && !compares.has(topic));
    if (named.length < 2 || others) return [];
    const both = pairs.find(
      (pair) =>
        pair.compared === compared && named.filter(({ name }) => pair.subjects.includes(name)).length > 1,
    );
    return [both?.passage, ...named.map(({ passage }) => passage)].flatMap((passage) => passage ?? []);
  };

  /** Passages best first; what a word's sense, a comparison or a bare subject asks for leads. */
  const order = (search: Search): readonly Ranked[] => {
    const sense = senseOf(search);
    if (sense) return withFirst(search.ranked, [sense]);
    const likeness = search.ranked[0]?.likeness ?? 0;
    const compared = togetherIn(search);
    if (compared.length > 0) return likeness >= ALIKE ? search.ranked : withFirst(search.ranked, compared, 1);
    const bare = search.topics.length === 1 && search.light === 0 && likeness < 1;
    const subject = bare ? subjects.find(({ phrase }) => holds(search.terms, phrase))?.passage : undefined;
    return subject ? withFirst(search.ranked, [subject]) : search.ranked;
  };

  /** The passages to quote, the first being the one that answers. */
  const chosen = (search: Search, ranked: readonly Ranked[]): Passage[] => {
    const [best, second] = ranked;
    if (!best) return [];
    const picked = [best.passage];
    const compared = togetherIn(search);
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
      const topic = boundaryOf(search, best);
      const covers = best !== undefined && answers(search, best);
      if (!best || !covers || topic !== undefined) {
        const text = refusal(topic, isRelated(search, best), nearTo(search, ranked), config.about);
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

/** The passages in another order: those to lead first, which then count as covering no less than the best, or so much. */
function withFirst(
  ranked: readonly Ranked[],
  leading: readonly Passage[],
  covering?: number,
): readonly Ranked[] {
  const best = ranked[0];
  if (!best) return ranked;
  const { score } = best;
  const coverage = covering ?? best.coverage;
  const first = [...new Set(leading)].flatMap(
    (passage) => ranked.find((each) => each.passage === passage) ?? [],
  );
  return [
    ...first.map((each) => ({ ...each, score, coverage })),
    ...ranked.filter((each) => !first.includes(each)),
  ];
}

const startOf = (passages: readonly Passage[]) =>
  passages.map((passage): Ranked => ({ passage, score: 0, coverage: 0, likeness: 0, like: [] }));

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
  near: readonly string[],
  about: string,
): string {
  const told = topic === undefined && !related ? "can't help with that one" : lacking(topic);
  const closest = near.length > 0 ? ` Closest to your question: ${inQuotes(near)}.` : '';
  return `I ${told}. Ask me about ${about}, or tell me about your company, a person's work or a job.${closest}`;
}

const lacking = (topic: string | undefined): string =>
  `${topic === undefined ? 'have no answer to that' : `can't speak to ${topic}`}, and would rather not guess`;

const inQuotes = (titles: readonly string[]): string => {
  const [last, ...others] = titles.map((title) => `"${title}"`).reverse();
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : String(last);
};
