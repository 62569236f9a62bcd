import { useState } from 'react';
import { sessionOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** The title of an agent's session, which its person may change. */
export function SessionTitle({ channel, thread }: { readonly channel: string; readonly thread: string }) {
  const { model, act } = usePage();
  const session = sessionOf(model.state, channel, thread);
  const [draft, setDraft] = useState<string>();
  if (session?.status === undefined) return <h2>Thread</h2>;
  if (draft === undefined)
    return (
      <h2>
        <button type="button" className="plain" title="Rename" onClick={() => setDraft(session.title ?? '')}>
          {session.title ?? 'Session'}
        </button>
      </h2>
    );
  const save = async (): Promise<void> => {
    if (draft !== (session.title ?? '')) await act('rename', { channel, thread, title: draft });
    setDraft(undefined);
  };
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        aria-label="Title of the session"
        value={draft}
        maxLength={200}
        autoFocus
        onChange={({ target }) => setDraft(target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setDraft(undefined);
        }}
      />
    </form>
  );
}
