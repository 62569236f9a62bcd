import { App, type Receiver } from '@slack/bolt';
import { boltLogger, type Logger } from '../ops/log.ts';
import type { ConversationParts } from './conversation.ts';
import { ConversationQueue } from './conversation-queue.ts';
import { logFailure } from './failure.ts';
import { registerButtons } from './listeners/buttons.ts';
import { registerCommands } from './listeners/commands.ts';
import { registerMessages } from './listeners/messages.ts';
import type { ConversationAdvisor } from './reply.ts';
import { SeenEvents } from './seen-events.ts';
import { webApiOptions } from './web-api-options.ts';

export interface AppParts {
  /** Socket Mode or HTTP; see receivers.ts. */
  receiver: Receiver;
  botToken: string;
  advisor: ConversationAdvisor;
  log: Logger;
  /** Where the Web API is, if not at Slack's own address. */
  slackApiUrl?: string;
}

export interface SlackApp {
  app: App;
  /** Resolves when every conversation in hand has been answered. */
  idle(): Promise<void>;
}

/** The whole Slack app on one receiver. Nothing in it knows whether Slack is the real one. */
export function createApp({ receiver, botToken, advisor, log, slackApiUrl }: AppParts): SlackApp {
  const app = new App({
    receiver,
    token: botToken,
    convoStore: false,
    deferInitialization: true,
    logger: boltLogger(log),
    clientOptions: {
      ...webApiOptions(),
      ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    },
  });
  const parts: ConversationParts = { advisor, queue: new ConversationQueue(), log };
  registerCommands(app, parts);
  registerMessages(app, parts, new SeenEvents());
  registerButtons(app, parts);
  app.error(async (error) => {
    logFailure(log, error, { in: 'bolt' });
  });
  return { app, idle: () => parts.queue.idle() };
}
