import type { Tokenizer } from '../extract/tokenize.ts';
import { ROLES, type Role } from '../verdict.ts';
import { type ClassesOf, type Features, knownIn } from './features.ts';
import { comparing, LEARN_ANEW, learnFrom, type Recall } from './learned.ts';

/** A whole text of which it is known which role it tells of. */
export interface Story {
  text: string;
  role: Role;
}

/** A text of fewer words that occur in stories tells less as a whole. */
const ENOUGH = 40;

/** How likely each role is to be the one that a text tells of; together they make one. */
export type Outlook = Readonly<Record<Role, number>>;
/** Where there is nothing to compare with, no role is likelier than another. */
export const NO_OUTLOOK = Object.fromEntries(ROLES.map((role) => [role, 1 / ROLES.length])) as Outlook;
export type StoryReader = (text: string) => Outlook;

/**
 * Tells which roles a text as a whole may tell of, by its likeness to stories. It learns once, at the first text; the same text
 * always gives the same.
 */
export function createStoryReader(
  stories: readonly Story[],
  classesOf: ClassesOf,
  split: Tokenizer,
  recall: Recall = LEARN_ANEW,
): StoryReader {
  if (stories.length === 0) return () => NO_OUTLOOK;
  const learnNow = () => {
    const told = stories.map(({ text, role }) => ({
      tokens: split(text).flat(),
      label: ROLES.indexOf(role),
    }));
    return learnFrom(told, ROLES.length, classesOf, withoutSingle);
  };
  const comparison = comparing(recall, learnNow, classesOf);
  return (text) => {
    const { likelihoods, isKnown } = comparison();
    const tokens = split(text).flat();
    const each = likelihoods(tokens);
    return flattened(each, Math.min(1, knownIn(tokens, isKnown).known / ENOUGH));
  };
}

/** Likelihoods as they are where `weight` is 1, and the flatter the less it is. */
function flattened(each: Float64Array, weight: number): Outlook {
  const powers = ROLES.map((role, at) => [role, (each[at] ?? 0) ** weight] as const);
  const all = powers.reduce((sum, [, power]) => sum + power, 0);
  return Object.fromEntries(powers.map(([role, power]) => [role, power / all])) as Record<Role, number>;
}

/** What one story alone has tells nothing of others, and there is much of it. */
function withoutSingle(stories: readonly Features[]): Features[] {
  const counts = new Map<string, number>();
  for (const features of stories)
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return stories.map(
    (features) => new Map([...features].filter(([feature]) => (counts.get(feature) ?? 0) > 1)),
  );
}
