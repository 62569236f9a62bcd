import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface MenuItem {
  readonly key: string;
  readonly words: string;
  readonly about?: string | undefined;
  readonly isDanger?: boolean | undefined;
  readonly onPick: () => void;
}

interface MenuProps {
  /** What screen readers and tooltips call its button. */
  readonly label: string;
  readonly className?: string;
  readonly items: readonly MenuItem[];
  /** What stands in its button. */
  readonly children: ReactNode;
}

/** How far a menu stays from the edges of the window, in px. */
const MARGIN = 8;

/** Puts a menu below its button, or above it where there is no room. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + 4;
  const top = below + height > innerHeight - MARGIN ? at.top - height - 4 : below;
  menu.style.left = `${Math.max(MARGIN, Math.min(at.right - width, innerWidth - width - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, top)}px`;
}

/** A button that folds out a list of things to do. */
export function Menu({ label, className = 'icon-button', items, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const entries = (): readonly HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  const move = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="menu"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={move}
        onToggle={({ newState }) => {
          flushSync(() => setOpen(newState === 'open'));
          if (newState !== 'open' || menu.current === null || button.current === null) return;
          place(menu.current, button.current);
          entries()[0]?.focus();
        }}
      >
        {isOpen &&
          items.map(({ key, words, about, isDanger, onPick }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              className={isDanger ? 'danger' : ''}
              onClick={() => {
                menu.current?.hidePopover();
                onPick();
              }}
            >
              {words}
              {about && <small>{about}</small>}
            </button>
          ))}
      </div>
    </>
  );
}
