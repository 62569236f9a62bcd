import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Fact, FactDefinition } from '../../advisor/fact.ts';
import { factsFor, type Rulebook } from '../../advisor/rulebook.ts';
import { quoted } from '../../phrasing/wording.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { factInput, VALUE } from './fact-input.ts';
import { type FormMemory, FormSubject, factFieldId, type Suggestion, TEXT_FIELD } from './form-state.ts';
import { clip, INPUT_TEXT } from './limits.ts';
import { lookButton } from './look-button.ts';
import { context } from './mrkdwn.ts';
import { optionsOf } from './question.ts';
import { plain, viewOf } from './view.ts';

const SUBJECT_NAMES: Readonly<Record<FormSubject, string>> = {
  situation: 'Our situation',
  candidate: 'A person',
  job: 'A job description',
  question: 'A question',
};

const TEXT_LABELS: Readonly<Record<FormSubject, { label: string; placeholder: string }>> = {
  situation: {
    label: 'How things are, in your own words',
    placeholder: 'We are 14 people. I keep having ideas and nothing gets finished …',
  },
  candidate: {
    label: "The person's work, in your own words",
    placeholder: 'She keeps the minutes, schedules our meetings and follows up …',
  },
  job: { label: 'The job description', placeholder: 'Paste the title and the lines of work …' },
  question: {
    label: 'Your question',
    placeholder: 'What is the difference between a COO and an implementer?',
  },
};

/** What a form shows. */
export interface Form {
  memory: FormMemory;
  text: string;
  facts: readonly Fact[];
  /** Facts worth asking for, best first. */
  worthAsking: readonly string[];
  /** Said above the fields, when something must be said. */
  notice?: string;
}

/** Facts that are shown before "Show all facts". */
const FIRST_FACTS = 6;

/** The form for a new check or question: the subject, free words, and facts that are each unknown until told. */
export function formView(form: Form, rulebook: Rulebook): ModalView {
  const { memory, text, notice } = form;
  const { subject, about } = memory;
  const shown = shownFacts(form, rulebook);
  const more =
    subject !== 'question' && !memory.allFacts && shown.length < factsFor(rulebook, subject).length;
  return viewOf({
    title: 'Role fit',
    callbackId: VIEWS.form,
    submit: subject === 'question' ? 'Ask' : 'Check',
    close: 'Cancel',
    remembers: memory,
    blocks: [
      ...(notice ? [context(notice)] : []),
      subjectInput(subject),
      ...(about ? [context(`About <@${about}>. The name plays no part; only you see the answer.`)] : []),
      textInput(subject, text),
      ...(subject === 'question' ? [] : [formButtons(more, memory.mayLook ?? false)]),
      ...shown.flatMap((definition) => factBlocks(definition, form)),
    ],
  });
}

function shownFacts({ memory, facts, worthAsking }: Form, rulebook: Rulebook): FactDefinition[] {
  if (memory.subject === 'question') return [];
  const suggested = new Set((memory.suggestions ?? []).map(({ name }) => name));
  const all = factsFor(rulebook, memory.subject);
  const definitions = [
    ...all.filter(({ name }) => suggested.has(name)),
    ...all.filter(({ name }) => !suggested.has(name)),
  ];
  if (memory.allFacts) return definitions;
  const known = facts.map(({ name }) => name);
  const wanted = new Set([...memory.filledIn, ...known]);
  for (const name of worthAsking) if (wanted.size < known.length + FIRST_FACTS) wanted.add(name);
  return definitions.filter(({ name }) => wanted.has(name) || suggested.has(name));
}

const subjectInput = (subject: FormSubject): InputBlock => {
  const options = FormSubject.options.map((value) => ({ text: plain(SUBJECT_NAMES[value]), value }));
  return {
    type: 'input',
    block_id: 'subject',
    dispatch_action: true,
    label: plain('What is it about?'),
    element: {
      type: 'static_select',
      action_id: ACTIONS.formSubject,
      options,
      initial_option: { text: plain(SUBJECT_NAMES[subject]), value: subject },
    },
  };
};

const textInput = (subject: FormSubject, text: string): InputBlock => ({
  type: 'input',
  block_id: TEXT_FIELD,
  optional: subject !== 'question',
  label: plain(TEXT_LABELS[subject].label),
  element: {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: true,
    max_length: INPUT_TEXT,
    placeholder: plain(TEXT_LABELS[subject].placeholder),
    ...(text === '' ? {} : { initial_value: clip(text, INPUT_TEXT) }),
  },
});

const formButtons = (more: boolean, mayLook: boolean): KnownBlock => ({
  type: 'actions',
  elements: [
    button(ACTIONS.formRead, 'Fill in from the text', 'read'),
    ...(more ? [button(ACTIONS.formAllFacts, 'Show all facts', 'all')] : []),
    ...(mayLook ? [lookButton(ACTIONS.formLook, 'look')] : []),
  ],
});

function factBlocks(definition: FactDefinition, { memory, facts }: Form): KnownBlock[] {
  const value = facts.find(({ name }) => name === definition.name)?.value ?? null;
  const suggestion = memory.suggestions?.find(({ name }) => name === definition.name);
  const input = factInput(definition, {
    id: factFieldId(definition.name, memory.revision),
    value,
    unknown: 'Unknown',
    hint: suggestion && hintOf(definition, suggestion),
  });
  return suggestion ? [input, suggestionButtons(suggestion.name)] : [input];
}

function hintOf(definition: FactDefinition, { value, quote }: Suggestion): string {
  const label = optionsOf(definition).find((option) => option.value === value)?.label ?? String(value);
  return `The language model suggests “${label}”, from ${quoted(quote)}. It counts only if you choose it.`;
}

const suggestionButtons = (name: string): KnownBlock => ({
  type: 'actions',
  elements: [
    button(ACTIONS.suggestionTake, 'That is so', name),
    button(ACTIONS.suggestionDrop, 'That is not so', name),
  ],
});
