import type { KnownBlock, ModalView } from '@slack/types';
import type { Advice } from '../../advisor/verdict.ts';
import { ROLE_NAMES } from '../../phrasing/template.ts';
import type { AnswerReply } from '../reply.ts';
import { adviceBlocks, type BlockKnowledge } from './advice.ts';
import { answerMessage } from './answer.ts';
import { section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

/** Where a modal was opened, so that what follows from it is said there. */
export interface OpenedAt {
  channel: string;
  thread?: string | undefined;
}

/** The verdict card in a modal; beside an earlier verdict when it is compared with one. */
export const verdictView = (
  advice: Advice,
  knowledge: BlockKnowledge,
  openedAt: OpenedAt,
  comparedWith?: Pick<Advice, 'id' | 'verdict'>,
): ModalView =>
  viewOf({
    title: 'Role fit',
    remembers: openedAt,
    blocks: [...comparison(advice, comparedWith), ...adviceBlocks(advice, knowledge)],
  });

function comparison(advice: Advice, before: Pick<Advice, 'id' | 'verdict'> | undefined): KnownBlock[] {
  if (!before) return [];
  if (before.id === advice.id) return [section('Nothing was changed, so the answer is the same.')];
  const [then, now] = [ROLE_NAMES[before.verdict.role], ROLE_NAMES[advice.verdict.role]];
  return [
    section(
      then === now
        ? `*With these changes* the answer stays the same: ${now}.`
        : `*With these changes* the answer turns from ${then} to ${now}.`,
    ),
  ];
}

/** An answer in a modal. */
export const answerView = (reply: AnswerReply, knowledge: BlockKnowledge): ModalView =>
  viewOf({ title: 'Answer', blocks: answerMessage(reply, knowledge).blocks });

/** A sentence or two in a modal. */
export const noticeView = (title: string, words: string): ModalView =>
  viewOf({ title, blocks: [section(words)] });
