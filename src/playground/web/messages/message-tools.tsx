import type { Message } from '../../message.ts';
import { emojiNamed, REACTIONS } from '../blocks/emoji.ts';
import { Icon } from '../icons.tsx';
import { usePage } from '../store/page-context.tsx';
import { useConfirm } from '../windows/confirm.tsx';
import { Menu, type MenuItem } from '../windows/menu.tsx';

const DELETE = {
  title: { type: 'plain_text', text: 'Delete message' },
  text: { type: 'plain_text', text: 'Do you want to delete this message? This cannot be undone.' },
  confirm: { type: 'plain_text', text: 'Delete' },
  deny: { type: 'plain_text', text: 'Cancel' },
  style: 'danger',
};

interface MessageToolsProps {
  readonly message: Message;
  readonly isInThread: boolean;
}

/** What can be done with a message: react, reply, the app's shortcuts, and with one's own edit and delete. */
export function MessageTools({ message, isInThread }: MessageToolsProps) {
  const { model, act, change } = usePage();
  const ask = useConfirm();
  const { channel, ts, subtype, user } = message;
  const { state } = model;
  const isMine = user === state.me && !subtype?.startsWith('channel_');
  const remove = async (): Promise<void> => {
    if (await ask(DELETE)) await act('delete', { channel, ts });
  };
  const reactions = REACTIONS.map((emoji) => ({
    key: emoji,
    words: `${emojiNamed(emoji) ?? ''} ${emoji.replace('+1', 'thumbs up').replaceAll('_', ' ')}`,
    onPick: () => void act('react', { channel, ts, emoji, isOn: true }),
  }));
  const shortcuts: readonly MenuItem[] = state.app.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ name, callback_id: shortcut }) => ({
      key: shortcut,
      words: name,
      about: state.app.name,
      onPick: () => void act('shortcut', { shortcut, channel, ts }),
    }));
  const own: readonly MenuItem[] = isMine
    ? [
        { key: 'edit', words: 'Edit message', onPick: () => change({ type: 'editing', ts }) },
        {
          key: 'delete',
          words: 'Delete message …',
          isDanger: true,
          onPick: () => void remove(),
        },
      ]
    : [];
  const copy = {
    key: 'copy',
    words: 'Copy text',
    onPick: () => void navigator.clipboard?.writeText(message.text),
  };
  return (
    <div className="message-tools">
      <Menu label="Add a reaction" items={reactions}>
        <Icon name="smile" />
      </Menu>
      {!isInThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => change({ type: 'thread', ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      <Menu label="More actions" items={[...shortcuts, copy, ...own]}>
        <Icon name="more" />
      </Menu>
    </div>
  );
}
