import type { App } from '@slack/bolt';
import { readSettings } from '../../records/settings.ts';
import { answerTeamCheck, closeTeamCheck, readTeamCheck, type TeamCheck } from '../../records/team-checks.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { channelLink, listedFew, mentioned } from '../blocks/mention.ts';
import { plainMessage } from '../blocks/message.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import { askedMessage } from '../blocks/team-check.ts';
import { TeamCheckMemory, teamCheckInput, teamCheckView } from '../blocks/team-check-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { remedyFor } from '../failure.ts';
import { newForm } from '../form.ts';
import { keptTo } from '../manners.ts';
import { rightsOf } from '../rights.ts';
import { showView } from '../show-view.ts';
import {
  announceResult,
  beginTeamCheck,
  comparisonOf,
  FEWEST,
  refreshTeamCheck,
  whoCanAnswer,
} from '../team-check.ts';
import type { CommandHandler } from './command-call.ts';
import { onPress, type Pressed } from './pressed.ts';
import { onSubmit } from './submitted.ts';

const TITLE = 'Blind team check';
const USAGE = 'Name the people to ask, such as `/rolefit team check @anna @ben @cleo`.';
const IN_A_CHANNEL = 'Use this in a channel: the result is shown there.';
const TOO_MANY = 'That is more people than I ask at once. Name 30 at the most.';
const CLOSED = 'This team check is closed.';
const NOT_ASKED = 'You were not asked in this team check, so there is nothing to answer for you.';
const TAKEN = 'Thank you. Your answers are in, unseen. You can change them until the check closes.';
const MOST_PEOPLE = 30;
const MENTIONS = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g;

/** Asks several people the same questions: `/rolefit team check @a @b`. */
export const openTeamCheckFor: CommandHandler = ({ parts, outlet, client, rest }) =>
  deliver(parts, outlet, async () => {
    const { team, channel } = outlet.place;
    const say = (words: string) => outlet.say(plainMessage(words));
    const named = [...new Set([...rest.matchAll(MENTIONS)].map(([, user]) => user ?? ''))];
    const unknown = rest.replace(MENTIONS, '').match(/@[^\s,;]+/g) ?? [];
    if (unknown.length > 0) return say(notFound(unknown));
    if (named.length === 0) return say(USAGE);
    if (named.length > MOST_PEOPLE) return say(TOO_MANY);
    if (channel.startsWith('D')) return say(IN_A_CHANNEL);
    const others = keptTo(await readSettings(parts.store, team), channel);
    if (others) return say(elsewhere(others));
    const possible = await whoCanAnswer(parts, client, team, named);
    if (possible.asked.length < FEWEST) return outlet.say(askedMessage(possible.asked, possible.leftOut));
    try {
      const { asked, leftOut } = await beginTeamCheck(parts, client, outlet.place, possible);
      await outlet.say(askedMessage(asked, leftOut));
    } catch (error) {
      const remedy = remedyFor(error);
      if (remedy === undefined) throw error;
      await say(remedy);
    }
  });

const notFound = (names: readonly string[]): string =>
  `I find nobody here called ${listedFew(names.map(escapeMrkdwn))}. Choose each name from the list that Slack offers while you type it, and send it again.`;

const elsewhere = (channels: readonly string[]): string =>
  channels.length === 0
    ? 'I may not speak in channels here.'
    : `I may not speak in this channel. Open the check in ${listedFew(channels.map(channelLink))}.`;

/** The buttons and the form of blind team checks. */
export function registerTeamCheck(app: App, parts: ConversationParts): void {
  const { store, advisor } = parts;

  /** Goes on from the check that a button names; where it is gone, whoever pressed is told so. */
  const onCheck = (
    action: string,
    handler: (pressed: Pressed, check: TeamCheck, id: string) => Promise<void>,
  ): void =>
    onPress(app, parts, action, async (pressed) => {
      const id = pressed.action.value ?? '';
      const check = await readTeamCheck(store, pressed.place.team, id);
      await (check
        ? handler(pressed, check, id)
        : pressed.outlet.sayPrivately(plainMessage('This team check is no longer kept.')));
    });

  onCheck(ACTIONS.teamAnswer, async ({ client, trigger, place, outlet }, check, id) => {
    const member = check.members.find(({ user }) => user === place.user);
    if (!member) return outlet.sayPrivately(plainMessage(NOT_ASKED));
    if (check.state === 'closed') {
      await outlet.sayPrivately(plainMessage(CLOSED));
      return refreshTeamCheck(parts, client, place.team, id);
    }
    await showView(client, trigger, teamCheckView(check, id, member, advisor.rulebook));
  });

  onCheck(ACTIONS.teamClose, async ({ client, place, outlet }, check, id) => {
    const { team, user } = place;
    const mayClose = check.openedBy === user || (await rightsOf(parts, client, place)).mayManage;
    if (!mayClose)
      return outlet.sayPrivately(
        plainMessage(`Only ${mentioned(check.openedBy)}, who opened this check, or a manager can close it.`),
      );
    await closeTeamCheck(store, team, id);
    await refreshTeamCheck(parts, client, team, id);
    if (check.state === 'open')
      await announceResult(
        client,
        check,
        plainMessage(`${mentioned(user)} closed the check; the result is above.`),
      );
  });

  onCheck(ACTIONS.teamOpen, async ({ client, trigger, place, outlet }, check) => {
    const comparison = comparisonOf(check, advisor);
    if (!comparison)
      return outlet.sayPrivately(plainMessage('There is nothing to open: too few have answered.'));
    const { channel } = place;
    const { subject } = check;
    await showView(client, trigger, newForm(advisor, { channel, subject, facts: comparison.agreed }));
  });

  onSubmit(app, parts, VIEWS.teamCheck, async ({ view, client, place }) => {
    const { team, user } = place;
    const { check: id } = TeamCheckMemory.parse(JSON.parse(view.private_metadata));
    const before = await readTeamCheck(store, team, id);
    if (!before) return turnInto(CLOSED);
    const input = teamCheckInput(view.state.values, before);
    const check = await answerTeamCheck(store, team, id, { user, ...input });
    const kept = check?.members.find((member) => member.user === user);
    if (!check || JSON.stringify(kept?.answers) !== JSON.stringify(input.answers)) return turnInto(CLOSED);
    return {
      ...turnInto(
        check.state === 'open'
          ? TAKEN
          : 'Thank you. Everybody has answered now; the result is in the channel.',
      ),
      async afterwards() {
        await refreshTeamCheck(parts, client, team, id);
        if (before.state === 'open' && check.state === 'closed')
          await announceResult(
            client,
            check,
            plainMessage(`Everybody has answered. ${mentioned(check.openedBy)}, the result is above.`),
          );
      },
    };
  });
}

const turnInto = (words: string) =>
  ({ response: { response_action: 'update', view: noticeView(TITLE, words) } }) as const;
