import type { Message } from './message.ts';
import { NotPossible } from './not-possible.ts';
import { typedText } from './typed-text.ts';
import { SLACKBOT, type Workspace } from './workspace.ts';

/** A person changes the words of a message of their own. */
export function editOwn(workspace: Workspace, person: string, message: Message, typed: string): void {
  const now = ownMessage(workspace, person, message);
  if (typed.trim() === '') throw new NotPossible('There is nothing to send.');
  const text = typedText(typed, workspace);
  if (text === now.text) return;
  workspace.change(now, { text, edited: { user: person, ts: workspace.nextTs() } });
}

/** A person deletes a message of their own. */
export function takeBackOwn(workspace: Workspace, person: string, message: Message): void {
  takeBack(workspace, ownMessage(workspace, person, message));
}

/** A message as it stands now, if a person wrote it. */
function ownMessage(workspace: Workspace, person: string, { channel, ts }: Message): Message {
  const message = workspace.message(channel, ts);
  if (message === undefined) throw new NotPossible('This message is no longer there.');
  if (message.user !== person || message.subtype?.startsWith('channel_'))
    throw new NotPossible('This message is not yours.');
  return message;
}

/** Deletes a message. One that has replies leaves a tombstone, so that its thread can still be found. */
export function takeBack(workspace: Workspace, message: Message): void {
  if (workspace.replies(message.channel, message.ts).length === 0) {
    workspace.remove(message);
    return;
  }
  workspace.change(message, {
    user: SLACKBOT,
    subtype: 'tombstone',
    text: 'This message was deleted.',
    blocks: [],
    files: [],
    reactions: [],
  });
}
