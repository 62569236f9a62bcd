import { type CustomRoute, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { boltLogger, type Logger } from '../ops/log.ts';
import { EVENTS_PATH } from './paths.ts';

/** Receives over a WebSocket that the app opens itself. Retries of its own calls stay at their defaults. */
export function socketModeReceiver(options: {
  appToken: string;
  log: Logger;
  slackApiUrl?: string;
}): Receiver {
  const { appToken, log, slackApiUrl } = options;
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
  });
}

/** Tells from now on whether Slack reaches us: over the WebSocket, or at the server that `listening` speaks of. */
export function reachedBySlack(receiver: Receiver, listening: () => boolean): () => boolean {
  if (!(receiver instanceof SocketModeReceiver)) return listening;
  let isConnected = false;
  receiver.client.on('connected', () => {
    isConnected = true;
  });
  for (const lost of ['close', 'connecting', 'reconnecting', 'disconnecting', 'disconnected'])
    receiver.client.on(lost, () => {
      isConnected = false;
    });
  return () => isConnected;
}

/** Receives signed requests on `EVENTS_PATH`; a wrong or old signature is refused with 401. `routes` are pages besides. */
export function httpReceiver(options: {
  signingSecret: string;
  log: Logger;
  routes?: CustomRoute[];
}): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: EVENTS_PATH,
    logger: boltLogger(options.log),
    customRoutes: options.routes ?? [],
  });
}
