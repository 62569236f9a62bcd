import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type FactDefinition, FactValue } from '../../advisor/fact.ts';
import type { Advice, Role } from '../../advisor/verdict.ts';
import type { Account } from '../../phrasing/phrasing.ts';
import { ROLE_NAMES } from '../../phrasing/template.ts';
import { ACTIONS } from '../actions.ts';
import { adviceBlocks, adviceMessage, adviceText, type BlockKnowledge, type Worded } from './advice.ts';
import { button } from './button.ts';
import { BUTTON_VALUE, clip } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { optionsOf } from './question.ts';

/**
 * What an interview's buttons carry: which interview it is, by when it began; the fact that was asked for, and what it is;
 * null for "Don't know".
 */
const InterviewToken = z.strictObject({ since: z.int(), fact: z.string(), value: FactValue.nullable() });
export type InterviewToken = z.infer<typeof InterviewToken>;

/** Reads the value of such a button. */
export const interviewToken = (value: string | undefined): InterviewToken =>
  InterviewToken.parse(JSON.parse(value ?? ''));

export const DONT_KNOW = "Don't know";
export const STOP = 'Stop';

const BUTTONS = 'interview';
const PROGRESS = 'interview-progress';

/** What an interview asks. */
export interface Asking {
  /** When the interview began, in ms since 1970. */
  since: number;
  definition: FactDefinition;
  /** How many answers can still change the verdict. */
  open: number;
}

const NUMBER_HINT = 'Just type the number, such as `14`.';

/** The question, a button for each answer, and how much is still to be asked. */
function askingBlocks({ since, definition, open }: Asking): KnownBlock[] {
  const hint = definition.kind === 'count' ? `\n${NUMBER_HINT}` : '';
  return [
    section(`*${escapeMrkdwn(definition.question)}*${hint}`),
    interviewButtons(since, definition),
    { ...context(`${progress(open)} Press a button or type your answer.`), block_id: PROGRESS },
  ];
}

function interviewButtons(since: number, definition: FactDefinition): ActionsBlock {
  const token = (value: FactValue | null): string =>
    JSON.stringify({ since, fact: definition.name, value } satisfies InterviewToken);
  const answers = optionsOf(definition).map(
    ({ value, label }, at): Button => button(`${ACTIONS.interviewAnswer}:${at}`, label, token(value)),
  );
  return {
    type: 'actions',
    block_id: BUTTONS,
    elements: [
      ...answers,
      button(ACTIONS.interviewSkip, DONT_KNOW, token(null)),
      button(ACTIONS.interviewStop, STOP, token(null)),
    ],
  };
}

/** More answers than this are not numbered: how far it is to the end is seldom as far as that, and a big number daunts. */
const MOST_NUMBERED = 8;

/** "2 answers can still change this." */
function progress(open: number): string {
  const answers = open > MOST_NUMBERED ? 'Several answers' : open === 1 ? 'One answer' : `${open} answers`;
  return `${answers} can still change this.`;
}

/** A question by itself, with what is to be said before it. */
export const askingMessage = (lead: string, asking: Asking): Message => {
  const { definition, open } = asking;
  const text = [lead, definition.question, progress(open)].filter(Boolean).join(' ');
  return messageOf(text, [...(lead === '' ? [] : [section(escapeMrkdwn(lead))]), ...askingBlocks(asking)]);
};

/** The card that an interview begins with. */
export const firstCard = (
  advice: Advice,
  knowledge: BlockKnowledge,
  asking: Asking,
  worded: Worded = {},
): Message => adviceMessage(advice, knowledge, { ...worded, asking: askingBlocks(asking) });

/** The card that an interview ends with: it asks nothing more. `canGoOn` when there was something left to ask. */
export function lastCard(
  lead: string,
  advice: Advice,
  knowledge: BlockKnowledge,
  { canGoOn, account }: { canGoOn: boolean; account?: Account | undefined },
): Message {
  const settled = { ...advice, nextQuestion: null };
  const more: KnownBlock[] = canGoOn
    ? [{ type: 'actions', elements: [button(ACTIONS.interviewGoOn, 'Go on asking', advice.id)] }]
    : [];
  const card = adviceBlocks(settled, knowledge, { asking: more, account });
  const text = `${lead} ${adviceText(settled, knowledge, { account })}`;
  return messageOf(text, [section(escapeMrkdwn(lead)), ...card]);
}

/** How the verdict stands after an answer. */
export const standing = (before: Role, now: Role): string =>
  before === now
    ? `So far the answer stays: ${ROLE_NAMES[now]}.`
    : `That changes the answer from ${ROLE_NAMES[before]} to ${ROLE_NAMES[now]}.`;

/** What was added by a description, with a way to have it looked at alone. */
export function addedMessage(lead: string, text: string): Message {
  const words = `${lead} I added it to what you told me before.`;
  return messageOf(words, [
    section(escapeMrkdwn(words)),
    {
      type: 'actions',
      elements: [button(ACTIONS.interviewAnew, 'Start anew with this alone', clip(text, BUTTON_VALUE))],
    },
  ]);
}

/** What a message asks with buttons that still stand; undefined where it asks nothing so. */
export function askedIn(blocks: readonly KnownBlock[]): InterviewToken | undefined {
  for (const block of blocks)
    if (block.type === 'actions' && block.block_id === BUTTONS)
      for (const element of block.elements)
        if (element.type === 'button') return interviewToken(element.value);
  return undefined;
}

/** A question's message once it is answered: what was answered stands in place of the buttons. */
export function answeredBlocks(blocks: readonly KnownBlock[], answer: string): KnownBlock[] {
  return blocks
    .filter(({ block_id }) => block_id !== PROGRESS)
    .map((block) =>
      block.type === 'actions' && block.block_id === BUTTONS
        ? context(`Your answer: ${escapeMrkdwn(answer)}`)
        : block,
    );
}
