import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver, type HTTPReceiverOptions, type Receiver } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { EVENTS_PATH } from './paths.ts';

/** What one request may take of us; times in ms. */
export interface HttpLimits {
  /** Bytes of a body. Slack's largest are some hundred thousand. */
  body: number;
  /** Until all headers have come, and until all of a request has. */
  headersTimeout: number;
  requestTimeout: number;
  /** How often connections are looked through for those that are late. */
  checkEvery: number;
  /** Requests under way get this long once we stop; then their connections are cut. Slack itself waits three seconds. */
  stopWithin: number;
}

export const HTTP_LIMITS: HttpLimits = {
  body: 1_000_000,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  checkEvery: 1_000,
  stopWithin: 4_000,
};

/** Bolt's receiver where anybody can reach it: nobody keeps it waiting, and nothing that it is sent ends the process. */
export function boundedHttpReceiver(
  options: HTTPReceiverOptions,
  limits: HttpLimits = HTTP_LIMITS,
): Receiver {
  const receiver = new HTTPReceiver({
    ...options,
    endpoints: EVENTS_PATH,
    // Nobody is at this address, or it is none. It is not logged: what people send there is theirs.
    dispatchErrorHandler: ({ response }) => refuse(response, 404),
  });
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST') listen(request, response);
    else if (request.url?.split('?', 1)[0] !== EVENTS_PATH) refuse(response, 404);
    else
      void bodyOf(request, limits.body).then((body) => {
        if (body === 'cut off') return;
        if (body === 'too large') return refuse(response, 413);
        const read = Object.assign(request, { rawBody: body });
        if (isNull(read)) return refuse(response, 400);
        if (replays.isOne(request, response)) return refuse(response, 401);
        listen(read, response);
      });
  };
  const replays = new Replays();
  let server: Server | undefined;
  return {
    init: (app) => receiver.init(app),
    async start(port: number) {
      const { headersTimeout, requestTimeout, checkEvery } = limits;
      const times = { headersTimeout, requestTimeout, connectionsCheckingInterval: checkEvery };
      server = await receiver.start(port, times);
      return server;
    },
    /** Takes no more connections, and resolves when none is left. */
    async stop() {
      const late = setTimeout(() => server?.closeAllConnections(), limits.stopWithin);
      try {
        await receiver.stop();
      } finally {
        clearTimeout(late);
      }
    },
  };
}

/** A signature is known for this time, in ms: Bolt refuses it after five minutes. */
const SIGNED_FOR_MS = 6 * 60_000;
const MOST_SIGNATURES = 20_000;

/**
 * Requests that came before, to this process. Slack sends a command, a press or a form once, each signed anew; its events come
 * again when it missed our acknowledgement, and those the inbox knows by their ids.
 */
class Replays {
  readonly #seen = new LRUCache<string, true>({ max: MOST_SIGNATURES, ttl: SIGNED_FOR_MS });

  isOne({ headers }: IncomingMessage, response: ServerResponse): boolean {
    const signature = headers['x-slack-signature'];
    if (typeof signature !== 'string' || headers['content-type'] === 'application/json') return false;
    if (this.#seen.has(signature)) return true;
    this.#seen.set(signature, true);
    // What was not signed by Slack pushes out nothing that was.
    response.once('finish', () => {
      if (response.statusCode === 401) this.#seen.delete(signature);
    });
    return false;
  }
}

async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | 'too large' | 'cut off'> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    // Whoever sent it has gone away, or was late; there is nobody to answer.
    return 'cut off';
  }
  return Buffer.concat(chunks);
}

/** Bolt falls over a body that says JSON's null, where nobody waits for it, so that the process would end. */
function isNull(read: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): boolean {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(read) === null;
  } catch {
    // Bolt refuses it itself, when it has seen the signature.
    return false;
  }
}

/** Answers and hangs up: what is still to come is not worth reading. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
