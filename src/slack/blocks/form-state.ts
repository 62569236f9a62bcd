import { z } from 'zod';
import { FactValue, Subject } from '../../advisor/fact.ts';
import { ACTIONS } from '../actions.ts';
import { FieldState, fieldValue, VALUE } from './fact-input.ts';

/** What a form is about: one of the advisor's subjects, or a question. */
export const FormSubject = z.enum([...Subject.options, 'question']);
export type FormSubject = z.infer<typeof FormSubject>;

/** A fact that a language model proposes, with the words that state it. */
export const Suggestion = z.object({ name: z.string(), value: FactValue, quote: z.string() });
export type Suggestion = z.infer<typeof Suggestion>;

/** What an open form remembers between two looks at it. */
export const FormMemory = z.object({
  subject: FormSubject,
  /** Where it was opened. */
  channel: z.string(),
  thread: z.string().optional(),
  /** The person it is about, by their Slack id; said in the form, never read by the advisor. */
  about: z.string().optional(),
  /** The verdict that the new one is compared with. */
  comparedWith: z.string().optional(),
  /** Facts that were filled in from the text or an earlier check; emptied, they are unknown whatever the text says. */
  filledIn: z.array(z.string()),
  allFacts: z.boolean(),
  /** Facts that a language model read in a text; nothing until the person chooses them. */
  suggestions: z.array(Suggestion).optional(),
  /** Of these, those that the person confirmed. */
  confirmed: z.array(Suggestion).optional(),
  /** Whether a language model may be asked to read the text: it is long, and the workspace has agreed. */
  mayLook: z.boolean().optional(),
  /** Slack keeps what stands in a field of the same id; filling fields in anew takes new ids. */
  revision: z.number().int(),
});
export type FormMemory = z.infer<typeof FormMemory>;

/** The ids of the fields. A fact's field takes a new id with each revision. */
export const TEXT_FIELD = 'text';
export const factFieldId = (name: string, revision: number): string => `fact:${name}:${revision}`;
const FACT = /^fact:(\w+):\d+$/;

/** What stands in the fields of a form. */
export interface FormInput {
  subject: FormSubject;
  text: string;
  /** The facts that are told. */
  values: Record<string, FactValue>;
  /** The facts whose fields are there and say "unknown". */
  unknown: string[];
}

const FormState = z.record(z.string(), z.record(z.string(), FieldState));

/** Reads the fields of a form, from Slack's `view.state.values`. */
export function formInput(stateValues: unknown, { subject: before }: FormMemory): FormInput {
  const state = FormState.parse(stateValues);
  const values: Record<string, FactValue> = {};
  const unknown: string[] = [];
  for (const [block, fields] of Object.entries(state)) {
    const name = FACT.exec(block)?.[1];
    if (name === undefined) continue;
    const value = fieldValue(fields[VALUE]);
    if (value === undefined) unknown.push(name);
    else values[name] = value;
  }
  const chosen = FormSubject.safeParse(state.subject?.[ACTIONS.formSubject]?.selected_option?.value);
  const text = state[TEXT_FIELD]?.[VALUE]?.value?.trim() ?? '';
  return { subject: chosen.success ? chosen.data : before, text, values, unknown };
}
