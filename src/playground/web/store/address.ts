import type { PageState } from '../../page-state.ts';
import type { Opened, Tab } from './model.ts';

const query = (): URLSearchParams => new URLSearchParams(location.search);

/** Whom the address of the page names. */
export const userInAddress = (): string | undefined => query().get('user') ?? undefined;

/** What the address opens, as far as this person is there; otherwise their first channel. */
export function openedInAddress({ channels, messages }: PageState): Opened {
  const asked = query();
  const channel = channels.find(({ id }) => id === asked.get('channel'));
  const root = messages.find((one) => one.channel === channel?.id && one.ts === asked.get('thread'));
  const tab: Tab = asked.get('tab') === 'home' ? 'home' : 'messages';
  return channel === undefined
    ? { channel: channels[0]?.id ?? '', tab: 'messages' }
    : { channel: channel.id, thread: root?.ts, tab };
}

/** Keeps in the address what is open, so that a reload comes back to it. */
export function keepInAddress(user: string, { channel, thread, tab }: Opened): void {
  const parts = { user, channel, ...(thread && { thread }), ...(tab === 'home' && { tab }) };
  history.replaceState(null, '', `?${new URLSearchParams(parts)}`);
}
