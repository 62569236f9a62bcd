import type { AnyMiddlewareArgs, App, AppOptions, Receiver } from '@slack/bolt';
import { boltLogger, type Logger } from '../ops/log.ts';
import type { LanguageModel } from '../phrasing/language-model.ts';
import type { Store } from '../store/store.ts';
import { type Access, NotInstalled } from './access.ts';
import { AgentSessions } from './agent-sessions.ts';
import { plainMessage } from './blocks/message.ts';
import { boundClients } from './client-pool.ts';
import type { ConversationParts } from './conversation.ts';
import { ConversationQueue } from './conversation-queue.ts';
import type { DigestDesk } from './digest-desk.ts';
import { failureMessage, logFailure, NOT_INSTALLED } from './failure.ts';
import { InboxApp } from './inbox-app.ts';
import { registerAgent } from './listeners/agent.ts';
import { registerAgentFeedback } from './listeners/agent-feedback.ts';
import { registerCommands } from './listeners/commands.ts';
import { registerDigest } from './listeners/digest.ts';
import { registerDigestDeeds } from './listeners/digest-deeds.ts';
import { registerDigestPauses } from './listeners/digest-pauses.ts';
import { registerForget } from './listeners/forget.ts';
import { registerForm } from './listeners/form.ts';
import { registerHome } from './listeners/home.ts';
import { registerInterview } from './listeners/interview.ts';
import { registerLanguageModel } from './listeners/language-model.ts';
import { registerMessages } from './listeners/messages.ts';
import { registerOffers } from './listeners/offers.ts';
import { registerPinnedAnswers } from './listeners/pinned-answers.ts';
import { registerRecheck } from './listeners/recheck.ts';
import { registerRemoval } from './listeners/removal.ts';
import { registerSettings } from './listeners/settings.ts';
import { registerShare } from './listeners/share.ts';
import { registerShortcuts } from './listeners/shortcuts.ts';
import { registerSuggestions } from './listeners/suggestions.ts';
import { registerTeam } from './listeners/team.ts';
import { registerTeamCheck } from './listeners/team-check.ts';
import { registerTeamGaps } from './listeners/team-gaps.ts';
import { registerTeamPaste } from './listeners/team-paste.ts';
import { registerVerdictButtons } from './listeners/verdict.ts';
import { People } from './people.ts';
import { Rates } from './rates.ts';
import type { ConversationAdvisor } from './reply.ts';
import { postToResponseUrl } from './response-url.ts';
import { clientOptions } from './web-api-options.ts';

export interface AppParts {
  /** Socket Mode or HTTP; see receivers.ts. */
  receiver: Receiver;
  /** Where the tokens come from; see access.ts. */
  access: Access;
  advisor: ConversationAdvisor;
  store: Store;
  /** A language model, if one is set up. */
  model?: LanguageModel | undefined;
  log: Logger;
  /** Where the Web API is, if not at Slack's own address. */
  slackApiUrl?: string;
  /** Ms since 1970. */
  now?: () => number;
  digests: DigestDesk;
}

export interface SlackApp {
  app: App;
  /** Resolves when Slack lets us in. Rejects with Slack's error. */
  signIn(): Promise<void>;
  /** Takes up what an earlier process left unanswered; call it when the app has started. */
  takeUp(): void;
  /** Resolves when every conversation in hand has been answered. */
  idle(): Promise<void>;
}

/** The whole Slack app on one receiver. Nothing in it knows whether Slack is the real one. */
export function createApp(parts: AppParts): SlackApp {
  const { receiver, access, advisor, store, log, digests, slackApiUrl, now = Date.now } = parts;
  const options: AppOptions = {
    receiver,
    convoStore: false,
    extendedErrorHandler: true,
    deferInitialization: true,
    logger: boltLogger(log),
    clientOptions: clientOptions(slackApiUrl),
    async authorize(source, body) {
      try {
        return await access.authorize(source);
      } catch (error) {
        tellOfRefusal(error, body, { log, slackApiUrl });
        throw error;
      }
    },
  };
  const app = new InboxApp(options, { store, log, now });
  boundClients(app);
  const shared: ConversationParts = {
    advisor,
    store,
    model: parts.model,
    people: new People(log),
    queue: new ConversationQueue(),
    log,
    now,
    rates: new Rates(now),
  };
  registerCommands(app, shared);
  const sessions = new AgentSessions(shared);
  registerMessages(app, shared, sessions);
  registerAgent(app, shared, sessions);
  registerAgentFeedback(app, shared);
  registerShortcuts(app, shared);
  registerRecheck(app, shared);
  registerInterview(app, shared);
  registerOffers(app, shared);
  registerForm(app, shared);
  registerVerdictButtons(app, shared);
  registerShare(app, shared);
  registerTeam(app, shared);
  registerTeamPaste(app, shared);
  registerTeamGaps(app, shared);
  registerDigest(app, shared, digests);
  registerDigestDeeds(app, shared, digests);
  registerDigestPauses(app, shared, digests);
  registerHome(app, shared);
  registerSettings(app, shared);
  registerLanguageModel(app, shared);
  registerSuggestions(app, shared);
  registerPinnedAnswers(app, shared);
  registerTeamCheck(app, shared);
  registerForget(app, shared);
  registerRemoval(app, access);
  /** An event that failed goes on up to the inbox, which tries it again. */
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    logFailure(log, error, { in: 'bolt' });
    if ('event' in body) throw error;
  });
  return {
    app,
    async signIn() {
      await app.init();
      await access.signIn(app.client);
    },
    takeUp: () => app.inbox.start(),
    async idle() {
      await app.inbox.stop();
      await shared.queue.idle();
    },
  };
}

/** Without a token, whoever typed or pressed something can still be told so; Bolt would leave them without a word. */
function tellOfRefusal(
  error: unknown,
  body: AnyMiddlewareArgs['body'] | undefined,
  { log, slackApiUrl }: { log: Logger; slackApiUrl: string | undefined },
): void {
  const url = body && 'response_url' in body ? body.response_url : undefined;
  if (typeof url !== 'string') return;
  const message =
    error instanceof NotInstalled
      ? plainMessage(NOT_INSTALLED)
      : failureMessage(logFailure(log, error, { in: 'authorize' }));
  const answer = { ...message, response_type: 'ephemeral', replace_original: false };
  postToResponseUrl({ url, slackApiUrl }, answer).catch((failed: unknown) =>
    logFailure(log, failed, { in: 'authorize' }),
  );
}
