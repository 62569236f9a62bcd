import fc from 'fast-check';
import { anyJson, type Mutation, nastyText, someMutations } from './hostile.ts';

const KINDS = [
  'command',
  'command',
  'message',
  'message',
  'mention',
  'changed',
  'deleted',
  'home',
  'context',
  'stopped',
  'titled',
  'joined',
  'press',
  'press',
  'press',
  'submit',
  'submit',
  'submit',
  'suggestion',
  'closed',
  'shortcut',
  'on_message',
  'raw',
] as const;
type Kind = (typeof KINDS)[number];

/** What is decided of an input before it is known what the app shows by then. */
export interface Plan {
  kind: Kind;
  text: string;
  more: string[];
  numbers: number[];
  odd: unknown;
  mutations: Mutation[];
  beta: boolean;
}

export const aPlan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(...KINDS),
  text: nastyText,
  more: fc.array(nastyText, { minLength: 4, maxLength: 4 }),
  numbers: fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }),
  odd: anyJson,
  mutations: someMutations,
  beta: fc.boolean(),
});

/** The one of these that a number of a plan stands for. */
export const pick = <T>(items: readonly T[], at: number): T | undefined =>
  items[at % Math.max(1, items.length)];
