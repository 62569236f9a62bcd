import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { SHORTCUTS } from '../actions.ts';
import { INPUT_TEXT } from '../blocks/limits.ts';
import { type ConversationParts, deliver, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { type Beginning, newForm } from '../form.ts';
import { mayBeRead } from '../long-text.ts';
import { plainText } from '../plain-text.ts';
import { directlyTo, ephemeralInThread, ephemeralOutlet } from '../private-outlets.ts';
import { showView } from '../show-view.ts';

const NO_WORDS = 'There are no words in that message that I could read. Say here what it shows.';
const BY_AN_APP =
  'An app wrote that message, and I read what people write. Say here in your own words what you want checked.';
const TOO_LONG = `That message is long: here are its first ${INPUT_TEXT.toLocaleString('en')} characters. What comes after them is not read.`;

/** The shortcuts: a new check from anywhere, or of what somebody wrote. Both open the form; only its user sees the verdict. */
export function registerShortcuts(app: App, parts: ConversationParts): void {
  app.shortcut<GlobalShortcut>({ callback_id: SHORTCUTS.newCheck, type: 'shortcut' }, async (used) => {
    const { ack, shortcut, client } = used;
    await ack();
    const { user, team, enterprise } = shortcut;
    const place = {
      team: teamOf({ team: team?.id, enterprise: enterprise?.id }),
      channel: user.id,
      user: user.id,
      thread: undefined,
    };
    await open(client, shortcut, directlyTo(client, place), {});
  });

  app.shortcut<MessageShortcut>(
    { callback_id: SHORTCUTS.checkMessage, type: 'message_action' },
    async ({ ack, shortcut, client, context }) => {
      await ack();
      const { message } = shortcut;
      await open(client, shortcut, outletOf(client, shortcut), beginningOf(message, context.botUserId));
    },
  );

  const open = (
    client: WebClient,
    trigger: { trigger_id: string },
    outlet: Outlet,
    beginning: Omit<Beginning, 'channel' | 'thread'>,
  ): Promise<void> =>
    deliver(parts, outlet, async () => {
      const { channel, thread, team } = outlet.place;
      const mayLook = await mayBeRead(parts.model, team, beginning.text);
      const where = { channel, ...(thread === undefined ? {} : { thread }) };
      return showView(client, trigger, newForm(parts.advisor, { ...where, ...beginning, mayLook }));
    });

  /** The form with a message's words; who wrote them is not told. */
  function beginningOf(
    { text, bot_id, subtype }: MessageShortcut['message'],
    botUserId: string | undefined,
  ): Omit<Beginning, 'channel'> {
    if (bot_id !== undefined || subtype === 'bot_message') return { notice: BY_AN_APP };
    const words = plainText(text ?? '', botUserId);
    if (words === '') return { notice: NO_WORDS };
    return {
      text: words.slice(0, INPUT_TEXT).replace(/[\uD800-\uDBFF]$/, ''),
      ...(parts.advisor.speaksOfPerson(words) ? { subject: 'candidate' } : {}),
      ...(words.length > INPUT_TEXT ? { notice: TOO_LONG } : {}),
    };
  }
}

/** To whoever used the shortcut alone, where the message stands. */
function outletOf(
  client: WebClient,
  { team, user, channel, message, response_url }: MessageShortcut,
): Outlet {
  const { thread_ts: thread } = message;
  const place = {
    team: teamOf({ team: team?.id, enterprise: team?.enterprise_id }),
    channel: channel.id,
    user: user.id,
  };
  return typeof thread === 'string'
    ? ephemeralInThread(client, { ...place, thread })
    : ephemeralOutlet(client, response_url, { ...place, thread: undefined });
}
