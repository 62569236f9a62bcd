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
  readonly title: string;
  readonly isBot: boolean;
  readonly isGuest: boolean;
}

export interface Channel {
  readonly id: string;
  /** Without the #; of a direct message, the other person's handle. */
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** The person of a direct message with the app. */
  readonly person?: string;
  readonly members: ReadonlySet<string>;
  readonly isArchived: boolean;
}
