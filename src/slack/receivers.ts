import { type CustomRoute, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { describeError } from '../ops/errors.ts';
import { boltLogger, type Logger } from '../ops/log.ts';
import { boundedHttpReceiver, type HttpLimits } from './http-receiver.ts';

/** Receives over a WebSocket that the app opens itself. Retries of its own calls stay at their defaults. */
export function socketModeReceiver(options: {
  appToken: string;
  log: Logger;
  slackApiUrl?: string;
}): Receiver {
  const { appToken, log, slackApiUrl } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
  });
  passOverUnreadable(receiver, log);
  return receiver;
}

/** Slack's client falls over a frame that is no envelope, where nobody waits for it, so that the process would end. */
function passOverUnreadable({ client }: SocketModeReceiver, log: Logger): void {
  const FRAME = 'ws_message';
  const handlers = client.listeners(FRAME);
  client.removeAllListeners(FRAME);
  for (const handle of handlers)
    client.on(FRAME, async (...frame) => {
      try {
        await handle(...frame);
      } catch (error) {
        log.warn({ failure: describeError(error) }, 'a frame of Slack could not be read');
      }
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
  limits?: HttpLimits;
}): Receiver {
  const { signingSecret, log, routes = [], limits } = options;
  return boundedHttpReceiver({ signingSecret, logger: boltLogger(log), customRoutes: routes }, limits);
}
