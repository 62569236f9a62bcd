import type { ServerResponse } from 'node:http';
import type { CustomRoute } from '@slack/bolt';
import {
  AuthorizationError,
  type CallbackOptions,
  InstallProvider,
  InvalidStateError,
  MissingCodeError,
  MissingStateError,
} from '@slack/oauth';
import type { WebClientOptions } from '@slack/web-api';
import { boltLogger, type Logger } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { logFailure } from './failure.ts';
import {
  cancelledPage,
  failedPage,
  installedPage,
  installPage,
  PAGE_HEADERS,
  stalePage,
} from './install-pages.ts';
import { InstallStates, STATE_LIFE_SECONDS } from './install-states.ts';
import { installationOf } from './installation.ts';
import type { Installations } from './installations.ts';
import { INSTALL_LINK, INSTALL_PATH, REDIRECT_PATH, urlAt } from './paths.ts';

export interface InstallParts {
  clientId: string;
  clientSecret: string;
  /** What the states are signed with. */
  stateSecret: string;
  scopes: readonly string[];
  /** Where browsers reach us; without it Slack sends them to the first redirect URL of the app's settings. */
  publicUrl?: string;
  /** Where Slack asks people, if not at Slack's own address. */
  authorizationUrl?: string;
  clientOptions: WebClientOptions;
  store: Store;
  installations: Installations;
  log: Logger;
  now: () => number;
}

/** The pages on which people install the app. Slack's package does the exchange and checks the state and its cookie. */
export function installRoutes(parts: InstallParts): CustomRoute[] {
  const { clientId, clientSecret, stateSecret, store, installations, log, now } = parts;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: new InstallStates(stateSecret, store),
    stateCookieExpirationSeconds: STATE_LIFE_SECONDS,
    installationStore: {
      storeInstallation: (installation) => installations.add(installationOf(installation, now())),
      fetchInstallation: async () => Promise.reject(new Error('Tokens are read by Installations alone.')),
    },
    renderHtmlForInstallPath: installPage,
    clientOptions: parts.clientOptions,
    logger: boltLogger(log),
    ...(parts.authorizationUrl === undefined ? {} : { authorizationUrl: parts.authorizationUrl }),
  });
  const urlOptions = { scopes: [...parts.scopes], ...redirectUriOf(parts.publicUrl) };
  return [
    {
      path: INSTALL_PATH,
      method: 'GET',
      handler: (request, response) => {
        for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
        provider
          .handleInstallPath(request, response, {}, urlOptions)
          .catch((error: unknown) => sendFailure(response, log, error));
      },
    },
    {
      path: REDIRECT_PATH,
      method: 'GET',
      handler: (request, response) => {
        provider
          .handleCallback(request, response, callbackOptions(log), urlOptions)
          .catch((error: unknown) => sendFailure(response, log, error));
      },
    },
  ];
}

const callbackOptions = (log: Logger): CallbackOptions => ({
  success({ team, enterprise, appId, isEnterpriseInstall }, _options, _request, response) {
    const { id, name } = (isEnterpriseInstall ? enterprise : team) ?? {};
    const place = new URLSearchParams({ ...(appId && { app: appId }), ...(team && { team: team.id }) });
    const url = `https://slack.com/app_redirect?${place}`;
    send(response, 200, installedPage(name ?? id ?? 'your workspace', url));
  },
  failure: (error, _options, _request, response) => sendFailure(response, log, error),
});

function sendFailure(response: ServerResponse, log: Logger, error: unknown): void {
  const isStale = [InvalidStateError, MissingStateError, MissingCodeError].some(
    (one) => error instanceof one,
  );
  if (error instanceof AuthorizationError) send(response, 200, cancelledPage(INSTALL_LINK));
  else if (isStale) send(response, 400, stalePage(INSTALL_LINK));
  else send(response, 500, failedPage(logFailure(log, error, { in: 'install' }), INSTALL_LINK));
}

function send(response: ServerResponse, status: number, page: string): void {
  if (response.headersSent) response.end();
  else response.writeHead(status, PAGE_HEADERS).end(page);
}

/** The redirect URL as it stands in the app's settings. */
const redirectUriOf = (publicUrl: string | undefined) =>
  publicUrl === undefined ? {} : { redirectUri: urlAt(publicUrl, REDIRECT_PATH) };
