import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Bulletin } from '../bulletin.ts';
import type { SlackObject } from '../message.ts';
import type { News } from '../news.ts';
import { ACK_TIMEOUT_MS, type Courier, NotDelivered, type Parcel } from './delivery.ts';

const MOST_CONNECTIONS = 10;
const TICKET_LIFE_MS = 30_000;
/** Slack pings each connection this often, in ms; the client gives up on one it has not heard from for 30 s. */
const PING_EVERY_MS = 10_000;

export const SOCKET_PATH = '/socket';

const Acknowledgement = z.looseObject({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).optional(),
});

/** Socket Mode: the app opens up to ten WebSockets, each envelope goes down any one of them and comes back acknowledged. */
export class SocketMode implements Courier {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Map<string, NodeJS.Timeout>();
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, (answer: SlackObject) => void>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  readonly appId: string;
  readonly news: Bulletin<News>;
  readonly ackTimeoutMs: number;

  constructor(appId: string, news: Bulletin<News>, ackTimeoutMs: number = ACK_TIMEOUT_MS) {
    this.appId = appId;
    this.news = news;
    this.ackTimeoutMs = ackTimeoutMs;
    this.#pings = setInterval(() => {
      for (const socket of this.#sockets) socket.ping();
    }, PING_EVERY_MS);
  }

  /** A ticket that opens one connection within half a minute. */
  ticket(): string {
    const ticket = randomUUID();
    const timer = setTimeout(() => this.#tickets.delete(ticket), TICKET_LIFE_MS);
    timer.unref();
    this.#tickets.set(ticket, timer);
    return ticket;
  }

  /** Makes a WebSocket of a request that carries a ticket, and refuses any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (!this.#tickets.has(ticket) || this.#sockets.size >= MOST_CONNECTIONS) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    clearTimeout(this.#tickets.get(ticket));
    this.#tickets.delete(ticket);
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('message', (data) => this.#hear(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.news.post('sockets', this.#sockets.size);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.size,
        connection_info: { app_id: this.appId },
        debug_info: { host: 'local', approximate_connection_time: 18_060 },
      }),
    );
    this.news.post('sockets', this.#sockets.size);
  }

  #hear(data: string): void {
    let said: unknown;
    try {
      said = JSON.parse(data);
    } catch {
      return;
    }
    const acknowledgement = Acknowledgement.safeParse(said);
    if (!acknowledgement.success) return;
    const { envelope_id, payload = {} } = acknowledgement.data;
    this.#waiting.get(envelope_id)?.(payload);
  }

  hand({ kind, payload, attempt, retryReason }: Parcel): Promise<SlackObject> {
    const sockets = [...this.#sockets];
    const socket = sockets[this.#turn++ % Math.max(sockets.length, 1)];
    if (socket === undefined) return Promise.reject(new NotDelivered('no_connection'));
    const envelopeId = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new NotDelivered('timeout'))), this.ackTimeoutMs);
      const lost = (): void => settle(() => reject(new NotDelivered('connection_failed')));
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(envelopeId);
        socket.off('close', lost);
        outcome();
      };
      this.#waiting.set(envelopeId, (answer) => settle(() => resolve(answer)));
      socket.once('close', lost);
      socket.send(
        JSON.stringify({
          type: kind,
          envelope_id: envelopeId,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' ? { retry_attempt: attempt, retry_reason: retryReason ?? '' } : {}),
        }),
      );
    });
  }

  /** Asks every connection to be opened anew, as Slack does now and then. */
  refresh(): void {
    for (const socket of this.#sockets) {
      socket.send(
        JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'local' } }),
      );
      socket.close();
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#pings);
    for (const timer of this.#tickets.values()) clearTimeout(timer);
    for (const socket of this.#sockets) socket.terminate();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
