import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Manifest } from '../manifest.ts';
import { ApiError } from './api-error.ts';
import { createAuthorizePage } from './authorize-page.ts';
import { Bulletin } from './bulletin.ts';
import { Clock } from './clock.ts';
import type { Company } from './company.ts';
import { type Credentials, newCredentials } from './credentials.ts';
import { type Courier, Dispatch } from './delivery/delivery.ts';
import { deliverRemoval } from './delivery/events.ts';
import { HttpDelivery } from './delivery/http-delivery.ts';
import { SOCKET_PATH, SocketMode } from './delivery/socket-mode.ts';
import type { Team } from './directory.ts';
import { Faults } from './faults.ts';
import type { Files } from './files.ts';
import { Grants, type Owner } from './grants.ts';
import { APP_ID } from './installed-app.ts';
import { Journal } from './journal.ts';
import type { SlackObject } from './message.ts';
import type { ApiCall, News } from './news.ts';
import { openPage, type PageFiles } from './page-files.ts';
import type { Person } from './person.ts';
import { type ModelConsent, PretendModel } from './pretend-model.ts';
import { RateLimits } from './rate-limits.ts';
import { createRoutes } from './routes.ts';
import { Sites } from './sites.ts';
import type { TourStop } from './tour-stop.ts';
import type { Tracer } from './trace.ts';
import { createWebApi } from './web-api/web-api.ts';
import type { Workspace } from './workspace.ts';

export interface LocalSlackOptions {
  /** The app that is installed. */
  readonly manifest: Manifest;
  /** Who is there at first; the sample company when absent. */
  readonly company?: Company;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** More workspaces, where the app is not installed yet. */
  readonly otherTeams?: readonly Team[];
  /** What the page offers a newcomer to type. */
  readonly examples?: readonly string[];
  /** The examples of the page's tour. */
  readonly tour?: readonly TourStop[];
  /** Opens the built page when it is first asked for; from the cache, or building it, when absent. */
  readonly page?: () => Promise<PageFiles>;
  /** How the app's answers came about, for the page's inspector. */
  readonly trace?: Tracer;
  /** Offers the page a pretend language model, when the workspace consents to it. */
  readonly modelConsent?: ModelConsent;
  /** What is to be forgotten outside, too, when somebody starts over. */
  readonly forget?: () => Promise<void>;
  /** Ms since 1970. */
  readonly now?: () => number;
  /** A clock that the page can put forward; one over `now` when absent. */
  readonly clock?: Clock;
  /** How long the app has to acknowledge, in ms. */
  readonly ackTimeoutMs?: number;
  /** When events are tried again, in ms. */
  readonly retryDelaysMs?: readonly number[];
}

/** A Slack in memory, on the loopback address: one app, and a workspace where it is installed, unless more are asked for. */
export interface LocalSlack extends Credentials {
  /** Where the page is. */
  readonly url: string;
  /** Where the Web API is; ends with a slash. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly news: Bulletin<News>;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly pretendModel: Pick<PretendModel, 'baseUrl' | 'name'>;
  /** The latest calls of the Web API, a thousand at most. */
  readonly calls: readonly ApiCall[];
  /** The person of this id or name, in the first workspace unless another is named by its id. */
  person(named: string, team?: string): Person;
  /** Every workspace, by the id of its team. */
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** Where browsers go after somebody let the app in, if the manifest does not say it. */
  redirectTo(url: string): void;
  /** Removes the app from a team or an enterprise, and tells it so. */
  uninstall(owner: string): void;
  /** Sends what happens to a request URL, signed, instead of down the WebSockets; to several by turns, each retry to the next. */
  deliverTo(...requestUrls: string[]): void;
  /** Hands an event over once more, as Slack does when the acknowledgement was lost on the way; the first retry, or this one. */
  redeliver(event: SlackObject, attempt?: number): Promise<void>;
  /** Asks every WebSocket to be opened anew. */
  refreshSockets(): void;
  close(): Promise<void>;
}

