import type { Settings } from '../records/settings.ts';

/** Whether the workspace lets the app speak in a channel; direct messages are always open. */
export const maySpeakIn = (
  { allowedChannels }: Pick<Settings, 'allowedChannels'>,
  channel: string,
): boolean => allowedChannels === null || channel.startsWith('D') || allowedChannels.includes(channel);
