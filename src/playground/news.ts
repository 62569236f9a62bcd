import type { AgentSession, SuggestedPrompts } from './agent-session.ts';
import type { Channel } from './directory.ts';
import type { Message, SlackObject } from './message.ts';
import type { View } from './views/view.ts';

export type MessageNews =
  | { readonly kind: 'posted'; readonly message: Message }
  | {
      readonly kind: 'changed';
      readonly message: Message;
      readonly before: Message;
      /** Nothing that apps hear of as a change, such as a reaction. */
      readonly isSilent?: boolean;
    }
  | { readonly kind: 'removed'; readonly message: Message };

export interface MembershipNews {
  readonly kind: 'joined' | 'left';
  readonly channel: Channel;
  readonly user: string;
  readonly inviter: string;
}

export interface ViewNews {
  readonly kind: 'opened' | 'updated' | 'closed' | 'published';
  readonly view: View;
}

/** A person looked at one of the app's own tabs. */
export interface AppHomeNews {
  readonly person: string;
  readonly tab: 'home' | 'messages';
}

/** One call of the Web API with what was answered. */
export interface ApiCall {
  readonly method: string;
  readonly arguments: SlackObject;
  readonly answer: SlackObject;
  /** The HTTP status; 0 when the connection was cut or kept silent. */
  readonly status: number;
}

/** One attempt to hand something to the app. */
export interface DeliveryNews {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: SlackObject;
  /** 0 at first, then the number of the retry. */
  readonly attempt: number;
  /** Why it failed; absent when the app acknowledged. */
  readonly failure?: string;
  /** How long the app took to acknowledge, or until it was given up, in ms. */
  readonly tookMs: number;
}

/** One question to the pretend model, with what it said. */
export interface ModelNews {
  readonly model: string;
  readonly asked: string;
  readonly said: object;
}

/** What the app made of what a model said. */
export interface PhrasingNews {
  /** Whether the model's words are shown; otherwise the app's own are. */
  readonly isShown: boolean;
  /** Why they are not: a word, and a sentence. */
  readonly reason?: string;
  readonly sentence?: string;
}

/** What went between Slack and the app: something handed to it, or a call of its own; or between the app and its model. */
export type JournalEntry = {
  /** Counts up from 1. */
  readonly id: number;
  /** Ms since 1970. */
  readonly at: number;
} & JournalNews;

export type JournalNews =
  | { readonly delivery: DeliveryNews }
  | { readonly call: ApiCall }
  | { readonly model: ModelNews }
  | { readonly phrasing: PhrasingNews };

/** Something that apps are told of as it stands, if they subscribed to it. */
export interface EventNews {
  readonly event: SlackObject;
  /** Where it happened: only apps that are there hear of it. */
  readonly channel: string;
}

/** Everything that happens in the local Slack, by kind. */
export interface News {
  message: MessageNews;
  membership: MembershipNews;
  view: ViewNews;
  appHome: AppHomeNews;
  call: ApiCall;
  /** An answer to a response_url. */
  response: ApiCall;
  delivery: DeliveryNews;
  model: ModelNews;
  phrasing: PhrasingNews;
  event: EventNews;
  session: AgentSession;
  prompts: SuggestedPrompts;
  journal: JournalEntry;
  /** The clock was put to this time, in ms since 1970. */
  clock: number;
  /** Trouble was ordered, met or ended, or the rate limits were switched. */
  trouble: object;
  /** Everything is as at the beginning. */
  startedOver: object;
  /** The number of open Socket Mode connections after one opened or closed. */
  sockets: number;
}
