import {
  type KeyboardEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from '../icons.tsx';
import { usePage } from '../store/page-context.tsx';
import { Menu } from '../windows/menu.tsx';
import { type Completion, completionsFor, hintFor } from './completion.ts';
import { inLine } from './sending.ts';
import { Suggestions } from './suggestions.tsx';

/** What others may do with a composer. */
export interface ComposerHandle {
  fill(text: string): void;
  focus(): void;
}

interface ComposerProps {
  readonly label: string;
  readonly channel: string;
  readonly thread?: string;
  /** The ts of the person's latest message here, which Up edits. */
  readonly latestOwn: string | undefined;
  readonly ref?: React.Ref<ComposerHandle>;
}

/** What was begun in each conversation and not sent. */
const drafts = new Map<string, string>();

/** Where messages and commands are written. Enter sends, Shift+Enter begins a line, Up edits the latest. */
export function Composer({ label, channel, thread, latestOwn, ref }: ComposerProps) {
  const { model, act, change } = usePage();
  const { state } = model;
  const draft = `${state.me} ${channel} ${thread ?? ''}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isShut, setShut] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes when what was picked stands in the box; at once, for people type on. */
  const caretAfter = useRef<number>(undefined);
  const listId = useId();
  const completions = isShut ? undefined : completionsFor(text, caret, state);
  const hint = hintFor(text, state);

  const put = (next: string, to = next.length): void => {
    setText(next);
    setCaret(to);
    setAt(0);
    setShut(false);
    drafts.set(draft, next);
  };
  useImperativeHandle(ref, () => ({
    fill(next) {
      put(next);
      box.current?.focus();
    },
    focus: () => box.current?.focus(),
  }));
  // A thread that opens by itself takes nobody away from what they write.
  useEffect(() => {
    if (!document.activeElement?.matches('textarea, input')) box.current?.focus({ preventScroll: true });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with the text.
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight}px`;
    const to = caretAfter.current;
    if (to !== undefined) box.current.setSelectionRange(to, to);
    caretAfter.current = undefined;
  }, [text]);

  const pick = ({ insert }: Completion): void => {
    if (completions === undefined) return;
    const next = text.slice(0, completions.from) + insert + text.slice(completions.to);
    const to = completions.from + insert.length;
    put(next, to);
    caretAfter.current = to;
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    put('');
    const body = { channel, text, ...(thread === undefined ? {} : { thread }) };
    const answer = await inLine(() => act('type', body));
    if (answer.ok) return;
    if (drafts.get(draft) === '') put(text);
    else change({ type: 'told', notice: `${answer.sentence} Not sent: “${text}”` });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    const offer = completions?.offers[at];
    const count = completions?.offers.length ?? 0;
    const done = (): void => event.preventDefault();
    if (offer !== undefined && (key === 'ArrowDown' || key === 'ArrowUp')) {
      setAt((at + (key === 'ArrowDown' ? 1 : -1) + count) % count);
      done();
    } else if (offer !== undefined && (key === 'Enter' || key === 'Tab') && !shiftKey) {
      pick(offer);
      done();
    } else if (offer !== undefined && key === 'Escape') {
      setShut(true);
      event.stopPropagation();
    } else if (key === 'Enter' && !shiftKey) {
      void send();
      done();
    } else if (key === 'ArrowUp' && text === '' && latestOwn !== undefined) {
      change({ type: 'editing', ts: latestOwn });
      done();
    }
  };
  const globals = state.app.shortcuts.filter(({ type }) => type === 'global');
  return (
    <form
      className="composer"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
        box.current?.focus();
      }}
    >
      {completions !== undefined && (
        <Suggestions id={listId} offers={completions.offers} at={at} onPick={pick} />
      )}
      <div className="composer-box">
        {hint !== undefined && <p className="hint command-hint">{hint}</p>}
        <textarea
          ref={box}
          rows={1}
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-controls={completions && listId}
          aria-activedescendant={completions && `${listId}-${at}`}
          value={text}
          onChange={({ target }) => put(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-foot">
          {globals.length > 0 && thread === undefined && (
            <Menu
              label="Shortcuts"
              items={globals.map(({ name, description, callback_id: shortcut }) => ({
                key: shortcut,
                words: name,
                about: description || state.app.name,
                onPick: () => void act('shortcut', { shortcut }),
              }))}
            >
              <Icon name="plus" />
            </Menu>
          )}
          <span className="hint keys">Enter sends · Shift+Enter begins a line</span>
          <button type="submit" className="send" aria-label="Send" title="Send" disabled={text.trim() === ''}>
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}
