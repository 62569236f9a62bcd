import type { App, AppOptions, Receiver } from '@slack/bolt';
import { boltLogger, type Logger } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import type { ConversationParts } from './conversation.ts';
import { ConversationQueue } from './conversation-queue.ts';
import { logFailure } from './failure.ts';
import { InboxApp } from './inbox-app.ts';
import { registerCommands } from './listeners/commands.ts';
import { registerForm } from './listeners/form.ts';
import { registerMessages } from './listeners/messages.ts';
import { registerOffers } from './listeners/offers.ts';
import { registerShare } from './listeners/share.ts';
import { registerVerdictButtons } from './listeners/verdict.ts';
import type { ConversationAdvisor } from './reply.ts';
import { webApiOptions } from './web-api-options.ts';

export interface AppParts {
  /** Socket Mode or HTTP; see receivers.ts. */
  receiver: Receiver;
  botToken: string;
  advisor: ConversationAdvisor;
  store: Store;
  log: Logger;
  /** Where the Web API is, if not at Slack's own address. */
  slackApiUrl?: string;
  /** Ms since 1970. */
  now?: () => number;
}

export interface SlackApp {
  app: App;
  /** Takes up what an earlier process left unanswered; call it when the app has started. */
  takeUp(): void;
  /** Resolves when every conversation in hand has been answered. */
  idle(): Promise<void>;
}

/** The whole Slack app on one receiver. Nothing in it knows whether Slack is the real one. */
export function createApp(parts: AppParts): SlackApp {
  const { receiver, botToken, advisor, store, log, slackApiUrl, now = Date.now } = parts;
  const options: AppOptions = {
    receiver,
    token: botToken,
    convoStore: false,
    deferInitialization: true,
    logger: boltLogger(log),
    clientOptions: {
      ...webApiOptions(),
      ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    },
  };
  const app = new InboxApp(options, { store, log, now });
  const shared: ConversationParts = { advisor, store, queue: new ConversationQueue(), log, now };
  registerCommands(app, shared);
  registerMessages(app, shared);
  registerOffers(app, shared);
  registerForm(app, shared);
  registerVerdictButtons(app, shared);
  registerShare(app, shared);
  /** What fails goes on up: the inbox tries an event again, and a receiver does not acknowledge what nobody has. */
  app.error(async (error) => {
    logFailure(log, error, { in: 'bolt' });
    throw error;
  });
  return {
    app,
    takeUp: () => app.inbox.start(),
    async idle() {
      await app.inbox.stop();
      await shared.queue.idle();
    },
  };
}
