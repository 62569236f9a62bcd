/* Who and what a workspace holds. */

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** The organisation that it belongs to, if any. */
  readonly enterprise?: { readonly id: string; readonly name: string };
}

export interface User {
  readonly id: string;
  /** The handle, without the @. */
  readonly name: string;
  readonly realName: string;
  /** What they are called in the workspace; empty when they go by their real name. */
  readonly displayName: string;
  readonly title: string;
  /** An IANA zone. */
  readonly zone: string;
  readonly isBot: boolean;
  /** May see only the channels they are in. */
  readonly isGuest: boolean;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  /** Deactivated: may do nothing any more. */
  readonly isDeleted: boolean;
  /** The team of somebody from outside, who is here through a shared channel. */
  readonly foreignTeam?: string;
}

/** Public, private, a direct message with the app, or one of several people. */
export type ChannelKind = 'channel' | 'group' | 'im' | 'mpim';

export interface Channel {
  readonly id: string;
  /** Without the #; of a direct message, the other person's handle. */
  readonly name: string;
  readonly kind: ChannelKind;
  /** The person of a direct message with the app. */
  readonly person?: string;
  readonly members: ReadonlySet<string>;
  readonly isArchived: boolean;
  /** The other team of an externally shared channel. */
  readonly sharedWith?: string;
}

/** What commands and clicks call a channel. */
export function nameForApp({ kind, name }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'group' ? 'privategroup' : name;
}
