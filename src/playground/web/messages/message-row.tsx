import type { Message } from '../../message.ts';
import { Icon } from '../icons.tsx';
import { repliesTo, sessionOf, userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { Avatar } from './avatar.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageEdit } from './message-edit.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { clockTime, isoTime, shortTime } from './time.ts';

interface MessageRowProps {
  readonly message: Message;
  readonly isInThread: boolean;
  /** The one above is by the same author, a moment before. */
  readonly isContinued: boolean;
}

/** One message, with who said it and when. */
export function MessageRow({ message, isInThread, isContinued }: MessageRowProps) {
  const { model } = usePage();
  const { ts, onlyFor, subtype } = message;
  const user = userOf(model.state, message.user);
  const isGone = subtype === 'tombstone';
  const isEdited = model.editing === ts;
  const look = [
    'message',
    isContinued && 'continued',
    isGone && 'gone',
    subtype?.startsWith('channel_') && 'coming',
  ];
  const time = (
    <time dateTime={isoTime(ts)} className={isContinued ? 'aside' : ''}>
      {isContinued ? shortTime(ts) : clockTime(ts)}
    </time>
  );
  return (
    <li className={look.filter(Boolean).join(' ')} data-ts={ts}>
      {isContinued ? time : <Avatar user={user} />}
      <div className="body">
        {onlyFor !== undefined && (
          <p className="only">
            <Icon name="eye" />
            Only visible to you
          </p>
        )}
        <p className={isContinued ? 'by unseen' : 'by'}>
          <strong>{user?.realName ?? message.user}</strong>
          {user?.isBot && <span className="badge">APP</span>}
          {user?.foreignTeam !== undefined && <span className="badge">EXTERNAL</span>}
          {!isContinued && time}
        </p>
        {isEdited ? <MessageEdit message={message} /> : <MessageBody message={message} />}
        <Reactions message={message} />
        {!isInThread && <ThreadLink message={message} />}
      </div>
      {onlyFor === undefined && !isGone && !isEdited && (
        <MessageTools message={message} isInThread={isInThread} />
      )}
    </li>
  );
}

/** Leads to the replies of a message, or to the agent's session under it. */
function ThreadLink({ message }: { readonly message: Message }) {
  const { model, change } = usePage();
  const { state } = model;
  const replies = repliesTo(state, message);
  const session = sessionOf(state, message.channel, message.ts);
  const last = replies.at(-1);
  if (last === undefined && session === undefined) return null;
  const authors = [...new Set(replies.map(({ user }) => user))].slice(0, 3);
  return (
    <button type="button" className="thread-link" onClick={() => change({ type: 'thread', ts: message.ts })}>
      {authors.map((id) => (
        <Avatar key={id} user={userOf(state, id)} isSmall />
      ))}
      <span className="count">
        {session?.title ?? (replies.length === 1 ? '1 reply' : `${replies.length} replies`)}
      </span>
      {last !== undefined && <span className="faint">Last reply at {clockTime(last.ts)}</span>}
    </button>
  );
}
