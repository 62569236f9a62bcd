import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Manifest } from '../manifest.ts';
import { Bulletin } from './bulletin.ts';
import type { Company } from './company.ts';
import { type Credentials, newCredentials } from './credentials.ts';
import { type Courier, Dispatch } from './delivery/delivery.ts';
import { deliverEvents } from './delivery/events.ts';
import { HttpDelivery } from './delivery/http-delivery.ts';
import { SOCKET_PATH, SocketMode } from './delivery/socket-mode.ts';
import { Faults } from './faults.ts';
import { installApp } from './installed-app.ts';
import type { SlackObject } from './message.ts';
import type { ApiCall, News } from './news.ts';
import { NotPossible, Person } from './person.ts';
import { RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { createRoutes } from './routes.ts';
import { createWebApi } from './web-api/web-api.ts';
import { Workspace } from './workspace.ts';

export interface LocalSlackOptions {
  /** The app that is installed. */
  readonly manifest: Manifest;
  /** Who is there at first; a founder, an ops lead and a guest when absent. */
  readonly company?: Company;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** What the page offers a newcomer to type. */
  readonly examples?: readonly string[];
  /** Ms since 1970. */
  readonly now?: () => number;
  /** How long the app has to acknowledge, in ms. */
  readonly ackTimeoutMs?: number;
  /** When events are tried again, in ms. */
  readonly retryDelaysMs?: readonly number[];
}

/** A Slack with one workspace and one installed app, in memory, on the loopback address. */
export interface LocalSlack extends Credentials {
  /** Where the page is. */
  readonly url: string;
  /** Where the Web API is; ends with a slash. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly news: Bulletin<News>;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  /** The latest calls of the Web API, a thousand at most. */
  readonly calls: readonly ApiCall[];
  /** The person of this id or name. */
  person(named: string): Person;
  /** Sends what happens to a request URL, signed, instead of down the WebSockets. */
  deliverTo(requestUrl: string): void;
  /** Hands an event over once more, as Slack does when the acknowledgement was lost on the way. */
  redeliver(event: SlackObject): Promise<void>;
  /** Asks every WebSocket to be opened anew. */
  refreshSockets(): void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const MOST_CALLS = 1000;

/** Starts a local Slack. Rejects with the server's own error when the port is taken. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { now = Date.now, ackTimeoutMs, retryDelaysMs } = options;
  const credentials = newCredentials();
  const news = new Bulletin<News>();
  const workspace = new Workspace(installApp(options.manifest), news, now, options.company);
  const faults = new Faults();
  const rateLimits = new RateLimits(now);
  const calls: ApiCall[] = [];
  news.on('call', (call) => {
    calls.push(call);
    if (calls.length > MOST_CALLS) calls.shift();
  });

  const socketMode = new SocketMode(workspace.app.id, news, ackTimeoutMs);
  let courier: Courier = socketMode;
  const dispatch = new Dispatch(() => courier, news, retryDelaysMs);
  deliverEvents(workspace, dispatch);

  const server = createServer();
  const address = (protocol: string): string =>
    `${protocol}://${HOST}:${(server.address() as AddressInfo).port}`;
  const newId = (): string => randomBytes(6).toString('base64url');
  const responseUrls = new ResponseUrls(workspace, () => address('http'), newId);
  const people = new Map<string, Person>();
  const person = (named: string): Person => {
    const user = workspace.user(named);
    if (user === undefined || user.isBot) throw new NotPossible(`There is no person "${named}".`);
    const found = people.get(user.id) ?? new Person(user, { workspace, dispatch, responseUrls, newId });
    people.set(user.id, found);
    return found;
  };
  const webApi = createWebApi({
    workspace,
    credentials,
    faults,
    rateLimits,
    news,
    newId,
    baseUrl: () => address('http'),
    socketAddress: () => `${address('ws')}${SOCKET_PATH}?ticket=${socketMode.ticket()}`,
  });
  server.on(
    'request',
    createRoutes({
      workspace,
      person,
      webApi,
      responseUrls,
      faults,
      rateLimits,
      examples: options.examples ?? [],
    }),
  );
  server.on('upgrade', (request, socket, head) => socketMode.upgrade(request, socket, head));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, HOST, resolve);
  });
  return {
    ...credentials,
    url: address('http'),
    apiUrl: `${address('http')}/api/`,
    workspace,
    news,
    faults,
    rateLimits,
    calls,
    person,
    deliverTo(requestUrl) {
      courier = new HttpDelivery(requestUrl, credentials.signingSecret, now, ackTimeoutMs);
    },
    redeliver: (event) => dispatch.handEvent(event, 1, 'timeout'),
    refreshSockets: () => socketMode.refresh(),
    async close() {
      dispatch.close();
      await socketMode.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
