/** One case with what was expected and what came; `right` when what came is among the acceptable labels. */
export interface Judged {
  label: string;
  got: string;
  right: boolean;
  /** False when the reader held back. */
  covered: boolean;
}

/** A question with what became of it. */
export interface JudgedQuestion {
  /** Whether the knowledge has an answer; all others should be refused. */
  answerable: boolean;
  answered: boolean;
  /** Of the nearest passages in order: whether their section is an acceptable one. */
  nearest: readonly boolean[];
  /** Answered from an acceptable section, or refused where it should be. */
  right: boolean;
}

/** A share, or nothing where there is nothing to take a share of. */
export const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;

const count = <T>(all: readonly T[], is: (each: T) => boolean): number => {
  let found = 0;
  for (const each of all) if (is(each)) found += 1;
  return found;
};

const mean = (values: readonly number[]): number | undefined =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

export const accuracy = (judged: readonly { right: boolean }[]): number | undefined =>
  share(
    count(judged, ({ right }) => right),
    judged.length,
  );

export const coverage = (judged: readonly Judged[]): number | undefined =>
  share(
    count(judged, ({ covered }) => covered),
    judged.length,
  );

export const accuracyOnCovered = (judged: readonly Judged[]): number | undefined =>
  accuracy(judged.filter(({ covered }) => covered));

/** What a prediction counts as: an accepted one as the label itself. */
const countedAs = ({ label, got, right }: Judged): string => (right ? label : got);

/**
 * F1 of each label that some case has: 2TP / (2TP + FP + FN), the harmonic mean of precision and recall.
 * Source: van Rijsbergen, Information Retrieval (1979), chapter 7, with equal weights.
 */
export function f1ByLabel(judged: readonly Judged[]): Map<string, number> {
  const labels = new Set(judged.map(({ label }) => label));
  return new Map(
    [...labels].map((label) => {
      const hits = count(judged, (each) => each.label === label && countedAs(each) === label);
      const expected = count(judged, (each) => each.label === label);
      const predicted = count(judged, (each) => countedAs(each) === label);
      return [label, (2 * hits) / (expected + predicted)];
    }),
  );
}

/**
 * The plain mean of the labels' F1, so that rare labels count as much as common ones. Only labels that some case has take
 * part: holding back is punished once, as recall that is missing. Source: Sokolova and Lapalme, A systematic analysis of
 * performance measures for classification tasks (2009), and for the mean of F1s Opitz and Burst, Macro F1 and Macro F1
 * (2019).
 */
export const macroF1 = (judged: readonly Judged[]): number | undefined =>
  mean([...f1ByLabel(judged).values()]);

/** How often each label was read as what; the outer key is the expected label. */
export function confusion(judged: readonly Judged[]): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const each of judged) {
    const row = table.get(each.label) ?? new Map<string, number>();
    row.set(countedAs(each), (row.get(countedAs(each)) ?? 0) + 1);
    table.set(each.label, row);
  }
  return table;
}

/** The share of answerable questions with an acceptable passage among the best `k`. */
export const hitAt = (k: number, judged: readonly JudgedQuestion[]): number | undefined => {
  const answerable = judged.filter((each) => each.answerable);
  return share(
    count(answerable, ({ nearest }) => nearest.slice(0, k).includes(true)),
    answerable.length,
  );
};

/**
 * Mean reciprocal rank of the first acceptable passage over the answerable questions, 0 where none is among those shown.
 * Source: Voorhees, The TREC-8 Question Answering Track Report (1999).
 */
export function meanReciprocalRank(judged: readonly JudgedQuestion[]): number | undefined {
  const ranks = judged.filter(({ answerable }) => answerable).map(({ nearest }) => nearest.indexOf(true) + 1);
  return mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank)));
}

/** Of the questions refused, the share that should be. */
export const refusalPrecision = (judged: readonly JudgedQuestion[]): number | undefined => {
  const refused = judged.filter(({ answered }) => !answered);
  return share(
    count(refused, ({ answerable }) => !answerable),
    refused.length,
  );
};

/** Of the questions that should be refused, the share that was. */
export const refusalRecall = (judged: readonly JudgedQuestion[]): number | undefined => {
  const beyond = judged.filter(({ answerable }) => !answerable);
  return share(
    count(beyond, ({ answered }) => !answered),
    beyond.length,
  );
};
