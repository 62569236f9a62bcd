import { useEffect, useRef } from 'react';
import { Prompts } from '../agent/prompts.tsx';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { EmptyChannel } from '../messages/empty-channel.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { channelOf, inChannel, isWithApp, spokenTitleOf, type Tab } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { Home } from '../windows/home.tsx';
import { AppTabs, ChannelHeader } from './channel-header.tsx';

/**
 * Tells the app that its own conversation is looked at, however one came there: by a press, a reload, as somebody else. Again
 * once its Home tab was emptied.
 */
function useOpened(tab: Tab | undefined): void {
  const { model, act } = usePage();
  const { me, home } = model.state;
  const told = useRef('');
  const isEmpty = home === null && tab === 'home';
  useEffect(() => {
    const key = `${me} ${tab}`;
    const isTold = told.current === key && !isEmpty;
    told.current = key;
    if (tab !== undefined && !isTold) void act('open', { tab }, 'quietly');
  }, [act, me, tab, isEmpty]);
}

/** The open conversation. */
export function ChannelView() {
  const { model } = usePage();
  const { state, open } = model;
  const composer = useRef<ComposerHandle>(null);
  const channel = channelOf(state, open.channel);
  const isDirect = channel !== undefined && isWithApp(channel);
  const isHome = isDirect && open.tab === 'home' && state.app.hasHome;
  useOpened(isDirect ? (isHome ? 'home' : 'messages') : undefined);
  if (channel === undefined) return <main className="conversation" />;
  const messages = inChannel(state, channel.id);
  const title = spokenTitleOf(state, channel);
  const mayWrite = !channel.isArchived && (!isDirect || state.app.takesDirectMessages);
  const own = messages.findLast(({ user, subtype }) => user === state.me && subtype === undefined);
  return (
    <main className="conversation">
      <ChannelHeader channel={channel} />
      {isDirect && state.app.hasHome && <AppTabs tab={isHome ? 'home' : 'messages'} />}
      {isHome ? (
        <Home />
      ) : (
        <>
          <MessageList label={`Messages in ${title}`} messages={messages} isInThread={false} of={channel.id}>
            {messages.length === 0 && (
              <EmptyChannel channel={channel} onTry={(text) => composer.current?.fill(text)} />
            )}
          </MessageList>
          {isDirect && state.app.isAgent && <Prompts />}
          {mayWrite ? (
            <Composer ref={composer} label={`Message ${title}`} channel={channel.id} latestOwn={own?.ts} />
          ) : (
            <p className="closed">
              {channel.isArchived
                ? 'This channel is archived.'
                : 'Sending messages to this app has been turned off.'}
            </p>
          )}
        </>
      )}
    </main>
  );
}
