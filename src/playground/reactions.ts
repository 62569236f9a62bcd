import type { Message, Reaction } from './message.ts';
import type { Workspace } from './workspace.ts';

/** Puts a user's emoji to a message; nothing happens when it is there already. */
export const react = (workspace: Workspace, message: Message, user: string, name: string): void =>
  change(workspace, message, { user, name }, 'reaction_added', (users) =>
    users.includes(user) ? users : [...users, user],
  );

/** Takes a user's emoji from a message. */
export const unreact = (workspace: Workspace, message: Message, user: string, name: string): void =>
  change(workspace, message, { user, name }, 'reaction_removed', (users) =>
    users.filter((one) => one !== user),
  );

function change(
  workspace: Workspace,
  { channel, ts, user: author }: Message,
  { user, name }: { readonly user: string; readonly name: string },
  type: 'reaction_added' | 'reaction_removed',
  changed: (users: readonly string[]) => readonly string[],
): void {
  const message = workspace.message(channel, ts);
  if (message === undefined) return;
  const before = message.reactions?.find((one) => one.name === name)?.users ?? [];
  const users = changed(before);
  if (users.length === before.length) return;
  const others = (message.reactions ?? []).filter((one) => one.name !== name);
  const reactions: readonly Reaction[] = users.length === 0 ? others : [...others, { name, users }];
  workspace.change(message, { reactions }, 'silently');
  workspace.news.post('event', {
    channel,
    event: {
      type,
      user,
      reaction: name,
      item_user: author,
      item: { type: 'message', channel, ts },
      event_ts: workspace.nextTs(),
    },
  });
}