/** The files of the workspace that a token is for, where it may read them. */
function filesRead(grants: Grants, token: string): Files | undefined {
  try {
    const [workspace] = grants.ownerOf(token).workspaces;
    return workspace?.app.scopes.includes('files:read') ? workspace.files : undefined;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

const HOST = '127.0.0.1';
const MOST_CALLS = 1000;

/** Starts a local Slack. Rejects with the server's own error when the port is taken. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { ackTimeoutMs, retryDelaysMs, clock = new Clock(options.now) } = options;
  const { now } = clock;
  const credentials = newCredentials();
  const news = new Bulletin<News>();
  const journal = new Journal(news, now);
  let page: Promise<PageFiles> | undefined;
  const faults = new Faults(() => news.post('trouble', {}));
  const rateLimits = new RateLimits(now);
  const calls: ApiCall[] = [];
  news.on('call', (call) => {
    calls.push(call);
    if (calls.length > MOST_CALLS) calls.shift();
  });

  const server = createServer();
  const address = (protocol: string): string =>
    `${protocol}://${HOST}:${(server.address() as AddressInfo).port}`;
  const newId = (): string => randomBytes(6).toString('base64url');
  const socketMode = new SocketMode(APP_ID, news, ackTimeoutMs);
  let courier: Courier = socketMode;
  const dispatch = new Dispatch(() => courier, news, retryDelaysMs);
  const { manifest, otherTeams = [] } = options;
  const baseUrl = (): string => address('http');
  const sites = new Sites({
    manifest,
    otherTeams,
    company: options.company,
    news,
    dispatch,
    baseUrl,
    newId,
    now,
  });
  const { workspace, workspaces, owners } = sites;
  const { app } = workspace;
  const grants = new Grants(manifest.settings.token_rotation_enabled, now);
  const ownerOf = (id: string): Owner | undefined => owners.find((one) => one.id === id);
  const first = ownerOf(workspace.team.id);
  if (first) grants.hold(credentials.botToken, first);
  const uninstall = (id: string): void => {
    const owner = ownerOf(id);
    if (owner && grants.takeBack(owner)) deliverRemoval(owner, dispatch);
  };
  const redirectUrls = [...manifest.oauth_config.redirect_urls];
  const { name: appName, scopes } = app;
  const authorizePage = createAuthorizePage({ credentials, grants, appName, scopes, owners, redirectUrls });
  const person: LocalSlack['person'] = (named, team) => sites.person(named, team);
  const webApi = createWebApi({
    workspace,
    credentials,
    grants,
    uninstall,
    faults,
    rateLimits,
    news,
    newId,
    baseUrl: () => address('http'),
    socketAddress: () => `${address('ws')}${SOCKET_PATH}?ticket=${socketMode.ticket()}`,
  });
  const pretendModel = new PretendModel({
    consent: options.modelConsent,
    news,
    baseUrl,
    manager: () => workspace.users.find(({ isAdmin }) => isAdmin)?.id ?? '',
  });
  server.on(
    'request',
    createRoutes({
      workspace,
      person,
      webApi,
      fileForToken: (token, id) => filesRead(grants, token)?.get(id),
      responseUrls: { use: (id, body) => sites.responseUrlsOf(id).use(id, body) },
      authorizePage,
      faults,
      rateLimits,
      examples: options.examples ?? [],
      tour: options.tour ?? [],
      journal,
      trace: options.trace ?? (async () => []),
      clock,
      pretendModel,
      pageFiles() {
        page ??= (options.page ?? openPage)();
        return page;
      },
      async startOver() {
        await options.forget?.();
        faults.clear();
        journal.clear();
        workspace.startOver();
      },
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
    pretendModel,
    calls,
    person,
    workspaces,
    redirectTo: (url) => void redirectUrls.unshift(url),
    uninstall,
    deliverTo(...requestUrls) {
      courier = new HttpDelivery(requestUrls, credentials.signingSecret, now, ackTimeoutMs);
    },
    redeliver: (event, attempt = 1) => dispatch.handEvent(event, attempt, 'timeout'),
    refreshSockets: () => socketMode.refresh(),
    async close() {
      dispatch.close();
      await socketMode.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
