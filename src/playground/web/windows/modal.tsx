import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { wordsOf } from '../../forms/fields.ts';
import type { FieldValues } from '../../forms/values.ts';
import type { ShownView } from '../../page-state.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { objectIn } from '../blocks/reading.ts';
import { fills, type Surface, SurfaceContext } from '../blocks/surface.tsx';
import { Icon } from '../icons.tsx';
import { usePage } from '../store/page-context.tsx';

const NONE = {};

/** Where the focus goes when a window opens: to the first of these. */
const FIRST = ['[data-focus]', '.window-body :is(input, textarea)', '.window-body button', 'footer button'];

function focusFirst(dialog: HTMLElement | null): void {
  const found = FIRST.map((one) => dialog?.querySelector<HTMLElement>(one)).find((one) => one != null);
  // A window is read from its top, also where what has the focus is at its end.
  found?.focus({ preventScroll: true });
}

/** The modal on top. What lies below it is told by how many there are. */
export function Modal() {
  const { modals } = usePage().model.state;
  const top = modals.at(-1);
  return top === undefined ? null : <ModalWindow key={top.id} view={top} depth={modals.length} />;
}

function ModalWindow({ view, depth }: { readonly view: ShownView; readonly depth: number }) {
  const { model, act, change } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isSending, setSending] = useState(false);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    focusFirst(element);
    // Closing gives the focus back to what had it before.
    return () => element?.close();
  }, []);

  const { id, hash, title, close, submit } = view;
  // What had the focus may be gone after the app changed the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash tells of each change.
  useEffect(() => {
    if (dialog.current?.contains(document.activeElement) === false) focusFirst(dialog.current);
  }, [hash]);
  const faults = model.faults?.view === id ? model.faults.byBlock : NONE;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the faults tell which fields are wrong.
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [faults]);
  const send = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    await fills.settled();
    const answer = await act('submit', {}, 'quietly');
    setSending(false);
    const errors = answer.ok ? undefined : answer.errors;
    if (!answer.ok && errors === undefined) change({ type: 'told', notice: answer.sentence });
    if (errors === undefined) return;
    change({ type: 'faults', view: id, byBlock: errors });
  };
  const latestSend = useRef(send);
  latestSend.current = send;
  const isLeaving = useRef(false);
  const leave = async (all: boolean): Promise<void> => {
    // A second press is of no other window than the first.
    if (isLeaving.current) return;
    isLeaving.current = true;
    await fills.settled();
    await act('close', all ? { all } : {});
    isLeaving.current = false;
  };
  const hasSubmit = objectIn(submit).text !== undefined;
  const surface: Surface = useMemo(
    () => ({
      place: { view: id },
      values: objectIn(objectIn(view.state).values) as FieldValues,
      faults,
      submit: hasSubmit ? () => void latestSend.current() : undefined,
    }),
    [id, view, faults, hasSubmit],
  );
  return (
    <dialog
      ref={dialog}
      className={`window depth-${depth}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        void leave(false);
      }}
    >
      <header>
        <span className="app-mark" aria-hidden="true">
          {model.state.app.name[0]}
        </span>
        <h2 id={titleId}>{wordsOf(title)}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={() => void leave(true)}>
          <Icon name="close" />
        </button>
      </header>
      <div className="window-body blocks">
        <SurfaceContext value={surface}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext>
      </div>
      <footer>
        {model.notice !== undefined && (
          <p className="fault" role="alert">
            {model.notice}
          </p>
        )}
        <button type="button" className="button" onClick={() => void leave(false)}>
          {wordsOf(close) || (depth > 1 ? 'Back' : hasSubmit ? 'Cancel' : 'Close')}
        </button>
        {hasSubmit && (
          <button
            type="button"
            className="button filled primary"
            disabled={isSending}
            aria-busy={isSending}
            onClick={() => void send()}
          >
            {wordsOf(submit)}
          </button>
        )}
      </footer>
    </dialog>
  );
}
