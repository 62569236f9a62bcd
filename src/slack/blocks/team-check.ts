import type { KnownBlock } from '@slack/types';
import type { TeamCheck } from '../../records/team-checks.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { channelLink, listedFew, mentioned } from './mention.ts';
import { type Message, messageOf, plainMessage } from './message.ts';
import { context, section } from './mrkdwn.ts';

const answered = ({ members }: TeamCheck): number => members.filter(({ answers }) => answers !== null).length;

/** "2 of 3 have answered." */
export const progressWords = (check: TeamCheck): string =>
  `${answered(check)} of ${check.members.length} have answered.`;

const answerButton = (id: string) => ({
  ...button(ACTIONS.teamAnswer, 'Answer', id),
  style: 'primary' as const,
});

/** What a channel sees of a check that is open: how many have answered, and nothing of what. */
export function openCheckMessage(check: TeamCheck, id: string): Message {
  const { openedBy, members } = check;
  const people = listedFew(members.map(({ user }) => mentioned(user)));
  const words = `${mentioned(openedBy)} asks ${people} the same questions about your situation, each on their own.`;
  return messageOf(`A blind team check is open. ${progressWords(check)}`, [
    section(`*Blind team check*\n${words}`),
    section(`*${progressWords(check)}*`),
    { type: 'actions', elements: [answerButton(id), closeButton(id)] },
    context(
      'Answers stay unseen. When all are in, or on close, I show where they differ, and which differences would change the verdict.',
    ),
  ]);
}

const closeButton = (id: string) => ({
  ...button(ACTIONS.teamClose, 'Close now', id),
  confirm: {
    title: { type: 'plain_text' as const, text: 'Close this team check?' },
    text: { type: 'plain_text' as const, text: 'Whoever has not answered yet is left out of the result.' },
    confirm: { type: 'plain_text' as const, text: 'Close it' },
    deny: { type: 'plain_text' as const, text: 'Wait' },
  },
});

/** What each member is asked in their direct message. */
export function invitationMessage(check: TeamCheck, id: string): Message {
  const { openedBy, channel, members } = check;
  const others = members.length - 1;
  const words = `${mentioned(openedBy)} asks you and ${others} ${others === 1 ? 'other' : 'others'} the same questions about your situation, in ${channelLink(channel)}.`;
  const blocks: KnownBlock[] = [
    section(`*Blind team check*\n${words}`),
    section('Answer on your own; it takes two minutes. You can change your answers until the check closes.'),
    { type: 'actions', elements: [answerButton(id)] },
    context(
      members.length === 2
        ? 'The channel sees what you agree on and where you differ, not who said what. You are two, though, so each of you can work out what the other said.'
        : 'The channel sees what you all agree on and where you differ, not who said what, unless you allow it.',
    ),
  ];
  return messageOf('You are asked to answer a blind team check.', blocks);
}

/** Why somebody was not asked, by what is told of them. */
export type LeftOut = 'bot' | 'guest' | 'stranger' | 'deactivated' | 'unreachable';

const REASONS: Readonly<Record<LeftOut, string>> = {
  bot: 'an app cannot answer',
  guest: 'guests are not asked',
  stranger: 'people of other companies are not asked',
  deactivated: 'the account is deactivated',
  unreachable: 'I cannot write to them',
};

/** What the opener is told: who is asked, and who is not and why. */
export function askedMessage(asked: readonly string[], leftOut: ReadonlyMap<string, LeftOut>): Message {
  const left = [...leftOut].map(([user, why]) => `${mentioned(user)} (${REASONS[why]})`);
  const not = left.length > 0 ? ` Not asked: ${listedFew(left)}.` : '';
  return plainMessage(
    asked.length < 2
      ? `A team check needs two people or more who can answer.${not} Name others, such as \`/rolefit team check @anna @ben @cleo\`.`
      : `I have asked ${listedFew(asked.map(mentioned))}, each in a direct message.${not}`,
  );
}

/** What stands in the channel where a check could not begin after all. */
export const notBegunMessage = (): Message =>
  plainMessage('This team check could not begin: too few of the people could be asked.');
