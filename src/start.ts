import { Server } from 'node:http';
import type { Config } from './config.ts';
import { openAdvisor } from './knowledge/open-advisor.ts';
import { readManifest } from './manifest.ts';
import type { Logger } from './ops/log.ts';
import { startLocalSlack } from './playground/local-slack.ts';
import { EXAMPLES } from './slack/blocks/help.ts';
import { createApp, type SlackApp } from './slack/create-app.ts';
import { EVENTS_PATH, httpReceiver, socketModeReceiver } from './slack/receivers.ts';

export interface Running {
  /** Where it can be met, in a sentence for whoever started it. */
  where: string;
  /** Takes nothing new on, finishes what is in hand, and closes. */
  stop(): Promise<void>;
}

/** Starts an app. `port` matters to HTTP alone; the port that was given is told back. */
async function run({ app, idle }: SlackApp, port = 0): Promise<{ port: number; stop: () => Promise<void> }> {
  await app.init();
  const server: unknown = await app.start(port);
  const address = server instanceof Server ? server.address() : null;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      await app.stop();
      await idle();
    },
  };
}

/**
 * Starts the Slack app as configured: in the local playground, over Socket Mode, or over HTTP.
 * @throws KnowledgeError when the knowledge has faults; Bolt's errors when Slack refuses the tokens.
 */
export async function start({ slack }: Config, log: Logger): Promise<Running> {
  const advisor = openAdvisor();
  if (slack.mode === 'http') {
    const { signingSecret, botToken, port, apiUrl } = slack;
    const receiver = httpReceiver({ signingSecret, log });
    const made = createApp({ receiver, botToken, advisor, log, ...at(apiUrl) });
    const { port: given, stop } = await run(made, port);
    return { where: `Listening for Slack on port ${given}, path ${EVENTS_PATH}`, stop };
  }
  if (slack.mode === 'socket') {
    const { appToken, botToken, apiUrl } = slack;
    const receiver = socketModeReceiver({ appToken, log, ...at(apiUrl) });
    const { stop } = await run(createApp({ receiver, botToken, advisor, log, ...at(apiUrl) }));
    return { where: 'Connected to Slack over Socket Mode', stop };
  }
  const local = await startLocalSlack({ manifest: readManifest(), port: slack.port, examples: EXAMPLES });
  const { appToken, botToken, apiUrl } = local;
  const receiver = socketModeReceiver({ appToken, log, ...at(apiUrl) });
  const { stop } = await run(createApp({ receiver, botToken, advisor, log, ...at(apiUrl) }));
  return {
    where: `The playground, a local Slack with Rolefit in it: ${local.url}`,
    async stop() {
      await stop();
      await local.close();
    },
  };
}

const at = (slackApiUrl: string | undefined) => (slackApiUrl === undefined ? {} : { slackApiUrl });
