/** How the pretend model answers: in the rules' own words, or with one lie among them. */
export const WAYS = ['honest', 'turns-verdict', 'invents-source', 'promises'] as const;
export type Way = (typeof WAYS)[number];

/** What the app gives a model for each reason. */
export interface Reason {
  readonly rule: string;
  readonly says: string;
  readonly passage: string;
}

/** What a model is to return: a sentence with the ids of its rules and their passages. */
export interface Sentence {
  readonly text: string;
  readonly rules: readonly string[];
  readonly passages: readonly string[];
}

/** Each rule's own sentence; rules that say the same share one. */
export function rephrased(reasons: readonly Reason[]): readonly Sentence[] {
  const bySentence = Map.groupBy(reasons, ({ says }) => says);
  return [...bySentence].map(([text, same]) => ({
    text,
    rules: same.map(({ rule }) => rule),
    passages: [...new Set(same.map(({ passage }) => passage))],
  }));
}

/** The sentences with a lie in place of the first: it looks like the others, and isn't true. */
export function lieIn(
  honest: readonly Sentence[],
  verdict: string,
  way: Exclude<Way, 'honest'>,
): readonly Sentence[] {
  const [first, ...others] = honest;
  return first === undefined ? [] : [{ ...first, ...LIES[way](verdict) }, ...others];
}

/** A verdict names first the role that it is for. */
const FIRST_ROLE = /implementer|COO|chief operating officer/;

const LIES: Readonly<Record<Exclude<Way, 'honest'>, (verdict: string) => Partial<Sentence>>> = {
  'turns-verdict': (verdict) => ({
    text: FIRST_ROLE.exec(verdict)?.[0] === 'implementer' ? TURNED.coo : TURNED.implementer,
  }),
  'invents-source': () => ({ passages: ['harvard-study-of-2024'] }),
  promises: () => ({ text: 'With this choice your revenue will surely double within a year.' }),
};

const TURNED = {
  coo: 'You need a COO, not an implementer.',
  implementer: 'You need an implementer, not a COO.',
};
