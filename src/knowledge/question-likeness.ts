import type { Term } from './words.ts';

/** So alike, two questions have something in common. */
const ALIKE = 0.6;
/** Two questions with the same topics in another order are this much less alike. */
const OTHER_ORDER = 0.93;

/** A question as weights of its terms, with their length as a vector, and its topics in the order they come in. */
export interface Profile {
  terms: readonly Term[];
  weights: ReadonlyMap<string, number>;
  length: number;
  topics: readonly string[];
}

export function profileOf(terms: readonly Term[], weight: (term: Term) => number): Profile {
  const weights = new Map<string, number>();
  for (const each of terms) weights.set(each.term, weight(each));
  const topics = terms.filter(({ stop, light }) => !stop && !light).map(({ term }) => term);
  return { terms, weights, length: Math.hypot(...weights.values()), topics: [...new Set(topics)] };
}

/** How alike a question is to the nearest of others, 0 to 1 (cosine), and the terms of those that are at all like it. */
export function likenessOf(
  asked: Profile,
  questions: readonly Profile[],
): { likeness: number; like: readonly (readonly Term[])[] } {
  let likeness = 0;
  const like: (readonly Term[])[] = [];
  for (const each of questions) {
    const value = cosine(asked, each) * (inOrder(asked, each) ? 1 : OTHER_ORDER);
    likeness = Math.max(likeness, value);
    if (value >= ALIKE) like.push(each.terms);
  }
  return { likeness, like };
}

/** Do the topics that two questions share come in the same order? Who can do whose work hangs on it. */
function inOrder(a: Profile, b: Profile): boolean {
  const places = a.topics.map((term) => b.topics.indexOf(term)).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
}

function cosine(a: Profile, b: Profile): number {
  if (a.length === 0 || b.length === 0) return 0;
  let sum = 0;
  for (const [term, weight] of b.weights) sum += weight * (a.weights.get(term) ?? 0);
  return Math.min(1, sum / (a.length * b.length));
}
