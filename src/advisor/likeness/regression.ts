import type { Features } from './features.ts';

export interface Example {
  features: Features;
  /** An index below the number of labels. */
  label: number;
}

/** The index of a feature, and its value. */
type Entry = readonly [at: number, value: number];

/** How likely each label is, by its index; together they make one. */
export type Likelihoods = (features: Features) => Float64Array;

const ROUNDS = 20;
const STEP = 0.25;
const BIAS_STEP = 0.05;
/** Keeps weights small, so that no single word decides. */
const DECAY = 0.0001;
/** A rare label counts at most so much more than it has examples. */
const MOST_RARE = 3;
/** Coprime to any number of examples there will be: the order of learning is mixed and always the same. */
const STRIDE = 7919;

/**
 * Multinomial logistic regression, learned by gradient steps of shrinking size (AdaGrad). The same examples in the same
 * order give the same weights: nothing is drawn by chance.
 */
export function learn(examples: readonly Example[], labels: number): Likelihoods {
  const indexOf = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features.keys()) if (!indexOf.has(feature)) indexOf.set(feature, indexOf.size);
  const weights = Array.from({ length: labels }, () => new Float64Array(indexOf.size));
  const slopes = Array.from({ length: labels }, () => new Float64Array(indexOf.size).fill(1e-3));
  const bias = new Float64Array(labels);

  const sparse = (features: Features): Entry[] =>
    [...features].flatMap(([feature, value]) => {
      const at = indexOf.get(feature);
      return at === undefined ? [] : [[at, value] as const];
    });
  const likelihoods = (entries: readonly Entry[]): Float64Array => {
    const found = Float64Array.from(weights, (own, label) => {
      let score = bias[label] ?? 0;
      for (const [at, value] of entries) score += (own[at] ?? 0) * value;
      return score;
    });
    const most = Math.max(...found);
    let all = 0;
    for (const [label, score] of found.entries()) {
      found[label] = Math.exp(score - most);
      all += found[label];
    }
    return found.map((power) => power / all);
  };

  const counts = examples.reduce((sum, { label }) => {
    sum[label] = (sum[label] ?? 0) + 1;
    return sum;
  }, new Float64Array(labels));
  const rarity = Array.from(counts, (count) =>
    Math.sqrt(Math.min(MOST_RARE, examples.length / labels / Math.max(1, count))),
  );
  const prepared = examples.map(({ features, label }) => ({ entries: sparse(features), label }));

  for (let step = 0; step < ROUNDS * prepared.length; step += 1) {
    const example = prepared[(step * STRIDE) % prepared.length];
    if (!example) break;
    const found = likelihoods(example.entries);
    for (let label = 0; label < labels; label += 1) {
      const error = ((found[label] ?? 0) - Number(label === example.label)) * (rarity[example.label] ?? 1);
      if (Math.abs(error) < 1e-4) continue;
      bias[label] = (bias[label] ?? 0) - BIAS_STEP * error;
      const [own, slope] = [weights[label], slopes[label]];
      if (!own || !slope) continue;
      for (const [at, value] of example.entries) {
        const weight = own[at] ?? 0;
        const gradient = error * value + DECAY * weight;
        const steepness = (slope[at] ?? 0) + gradient * gradient;
        slope[at] = steepness;
        own[at] = weight - (STEP * gradient) / Math.sqrt(steepness);
      }
    }
  }
  return (features) => likelihoods(sparse(features));
}
