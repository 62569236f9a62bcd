import { ApiError } from '../api-error.ts';
import type { Bulletin } from '../bulletin.ts';
import type { Credentials } from '../credentials.ts';
import { type Faults, type HttpAnswer, rateLimited, throughFault } from '../faults.ts';
import type { Grants } from '../grants.ts';
import type { SlackObject } from '../message.ts';
import methods from '../methods.json' with { type: 'json' };
import type { News } from '../news.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Workspace } from '../workspace.ts';
import { agentMethods } from './agents.ts';
import { argumentsOf } from './arguments.ts';
import { appsConnectionsOpen, authTest } from './auth.ts';
import type { Call, Method } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { membershipMethods } from './memberships.ts';
import { authRevoke, oauthV2Access } from './oauth.ts';
import { reactionMethods } from './reactions.ts';
import { streamMethods } from './streams.ts';
import { userMethods } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

type MethodName = keyof typeof methods;

/** The methods that are carried out; methods.json holds what Slack's reference says of each. */
const carriedOut: Readonly<Record<MethodName, Method>> = {
  'oauth.v2.access': oauthV2Access,
  'auth.revoke': authRevoke,
  'auth.test': authTest,
  'apps.connections.open': appsConnectionsOpen,
  'views.open': viewsOpen,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
  'views.publish': viewsPublish,
  ...chatMethods,
  ...streamMethods,
  ...conversationMethods,
  ...membershipMethods,
  ...historyMethods,
  ...userMethods,
  ...fileMethods,
  ...reactionMethods,
  ...agentMethods,
};

const isMethodName = (name: string): name is MethodName => Object.hasOwn(methods, name);

export interface WebApiParts {
  /** The first workspace, which the app-level token speaks for. */
  readonly workspace: Workspace;
  readonly grants: Grants;
  readonly uninstall: Call['uninstall'];
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly news: Bulletin<News>;
  readonly newId: Call['newId'];
  readonly socketAddress: Call['socketAddress'];
  readonly baseUrl: Call['baseUrl'];
}

export interface ApiRequest {
  readonly method: string;
  /** The whole Authorization header. */
  readonly authorization: string;
  readonly contentType: string;
  readonly body: string;
}

/** Slack's Web API: answers each call as Slack would, and posts it as news with its answer. */
export function createWebApi(parts: WebApiParts): (request: ApiRequest) => HttpAnswer {
  return (request) => {
    let given: SlackObject = {};
    let answer: HttpAnswer;
    try {
      given = argumentsOf(request.contentType, request.body);
      answer = answerTo(request, given, parts);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = { status: 200, body: { ok: false, error: error.error, ...error.more } };
    }
    const { token: _hidden, ...shown } = given;
    const { status, body } = answer;
    parts.news.post('call', { method: request.method, arguments: shown, answer: body, status });
    return answer;
  };
}

function answerTo(request: ApiRequest, given: SlackObject, parts: WebApiParts): HttpAnswer {
  const { method } = request;
  if (!isMethodName(method)) throw new ApiError('unknown_method', { req_method: method });
  return throughFault(parts.faults.take(method), () => carryOut(method, request, given, parts));
}

function carryOut(
  method: MethodName,
  request: ApiRequest,
  given: SlackObject,
  parts: WebApiParts,
): HttpAnswer {
  const token = request.authorization.replace(/^Bearer /, '') || String(given.token ?? '');
  const workspace = method === 'oauth.v2.access' ? parts.workspace : allowed(method, token, given, parts);
  const missing = methods[method].required.filter((name) => (given[name] ?? '') === '');
  if (missing.length > 0) {
    throw ApiError.listing(
      'invalid_arguments',
      missing.map((name) => `missing required field: ${name}`),
    );
  }
  const wait = secondsToWait(method, given, workspace, parts);
  if (wait !== undefined) return rateLimited(wait);
  const answer = carriedOut[method]({ ...parts, workspace, token, method, arguments: given });
  return { status: 200, body: { ok: true, ...answer } };
}

/** How long a call too many has to wait; undefined when it is none. */
function secondsToWait(
  method: MethodName,
  { channel: named }: SlackObject,
  workspace: Workspace,
  { rateLimits }: WebApiParts,
): number | undefined {
  const { tier }: { readonly scopes: readonly string[]; readonly tier?: number } = methods[method];
  if (method !== 'chat.postMessage') return rateLimits.take(method, tier);
  const channel = workspace.directMessage(String(named)) ?? workspace.channel(String(named));
  return rateLimits.take(method, tier, channel?.id ?? String(named));
}

/** The workspace that a call is about, once its token allows it. */
function allowed(
  method: MethodName,
  token: string,
  given: SlackObject,
  { credentials, grants, ...parts }: WebApiParts,
): Workspace {
  if (token === '') throw new ApiError('not_authed');
  const forApp = method === 'apps.connections.open';
  const isApps = token === credentials.appToken;
  const workspaces = isApps ? [parts.workspace] : grants.ownerOf(token).workspaces;
  if (forApp !== isApps) throw new ApiError('not_allowed_token_type');
  const workspace = workspaces.find(({ team }) => team.id === given.team_id) ?? workspaces[0];
  if (workspace === undefined) throw new ApiError('team_not_found');
  const { scopes }: { scopes: readonly string[] } = methods[method];
  if (scopes.length > 0 && !scopes.some((scope) => workspace.app.scopes.includes(scope))) {
    throw new ApiError('missing_scope', {
      needed: scopes.join(','),
      provided: workspace.app.scopes.join(','),
    });
  }
  return workspace;
}
