import type { ModalView } from '@slack/types';
import type { Fact, Subject } from '../advisor/fact.ts';
import { factsFor } from '../advisor/rulebook.ts';
import type { Advice } from '../advisor/verdict.ts';
import { type Form, formView } from './blocks/form.ts';
import type { FormInput, FormMemory } from './blocks/form-state.ts';
import { confirmedIn } from './form-suggestions.ts';
import type { ConversationAdvisor } from './reply.ts';
import type { Recalled } from './saved-checks.ts';

/** How a form begins. */
export interface Beginning
  extends Partial<
    Pick<FormMemory, 'subject' | 'thread' | 'about' | 'comparedWith' | 'suggestions' | 'mayLook'>
  > {
  channel: string;
  text?: string;
  /** Facts of an earlier check; without them, those that the text states. */
  facts?: readonly Fact[];
  notice?: string;
}

/** A new form, with the facts that its text states filled in. */
export function newForm(advisor: ConversationAdvisor, beginning: Beginning): ModalView {
  const { text = '', facts, notice, ...rest } = beginning;
  const subject = beginning.subject ?? (text === '' ? 'situation' : advisor.check(text).subject);
  const known = facts ?? (subject === 'question' || text === '' ? [] : advisor.check(text, subject).facts);
  const memory: FormMemory = {
    ...rest,
    subject,
    filledIn: known.map(({ name }) => name),
    allFacts: false,
    revision: 0,
  };
  return viewFor(advisor, { memory, text, facts: known, ...(notice === undefined ? {} : { notice }) });
}

/** A form with the facts of a check, to change some and compare. */
export const editForm = (
  advisor: ConversationAdvisor,
  { channel, thread }: { channel: string; thread?: string | undefined },
  { check, advice }: Recalled,
  more: Pick<Beginning, 'notice' | 'suggestions'> = {},
): ModalView =>
  newForm(advisor, {
    ...more,
    channel,
    ...(thread === undefined ? {} : { thread }),
    subject: check.subject,
    facts: advice.facts,
    comparedWith: check.verdict,
  });

/** The form again after its subject was changed: the text stays, and the facts that the new subject shares. */
export function formOnSubject(advisor: ConversationAdvisor, memory: FormMemory, input: FormInput): ModalView {
  const { subject } = input;
  const facts = subject === 'question' ? [] : statedIn(input.values, advisor, subject);
  const changed: FormMemory = {
    ...memory,
    subject,
    filledIn: facts.map(({ name }) => name),
    allFacts: false,
    revision: memory.revision + 1,
  };
  return viewFor(advisor, { memory: changed, text: input.text, facts });
}

/** The form again with what the text states filled in; what was told in a field stays. `mayLook`: a model may be asked too. */
export function formFromText(
  advisor: ConversationAdvisor,
  memory: FormMemory,
  input: FormInput,
  mayLook = false,
): ModalView {
  const { subject, text, values } = input;
  if (subject === 'question') return formOnSubject(advisor, memory, input);
  const read = text === '' ? [] : advisor.check(text, subject).facts;
  const told = statedIn(values, advisor, subject);
  const facts = [...told, ...read.filter(({ name }) => !(name in values))];
  const notice =
    text === ''
      ? 'Say a few words first; I fill in what they state.'
      : read.length === 0
        ? 'I could read no facts from this. Answer what you know below.'
        : undefined;
  return viewFor(advisor, {
    memory: {
      ...memory,
      subject,
      mayLook,
      filledIn: facts.map(({ name }) => name),
      revision: memory.revision + 1,
    },
    text,
    facts,
    ...(notice === undefined ? {} : { notice }),
  });
}

/** The form again with every fact of the subject. */
export function formWithAllFacts(
  advisor: ConversationAdvisor,
  memory: FormMemory,
  input: FormInput,
): ModalView {
  const facts = input.subject === 'question' ? [] : statedIn(input.values, advisor, input.subject);
  return viewFor(advisor, {
    memory: { ...memory, subject: input.subject, allFacts: true },
    text: input.text,
    facts,
  });
}

/**
 * The advice on a filled-in form: facts told in fields count, then those that the text states and no field denies. Null when
 * neither says anything.
 */
export function formAdvice(
  advisor: ConversationAdvisor,
  memory: FormMemory,
  input: FormInput,
): Advice | null {
  const { subject, text, values, unknown } = input;
  if (subject === 'question') return null;
  const emptied = unknown.filter((name) => memory.filledIn.includes(name));
  const read = text === '' ? null : advisor.check(text, subject);
  const told = Object.entries(values).map(([name, value]): Fact => {
    const said = read?.facts.find((fact) => fact.name === name && fact.value === value);
    if (said) return { ...said, source: 'confirmed' };
    return confirmedIn(text, memory, name, value) ?? { name, value, source: 'stated' };
  });
  const rest = (read?.facts ?? []).filter(({ name }) => !(name in values) && !emptied.includes(name));
  if (told.length === 0 && emptied.length === 0) return read;
  return advisor.checkFacts(subject, [...told, ...rest]);
}

/** Facts told in fields, as far as they are facts of the subject. */
export function statedIn(
  values: FormInput['values'],
  { rulebook }: ConversationAdvisor,
  subject: Subject,
): Fact[] {
  const names = new Set(factsFor(rulebook, subject).map(({ name }) => name));
  return Object.entries(values).flatMap(([name, value]) =>
    names.has(name) ? [{ name, value, source: 'stated' as const }] : [],
  );
}

export function viewFor(advisor: ConversationAdvisor, form: Omit<Form, 'worthAsking'>): ModalView {
  const { subject } = form.memory;
  if (subject === 'question') return formView({ ...form, worthAsking: [] }, advisor.rulebook);
  const { nextQuestion, unknown } = advisor.checkFacts(subject, form.facts);
  const worthAsking = [...(nextQuestion ? [nextQuestion.fact] : []), ...unknown];
  return formView({ ...form, worthAsking }, advisor.rulebook);
}
