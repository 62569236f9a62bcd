import type { Features } from './features.ts';

export interface Example {
  features: Features;
  /** An index below the number of labels. */
  label: number;
}

/** What each feature weighs for each label, and each label by itself. */
export interface Weights {
  features: readonly string[];
  /** Those of one feature for all labels stand side by side. */
  weights: Float32Array;
  bias: Float32Array;
}

/** How likely each label is, by its index; together they make one. */
export type Likelihoods = (features: Features) => Float64Array;

const ROUNDS = 12;
const STEP = 0.25;
const BIAS_STEP = 0.05;
/** Keeps weights small, so that no single word decides. */
const DECAY = 0.0001;
/** Errors below this teach nothing. */
const SMALL = 0.001;
/** A rare label counts at most so much more than it has examples. */
const MOST_RARE = 3;
/** Coprime to any number of examples there will be: the order of learning is mixed and always the same. */
const STRIDE = 7919;

/** Indices of features, and their values. */
interface Sparse {
  at: Int32Array;
  values: Float64Array;
}

/** How likely each label is for a text with such features, by the weights. */
export function likelihoodsBy({ features, weights, bias }: Weights): Likelihoods {
  const indexOf = indexed(features);
  return (found) => scored(sparse(found, indexOf), weights, bias);
}

const indexed = (features: Iterable<string>): Map<string, number> =>
  new Map([...features].map((feature, at) => [feature, at]));

function sparse(features: Features, indexOf: ReadonlyMap<string, number>): Sparse {
  const known = [...features].flatMap(([feature, value]) => {
    const at = indexOf.get(feature);
    return at === undefined ? [] : [{ at, value }];
  });
  return {
    at: Int32Array.from(known, ({ at }) => at),
    values: Float64Array.from(known, ({ value }) => value),
  };
}

type Numbers = Float32Array | Float64Array;

function scored({ at, values }: Sparse, weights: Numbers, bias: Numbers): Float64Array {
  const labels = bias.length;
  const found = Float64Array.from(bias);
  for (let i = 0; i < at.length; i += 1) {
    const row = (at[i] ?? 0) * labels;
    const value = values[i] ?? 0;
    for (let label = 0; label < labels; label += 1)
      found[label] = (found[label] ?? 0) + (weights[row + label] ?? 0) * value;
  }
  return softmax(found);
}

/**
 * Multinomial logistic regression, learned by gradient steps of shrinking size (AdaGrad). The same examples in the same
 * order give the same weights: nothing is drawn by chance.
 */
export function learn(examples: readonly Example[], labels: number): Weights {
  const names = new Set(examples.flatMap(({ features }) => [...features.keys()]));
  const indexOf = indexed(names);
  const weights = new Float64Array(indexOf.size * labels);
  const slopes = new Float64Array(indexOf.size * labels).fill(1e-3);
  const bias = new Float64Array(labels);

  const rarity = rarityOf(examples, labels);
  const prepared = examples.map(({ features, label }) => ({ sparse: sparse(features, indexOf), label }));
  for (let step = 0; step < ROUNDS * prepared.length; step += 1) {
    const example = prepared[(step * STRIDE) % prepared.length];
    if (!example) break;
    const errors = scored(example.sparse, weights, bias);
    errors[example.label] = (errors[example.label] ?? 0) - 1;
    for (let label = 0; label < labels; label += 1) {
      const error = (errors[label] ?? 0) * (rarity[example.label] ?? 1);
      errors[label] = Math.abs(error) < SMALL ? 0 : error;
      bias[label] = (bias[label] ?? 0) - BIAS_STEP * (errors[label] ?? 0);
    }
    const { at, values } = example.sparse;
    for (let i = 0; i < at.length; i += 1) {
      const row = (at[i] ?? 0) * labels;
      const value = values[i] ?? 0;
      for (let label = 0; label < labels; label += 1) {
        const error = errors[label] ?? 0;
        if (error === 0) continue;
        const weight = weights[row + label] ?? 0;
        const gradient = error * value + DECAY * weight;
        const slope = (slopes[row + label] ?? 0) + gradient * gradient;
        slopes[row + label] = slope;
        weights[row + label] = weight - (STEP * gradient) / Math.sqrt(slope);
      }
    }
  }
  return { features: [...names], weights: Float32Array.from(weights), bias: Float32Array.from(bias) };
}

/** Scores as likelihoods, in place. */
function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let all = 0;
  for (const [label, score] of scores.entries()) {
    const power = Math.exp(score - most);
    scores[label] = power;
    all += power;
  }
  for (const [label, power] of scores.entries()) scores[label] = power / all;
  return scores;
}

/** What an example of each label counts for: the more, the fewer there are. */
function rarityOf(examples: readonly Example[], labels: number): number[] {
  const counts = new Float64Array(labels);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  return Array.from(counts, (count) =>
    Math.sqrt(Math.min(MOST_RARE, examples.length / labels / Math.max(1, count))),
  );
}
