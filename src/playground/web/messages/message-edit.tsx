import { useRef, useState } from 'react';
import type { Message } from '../../message.ts';
import { useNames } from '../blocks/mrkdwn.tsx';
import { usePage } from '../store/page-context.tsx';

/** A text as it was typed: mentions as names, signs as signs. */
function typedAs(text: string, nameOf: (id: string) => string | undefined): string {
  return text
    .replace(/<([@#])(\w+)(?:\|[^>]*)?>/g, (_, sign: string, id: string) => `${sign}${nameOf(id) ?? id}`)
    .replace(/<!(\w+)>/g, '@$1')
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Changes the words of one's own message: Enter saves, Escape leaves them. */
export function MessageEdit({ message }: { readonly message: Message }) {
  const { act, change } = usePage();
  const nameOf = useNames();
  const [text, setText] = useState(() => typedAs(message.text, nameOf));
  const box = useRef<HTMLTextAreaElement>(null);
  const leave = (): void => change({ type: 'editing', ts: undefined });
  const save = async (): Promise<void> => {
    const { channel, ts } = message;
    if ((await act('edit', { channel, ts, text })).ok) leave();
  };
  return (
    <form
      className="composer-box editing"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={box}
        aria-label="Edit message"
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        autoFocus
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            leave();
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div className="composer-foot">
        <span className="hint">Enter saves, Escape cancels</span>
        <button type="button" className="button" onClick={leave}>
          Cancel
        </button>
        <button type="submit" className="button filled primary">
          Save
        </button>
      </div>
    </form>
  );
}
