import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { objectIn, textIn } from '../blocks/reading.ts';
import { Text } from '../blocks/text.tsx';

/** Asks what an element wants asked before it acts: Slack's confirm object. Resolves with whether the person agrees. */
type Ask = (confirm: unknown) => Promise<boolean>;

const Context = createContext<Ask>(async () => false);

export const useConfirm = (): Ask => useContext(Context);

interface Question {
  readonly confirm: unknown;
  readonly answer: (agrees: boolean) => void;
}

export function ConfirmHost({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback<Ask>(
    (confirm) =>
      new Promise((resolve) => {
        const answer = (agrees: boolean): void => {
          setQuestion(undefined);
          resolve(agrees);
        };
        setQuestion({ confirm, answer });
      }),
    [],
  );
  return (
    <Context value={ask}>
      {children}
      {question && <ConfirmDialog {...question} />}
    </Context>
  );
}

function ConfirmDialog({ confirm, answer }: Question) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const { title, text, confirm: yes, deny, style } = objectIn(confirm);
  const wordsOf = (of: unknown, otherwise: string): string => textIn(objectIn(of).text) || otherwise;
  return (
    <dialog
      ref={dialog}
      className="window small"
      aria-labelledby="confirm-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <header>
        <h2 id="confirm-title">{wordsOf(title, 'Are you sure?')}</h2>
      </header>
      <div className="window-body">
        <Text of={text} />
      </div>
      <footer>
        <button type="button" className="button" onClick={() => answer(false)}>
          {wordsOf(deny, 'Cancel')}
        </button>
        <button
          type="button"
          className={`button filled ${style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {wordsOf(confirm !== undefined && yes, 'OK')}
        </button>
      </footer>
    </dialog>
  );
}
