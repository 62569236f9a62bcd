import { type Message, messageForApp } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { type Actor, interact, shownChannel, TROUBLE } from './actor.ts';

/**
 * Uses a shortcut of the app, by its name or callback id: on a message, or from anywhere. Rejects with NotPossible when the
 * manifest has no such shortcut or the app does not acknowledge.
 */
export async function useShortcut(actor: Actor, named: string, message?: Message): Promise<void> {
  const { workspace } = actor;
  const type = message === undefined ? 'global' : 'message';
  const shortcut = workspace.app.shortcuts.find(
    (one) => one.type === type && (one.name === named || one.callback_id === named),
  );
  if (shortcut === undefined) throw new NotPossible(`There is no ${type} shortcut "${named}".`);
  const about =
    message === undefined ? { type: 'shortcut', conversation: undefined } : onMessage(actor, message);
  const { conversation, ...shown } = about;
  actor.acts();
  const payload = {
    ...shown,
    callback_id: shortcut.callback_id,
    action_ts: workspace.nextTs(),
    trigger_id: workspace.views.triggers.issue({ person: actor.user.id, conversation }),
  };
  await interact(actor, payload, TROUBLE);
}

function onMessage({ workspace, user, responseUrls }: Actor, message: Message) {
  const channel = workspace.channel(message.channel);
  if (channel === undefined || !workspace.visibleTo(message, user.id))
    throw new NotPossible('You do not see this message.');
  if (message.onlyFor !== undefined) throw new NotPossible('A message that only you see has no shortcuts.');
  return {
    type: 'message_action',
    conversation: channel.id,
    channel: shownChannel(channel),
    message_ts: message.ts,
    message: messageForApp(message, workspace.team.id),
    response_url: responseUrls.issue({ channel: channel.id, person: user.id }),
  };
}
