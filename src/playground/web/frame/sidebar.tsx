import type { ShownChannel } from '../../page-state.ts';
import { Icon, type IconName } from '../icons.tsx';
import { Avatar } from '../messages/avatar.tsx';
import { isWithApp, mentionsMe, titleOf, unreadIn, userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { Menu } from '../windows/menu.tsx';

export function iconOf({ kind, sharedWith }: ShownChannel): IconName {
  if (kind === 'group') return 'lock';
  if (kind === 'mpim') return 'people';
  return sharedWith === undefined ? 'hash' : 'shared';
}

/** The workspace: its channels, the app, and who one is. */
export function Sidebar() {
  const { model, act } = usePage();
  const { state } = model;
  const channels = state.channels.filter(({ kind }) => kind === 'channel' || kind === 'group');
  const direct = state.channels.filter(({ kind }) => kind === 'mpim');
  const apps = state.channels.filter(isWithApp);
  const joinable = state.joinable.map(({ id, name }) => ({
    key: id,
    words: `#${name}`,
    onPick: () => void act('join', { channel: id }),
  }));
  return (
    <nav className="sidebar" aria-label="Channels">
      <h1>{state.team.name}</h1>
      <div className="sidebar-lists">
        <Section title="Channels" channels={channels}>
          {joinable.length > 0 && (
            <li>
              <Menu label="Join a channel" className="channel" items={joinable}>
                <Icon name="plus" />
                <span>Join a channel</span>
              </Menu>
            </li>
          )}
        </Section>
        {direct.length > 0 && <Section title="Direct messages" channels={direct} />}
        <Section title="Apps" channels={apps} />
      </div>
      <UserSwitch />
    </nav>
  );
}

interface SectionProps {
  readonly title: string;
  readonly channels: readonly ShownChannel[];
  readonly children?: React.ReactNode;
}

function Section({ title, channels, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <ChannelButton channel={channel} />
          </li>
        ))}
        {children}
      </ul>
    </section>
  );
}

function ChannelButton({ channel }: { readonly channel: ShownChannel }) {
  const { model, change, act } = usePage();
  const { state, open } = model;
  const news = unreadIn(model, channel.id);
  const unread = news.length;
  const isDirect = isWithApp(channel);
  // As in Slack: a channel is bold, and only what is meant for the person is counted before everybody's eyes.
  const forMe = isDirect ? news : news.filter((one) => mentionsMe(state, one));
  const show = (): void => {
    change({ type: 'opened', channel: channel.id });
    if (!isDirect && state.app.isAgent) void act('look', { channel: channel.id }, 'quietly');
  };
  return (
    <button
      type="button"
      className={unread > 0 ? 'channel unread' : 'channel'}
      aria-current={channel.id === open.channel ? 'page' : undefined}
      onClick={show}
    >
      {isDirect ? (
        <Avatar user={userOf(state, state.app.botUserId)} isSmall />
      ) : (
        <Icon name={iconOf(channel)} />
      )}
      <span>{titleOf(state, channel)}</span>
      {unread > 0 && (
        <b className={forMe.length > 0 ? 'count' : 'unseen'}>
          {forMe.length || unread}
          <span className="unseen"> {forMe.length > 0 && !isDirect ? 'for you, unread' : 'unread'}</span>
        </b>
      )}
    </button>
  );
}

function UserSwitch() {
  const { model, becomes } = usePage();
  const { state } = model;
  const me = userOf(state, state.me);
  return (
    <div className="me">
      <Avatar user={me} />
      <label>
        <span className="unseen">You are</span>
        <select
          aria-label="The person you act as"
          value={state.me}
          onChange={({ target }) => void becomes(target.value)}
        >
          {state.users
            .filter(({ isBot, isDeleted }) => !isBot && !isDeleted)
            .map(({ id, realName }) => (
              <option key={id} value={id}>
                {realName}
              </option>
            ))}
        </select>
        <span>{me?.title}</span>
      </label>
    </div>
  );
}
