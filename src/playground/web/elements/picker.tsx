import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import type { Option } from './select-options.ts';

interface PickerProps {
  readonly id: string;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
  readonly 'data-focus'?: boolean | undefined;
  readonly offered: readonly Option[];
  readonly chosen: readonly Option[];
  readonly isMany: boolean;
  readonly most: number;
  readonly placeholder: string;
  readonly mayBeEmptied: boolean;
  readonly onChoose: (chosen: readonly Option[]) => void;
  /** Of a list that the app fills: how much must be typed, and where it is told what is. */
  readonly least?: number;
  readonly onType?: (typed: string) => void;
}

const matches = ({ words, about }: Option, typed: string): boolean =>
  `${words} ${about ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase());

/** A list to choose from, narrowed down by typing; of several choices each stands before it and can be taken back. */
export function Picker(props: PickerProps) {
  const {
    id,
    offered,
    chosen,
    isMany,
    most,
    placeholder,

    mayBeEmptied,
    onChoose,
    least,
    onType,
    ...aria
  } = props;
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const isChosen = ({ value }: Option): boolean => chosen.some((one) => one.value === value);
  const listed = offered.filter(
    (one) => (onType !== undefined || matches(one, typed)) && !(isMany && isChosen(one)),
  );
  const [single] = isMany ? [] : chosen;
  const list = useRef<HTMLDivElement>(null);
  const { length } = listed;
  // A window shows only a part of itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list grows with what is in it
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, length]);

  const open = (): void => {
    if (!isOpen) onType?.(typed);
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    setTyped('');
    setAt(0);
  };
  const pick = (option: Option): void => {
    if (isMany && chosen.length >= most) return;
    onChoose(isMany ? [...chosen, option] : [option]);
    close();
  };
  const remove = (option: Option): void => {
    onChoose(chosen.filter(({ value }) => value !== option.value));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Backspace' && typed === '' && isMany && chosen.length > 0) onChoose(chosen.slice(0, -1));
    else if (key === 'Escape' && isOpen) close();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      if (!isOpen) open();
      else if (listed.length > 0) setAt((at + step + listed.length) % listed.length);
    } else if (key === 'Enter') {
      const option = listed[at];
      if (!isOpen) open();
      else if (option !== undefined) pick(option);
    } else return;
    if (key !== 'Backspace') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const empty =
    least !== undefined && typed.length < least ? `Type ${least} letters or more` : 'Nothing fits';

  return (
    <div
      className="picker"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <div className="picker-box">
        {isMany &&
          chosen.map((one) => (
            <span key={one.value} className="chip">
              {one.words}
              <button type="button" aria-label={`Remove ${one.words}`} onClick={() => remove(one)}>
                <Icon name="close" />
              </button>
            </span>
          ))}
        <input
          {...aria}
          id={id}
          ref={input}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && listed[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          placeholder={single?.words ?? placeholder}
          className={single && !isOpen ? 'has-choice' : ''}
          value={isOpen ? typed : (single?.words ?? '')}
          onClick={open}
          onChange={({ target }) => {
            setOpen(true);
            setTyped(target.value);
            setAt(0);
            onType?.(target.value);
          }}
          onKeyDown={onKeyDown}
        />
        {single && mayBeEmptied && (
          <button type="button" className="clear" aria-label="Clear" onClick={() => remove(single)}>
            <Icon name="close" />
          </button>
        )}
        <Icon name="down" />
      </div>
      <div
        ref={list}
        className="picker-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={placeholder}
        hidden={!isOpen}
      >
        {isOpen && listed.length === 0 && <p className="hint">{empty}</p>}
        {isOpen &&
          listed.map((option, index) => (
            <div key={option.value}>
              {option.group !== undefined && option.group !== listed[index - 1]?.group && (
                <p className="group">{option.group}</p>
              )}
              <div
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={isChosen(option)}
                className={index === at ? 'option current' : 'option'}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setAt(index)}
                onClick={() => pick(option)}
              >
                {option.words}
                {option.about && <small>{option.about}</small>}
              </div>
            </div>
          ))}
      </div>
    </div>
  );
}
