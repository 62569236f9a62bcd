import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials } from './credentials.ts';
import type { Grants, Owner } from './grants.ts';
import { bodyOf } from './http.ts';

/** Where an app sends a browser to be let in. */
export const AUTHORIZE_PATH = '/oauth/v2/authorize';

export interface AuthorizeParts {
  readonly credentials: Credentials;
  readonly grants: Grants;
  readonly appName: string;
  readonly scopes: readonly string[];
  /** Who may let the app in: teams, and enterprises where the manifest allows it. */
  readonly owners: readonly Owner[];
  /** Where browsers may be sent afterwards; the first unless the app asks for another. */
  readonly redirectUrls: readonly string[];
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,"></head><body><h1>${escaped(title)}</h1>${body}</body></html>`;

/** Why a request to be let in is not even shown, as Slack names it; undefined for one that is. */
function wrongIn(asked: URLSearchParams, { credentials, scopes, redirectUrls }: AuthorizeParts) {
  if (asked.get('client_id') !== credentials.clientId) return 'invalid_client_id';
  const wanted = (asked.get('scope') ?? '').split(',');
  if (!wanted.every((scope) => scopes.includes(scope))) return 'invalid_scope';
  const redirect = asked.get('redirect_uri');
  const known =
    redirect === null ? redirectUrls.length > 0 : redirectUrls.some((url) => redirect.startsWith(url));
  return known ? undefined : 'bad_redirect_uri';
}

function askPage(asked: URLSearchParams, { appName, scopes, owners }: AuthorizeParts): string {
  const hidden = [...asked].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const preferred = asked.get('team') ?? owners[0]?.id;
  const choices = owners.map(({ id, isEnterprise, workspaces }) => {
    const { name = id, enterprise } = workspaces[0]?.team ?? {};
    const label = isEnterprise ? `All workspaces of ${enterprise?.name}` : name;
    const checked = id === preferred ? ' checked' : '';
    return `<p><label><input type="radio" name="owner" value="${escaped(id)}"${checked}> ${escaped(label)}</label></p>`;
  });
  return page(
    `${appName} wants to join`,
    `<form method="post" action="${AUTHORIZE_PATH}">${hidden.join('')}<fieldset><legend>Where?</legend>${choices.join('')}</fieldset><p>It may use: ${scopes.map(escaped).join(', ')}</p><button name="answer" value="allow">Allow</button> <button name="answer" value="cancel">Cancel</button></form>`,
  );
}

/** The page on which a person lets the app in, or does not: they choose where, and go back to the app with a code. */
export function createAuthorizePage(
  parts: AuthorizeParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const isAnswer = request.method === 'POST';
    const asked = isAnswer
      ? new URLSearchParams((await bodyOf(request)) ?? '')
      : new URL(request.url ?? '/', 'http://local').searchParams;
    const wrong = wrongIn(asked, parts);
    if (wrong !== undefined) {
      response.writeHead(400, HEADERS).end(page('Something went wrong', `<p>${wrong}</p>`));
      return;
    }
    if (!isAnswer) {
      response.writeHead(200, HEADERS).end(askPage(asked, parts));
      return;
    }
    const { grants, owners, redirectUrls } = parts;
    const redirectUri = asked.get('redirect_uri') ?? undefined;
    const back = new URL(redirectUri ?? String(redirectUrls[0]));
    const owner = owners.find(({ id }) => id === asked.get('owner'));
    if (asked.get('answer') === 'allow' && owner)
      back.searchParams.set('code', grants.issueCode(owner, redirectUri));
    else back.searchParams.set('error', 'access_denied');
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  };
}
