export const SESSION_STATUSES = ['active', 'processing', 'suspended', 'closed'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** An agent at work in one thread. */
export interface AgentSession {
  readonly channel: string;
  /** The ts of the thread's first message. */
  readonly thread: string;
  /** Undefined while the app only says what it does. */
  readonly status?: SessionStatus;
  readonly title?: string;
  readonly initiator?: string;
  /** What stands under the thread while the app works, after its name: "is thinking…". */
  readonly saying?: Saying;
}

export interface Saying {
  readonly text: string;
  /** Shown by turns instead of the text. */
  readonly loadingMessages: readonly string[];
  /** Ms since 1970; it goes away by then. */
  readonly until: number;
}

/** What a person may press instead of typing, in the direct message with an agent. */
export interface SuggestedPrompts {
  readonly channel: string;
  readonly title?: string;
  readonly prompts: readonly SuggestedPrompt[];
}

export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}
