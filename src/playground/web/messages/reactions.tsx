import type { Message } from '../../message.ts';
import { emojiNamed } from '../blocks/emoji.ts';
import { userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** The emoji that were put to a message; pressing one adds or takes back one's own. */
export function Reactions({ message }: { readonly message: Message }) {
  const { model, act } = usePage();
  const { channel, ts, reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <div className="reactions">
      {reactions.map(({ name, users }) => {
        const isMine = users.includes(model.state.me);
        const who = users.map((id) => userOf(model.state, id)?.realName ?? id).join(', ');
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={isMine}
            aria-label={`${name.replaceAll('_', ' ')}: ${who}`}
            title={`${who} reacted with :${name}:`}
            onClick={() => void act('react', { channel, ts, emoji: name, isOn: !isMine })}
          >
            {emojiNamed(name) ?? `:${name}:`} {users.length}
          </button>
        );
      })}
    </div>
  );
}
