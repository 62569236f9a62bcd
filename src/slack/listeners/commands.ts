import type { App } from '@slack/bolt';
import type { Subject } from '../../advisor/fact.ts';
import { changedSince } from '../blocks/changed-since.ts';
import { helpMessage } from '../blocks/help.ts';
import { plainMessage } from '../blocks/message.ts';
import { misspeltMessage } from '../blocks/misspelt.ts';
import { whyView } from '../blocks/why-view.ts';
import { answer, type ConversationParts, converse, deliver, mayAsk } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { type Beginning, editForm, newForm } from '../form.ts';
import { plainText } from '../plain-text.ts';
import { ephemeralOutlet } from '../private-outlets.ts';
import { answerTo, checkOf } from '../reply.ts';
import { latestCheck, type Recalled, recallCheck } from '../saved-checks.ts';
import { showView } from '../show-view.ts';
import { meantBy, SUBCOMMANDS, type SubcommandName } from '../subcommand.ts';
import type { CommandCall, CommandHandler } from './command-call.ts';
import { openDigests } from './digest.ts';
import { askToForget } from './forget.ts';
import { openSettings } from './settings.ts';
import { openTeam } from './team.ts';
import { openTeamCheckFor } from './team-check.ts';

/** The slash command, as the manifest declares it. */
const COMMAND = '/rolefit';

const sayHelp: CommandHandler = ({ parts, outlet }) =>
  deliver(parts, outlet, () => outlet.say(helpMessage()));

/** Opens the form, with what was typed in it. */
const openForm = (call: CommandCall, beginning: Omit<Beginning, 'channel'>): Promise<void> =>
  deliver(call.parts, call.outlet, () =>
    showView(
      call.client,
      call.command,
      newForm(call.parts.advisor, { channel: call.command.channel_id, ...beginning }),
    ),
  );

/** Checks what was typed, or opens the form when nothing was. */
const checkAs =
  (subject?: Subject): CommandHandler =>
  (call) =>
    call.words === ''
      ? openForm(call, { subject: subject ?? 'situation' })
      : answer(call.parts, call.outlet, () => checkOf(call.parts.advisor, call.words, subject));

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/;

const person: CommandHandler = (call) => {
  const about = MENTION.exec(call.rest)?.[1];
  const work = call.words.replace('this person', '').trim();
  return work === ''
    ? openForm(call, { subject: 'candidate', ...(about === undefined ? {} : { about }) })
    : checkAs('candidate')(call);
};

/** Goes on from the check that is named, or from the person's latest one. Several words name none: they are a text. */
const onCheck =
  (handler: (call: CommandCall, recalled: Recalled) => Promise<void>): CommandHandler =>
  (call) => {
    if (/\S\s+\S/.test(call.words)) return converse(call.parts, call.outlet, plainText(call.command.text));
    return deliver(call.parts, call.outlet, async () => {
      const { parts, outlet, words } = call;
      const named = words.replace(/[^a-z0-9]/gi, '').toLowerCase();
      const recalled = named
        ? await recallCheck(parts, outlet.place, named)
        : await latestCheck(parts, outlet.place);
      if (recalled) return handler(call, recalled);
      await outlet.say(
        plainMessage(
          named
            ? `I know no verdict “${named}” that you may see. Checks are kept for some months; please run it again.`
            : 'You have made no check yet. Begin with `/rolefit`.',
        ),
      );
    });
  };

const HANDLERS: Readonly<Record<SubcommandName, CommandHandler>> = {
  check: checkAs(),
  person,
  job: checkAs('job'),
  ask: (call) =>
    call.words === ''
      ? openForm(call, { subject: 'question' })
      : answer(call.parts, call.outlet, () => answerTo(call.parts.advisor, call.words)),
  why: onCheck(({ client, command, parts: { advisor } }, { check, advice }) =>
    showView(client, command, whyView(advice, advisor, changedSince(check, advice, advisor.rulebook))),
  ),
  whatif: onCheck(({ client, command, parts: { advisor } }, { check, advice }) =>
    showView(client, command, editForm(advisor, { channel: command.channel_id }, { check, advice })),
  ),
  team: openTeam,
  digest: openDigests,
  'team check': openTeamCheckFor,
  settings: openSettings,
  'forget me': askToForget,
  help: sayHelp,
};

const NAMES = SUBCOMMANDS.map(({ name }) => name);

/** What `/rolefit` says is seen by the person who typed it alone. */
export function registerCommands(app: App, parts: ConversationParts): void {
  app.command(COMMAND, async ({ ack, command, client, context }) => {
    await ack();
    const { team_id, enterprise_id, channel_id: channel, user_id: user, response_url, text = '' } = command;
    const team = teamOf({ team: team_id, enterprise: enterprise_id });
    const place = { team, channel, user, thread: undefined };
    const outlet = { ...ephemeralOutlet(client, response_url, place), client };
    if (!(await mayAsk(parts, outlet))) return;
    const meant = meantBy(text, NAMES);
    if (meant.kind === 'text' && meant.text === '')
      return openForm({ parts, outlet, client, command, team, rest: '', words: '' }, {});
    if (meant.kind === 'text') return converse(parts, outlet, plainText(meant.text, context.botUserId));
    if (meant.kind === 'misspelt')
      return deliver(parts, outlet, () => outlet.say(misspeltMessage(meant.nearest, meant.rest)));
    const words = plainText(meant.rest, context.botUserId);
    await HANDLERS[meant.name]({ parts, outlet, client, command, team, rest: meant.rest, words });
  });
}
