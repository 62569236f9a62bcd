import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Message } from '../../message.ts';
import { usePage } from '../store/page-context.tsx';
import { MessageRow } from './message-row.tsx';
import { dayWords, isSameDay } from './time.ts';

/** How far from its end a list may be scrolled and still follow what comes, in px. */
const NEAR_END = 60;
/** Messages of one author within this time stand under one name, in seconds. */
const TOGETHER_S = 300;

function isContinued(message: Message, before: Message | undefined): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.onlyFor === message.onlyFor &&
    message.onlyFor === undefined &&
    before.subtype === undefined &&
    message.subtype === undefined &&
    isSameDay(before.ts, message.ts) &&
    Number(message.ts) - Number(before.ts) < TOGETHER_S
  );
}

/** Scrolls to the end; of a message that is taller than the window, its beginning is shown. */
function scrollToEnd(list: HTMLElement): void {
  list.scrollTop = list.scrollHeight;
  const last = list.querySelector(':scope > ol > li:last-child');
  const above =
    list.getBoundingClientRect().top - (last?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  if (above > 0) list.scrollTop -= above;
}

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly isInThread: boolean;
  /** Changes when another conversation is shown. */
  readonly of: string;
  /** What stands under the messages. */
  readonly children?: ReactNode;
}

/**
 * Messages by day. The list goes to its end when another conversation is opened, when the person writes, and when it was
 * at its end as something came.
 */
export function MessageList({ label, messages, isInThread, of, children }: MessageListProps) {
  const { model } = usePage();
  const { state, readBefore } = model;
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef({ of: '', last: '', isAtEnd: true });
  const last = messages.at(-1);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const isNew = last !== undefined && last.ts !== seen.current.last;
    const isMine = isNew && (last.user === state.me || last.onlyFor === state.me);
    if (seen.current.of !== of || isMine || seen.current.isAtEnd) scrollToEnd(element);
    seen.current = { ...seen.current, of, last: last?.ts ?? '' };
  });
  const firstUnread = isInThread
    ? undefined
    : messages.find(({ ts, user }) => user !== state.me && ts > readBefore && readBefore !== '0');
  return (
    <section
      ref={list}
      className="messages"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        seen.current.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      <ol aria-live="polite" aria-relevant="additions">
        {messages.map((message, at) => {
          const before = messages[at - 1];
          const isNewDay = before === undefined || !isSameDay(before.ts, message.ts);
          const isFirstUnread = message.ts === firstUnread?.ts;
          return (
            <Fragment key={message.ts}>
              {isNewDay && !isInThread && (
                <li className="day">
                  <span>{dayWords(message.ts, state.now)}</span>
                </li>
              )}
              {isFirstUnread && (
                <li className="new">
                  <span>New</span>
                </li>
              )}
              <MessageRow
                message={message}
                isInThread={isInThread}
                isContinued={!isFirstUnread && isContinued(message, before)}
              />
            </Fragment>
          );
        })}
      </ol>
      {children}
    </section>
  );
}
