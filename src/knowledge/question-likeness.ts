import type { Term } from './words.ts';

/** So alike, two questions have something in common. */
const ALIKE = 0.6;
/** Two questions with the same topics in another order are this much less alike. */
const OTHER_ORDER = 0.93;

/** A question as its distinct words with their weights, their length as a vector, and its topics in the order they come in. */
export interface Profile {
  terms: readonly Term[];
  words: readonly string[];
  weights: readonly number[];
  length: number;
  topics: readonly string[];
}

export function profileOf(terms: readonly Term[], weight: (term: Term) => number): Profile {
  const weights = new Map<string, number>();
  for (const each of terms) weights.set(each.term, weight(each));
  const topics = terms.filter(({ stop, light }) => !stop && !light).map(({ term }) => term);
  return {
    terms,
    words: [...weights.keys()],
    weights: [...weights.values()],
    length: Math.hypot(...weights.values()),
    topics: [...new Set(topics)],
  };
}

/** How alike a question is to the nearest of others, 0 to 1 (cosine), and the terms of those that are at all like it. */
export interface Likeness {
  likeness: number;
  like: readonly (readonly Term[])[];
}

/** Compares a question with others. */
export function likenessTo(asked: Profile): (questions: readonly Profile[]) => Likeness {
  const weights = new Map(asked.words.map((word, at) => [word, asked.weights[at] ?? 0]));
  const cosine = (other: Profile): number => {
    if (asked.length === 0 || other.length === 0) return 0;
    let sum = 0;
    for (let at = 0; at < other.words.length; at += 1)
      sum += (other.weights[at] ?? 0) * (weights.get(other.words[at] ?? '') ?? 0);
    return Math.min(1, sum / (asked.length * other.length));
  };
  return (questions) => {
    let likeness = 0;
    const like: (readonly Term[])[] = [];
    for (const each of questions) {
      const value = cosine(each) * (inOrder(asked, each) ? 1 : OTHER_ORDER);
      likeness = Math.max(likeness, value);
      if (value >= ALIKE) like.push(each.terms);
    }
    return { likeness, like };
  };
}

/** Do the topics that two questions share come in the same order? Who can do whose work hangs on it. */
function inOrder(a: Profile, b: Profile): boolean {
  const places = a.topics.map((term) => b.topics.indexOf(term)).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
}
