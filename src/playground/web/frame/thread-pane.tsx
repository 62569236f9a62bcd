import { SessionTitle } from '../agent/session-title.tsx';
import { StatusLine } from '../agent/status-line.tsx';
import { Composer } from '../composer/composer.tsx';
import { Icon } from '../icons.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { channelOf, inThread, spokenTitleOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** A message with its replies. */
export function ThreadPane({ thread }: { readonly thread: string }) {
  const { model, change } = usePage();
  const { state, open } = model;
  const channel = channelOf(state, open.channel);
  if (channel === undefined) return null;
  const messages = inThread(state, channel.id, thread);
  const own = messages.findLast(({ user, subtype }) => user === state.me && subtype === undefined);
  return (
    <aside className="pane thread" aria-label="Thread">
      <header>
        <SessionTitle channel={channel.id} thread={thread} />
        <span className="faint">{spokenTitleOf(state, channel)}</span>
        <button
          type="button"
          className="icon-button"
          aria-label="Close the thread"
          onClick={() => change({ type: 'thread', ts: undefined })}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList label="Replies" messages={messages} isInThread of={thread}>
        <StatusLine channel={channel.id} thread={thread} />
      </MessageList>
      <Composer label="Reply in the thread" channel={channel.id} thread={thread} latestOwn={own?.ts} />
    </aside>
  );
}
