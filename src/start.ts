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
  /** The address that people or Slack can reach, if there is one. */
  url?: string;
  /** Takes nothing new on, finishes what is in hand, and closes. Called again, it waits for the first call. */
  stop(): Promise<void>;
}

/** Starts an app. `port` matters to HTTP alone; the port that was given is told back. */
async function run({ app, idle }: SlackApp, port = 0): Promise<{ port: number; stop: () => Promise<void> }> {
  await app.init();
  const server: unknown = await app.start(port);
  const address = server instanceof Server ? server.address() : null;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: once(async () => {
      await app.stop();
      await idle();
    }),
  };
}

/** Does the work at the first call; later calls get the same promise. */
const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
};

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
    const url = `http://localhost:${given}${EVENTS_PATH}`;
    return { where: `Listening for Slack at ${url}`, url, stop };
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
    url: local.url,
    stop: once(async () => {
      await stop();
      await local.close();
    }),
  };
}

const at = (slackApiUrl: string | undefined) => (slackApiUrl === undefined ? {} : { slackApiUrl });
