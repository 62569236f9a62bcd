import type { ShownChannel } from '../../page-state.ts';
import { Icon } from '../icons.tsx';
import { Avatar } from '../messages/avatar.tsx';
import { isWithApp, type Tab, titleOf, userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { Menu } from '../windows/menu.tsx';
import { iconOf } from './sidebar.tsx';

/** What is open, who is in it, and the way out. */
export function ChannelHeader({ channel }: { readonly channel: ShownChannel }) {
  const { model, act, change } = usePage();
  const { state } = model;
  const isDirect = isWithApp(channel);
  const members = channel.members.map((id) => userOf(state, id)?.realName ?? id);
  const away = state.channels.find(({ id }) => id !== channel.id)?.id;
  const leave = async (): Promise<void> => {
    if (away !== undefined) change({ type: 'opened', channel: away });
    await act('leave', { channel: channel.id });
  };
  return (
    <header className="channel-header">
      {isDirect ? (
        <Avatar user={userOf(state, state.app.botUserId)} isSmall />
      ) : (
        <Icon name={iconOf(channel)} />
      )}
      <h2>{titleOf(state, channel)}</h2>
      {channel.sharedWith !== undefined && <span className="badge">SHARED</span>}
      {!isDirect && (
        <Menu
          label={`${members.length} members`}
          className="members"
          items={[
            ...channel.members.map((id) => ({
              key: id,
              words: userOf(state, id)?.realName ?? id,
              about: userOf(state, id)?.title || undefined,
              onPick: () => undefined,
            })),
            { key: 'leave', words: 'Leave this channel', isDanger: true, onPick: () => void leave() },
          ]}
        >
          <Icon name="people" />
          {members.length}
        </Menu>
      )}
    </header>
  );
}

/** The app's own tabs. */
export function AppTabs({ tab }: { readonly tab: Tab }) {
  const { model, change } = usePage();
  const show = (next: Tab): void => change({ type: 'opened', channel: model.open.channel, tab: next });
  return (
    <div className="tabs" role="tablist" aria-label={model.state.app.name}>
      {(['home', 'messages'] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => show(one)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft' || key === 'ArrowRight') show(one === 'home' ? 'messages' : 'home');
          }}
        >
          {one === 'home' ? 'Home' : 'Messages'}
        </button>
      ))}
    </div>
  );
}
