import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { AUTHORIZE_PATH } from './authorize-page.ts';
import { isObject } from './block-text.ts';
import { type HttpAnswer, RESPONSE, throughFault } from './faults.ts';
import { sendFile, sendPrivateFile, takeUpload } from './file-routes.ts';
import { bodyOf, type RouteParts, sendJson } from './http.ts';
import type { SlackObject } from './message.ts';
import { createPage } from './page-routes.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a request was meant for this machine: a page elsewhere may lead a browser here under a name of its own. */
function isMeantForUs({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const isLocal = LOOPBACK.includes(host.replace(/:\d+$/, ''));
  return isLocal && (headers.origin === undefined || headers.origin === `http://${host}`);
}

/** Sends an answer, after its delay, or cuts the connection. Who asked may have given up by then. */
async function answer(response: ServerResponse, given: HttpAnswer): Promise<void> {
  if (given.cut === 'silence') return;
  if (given.cut === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (given.lateMs !== undefined) await setTimeout(given.lateMs, undefined, { ref: false });
  sendJson(response, given);
}

/** What a body says, for the inspector; one that is no JSON as it came. */
function given(body: string): SlackObject {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : { body };
  } catch {
    return { body };
  }
}

/** Takes an answer to a command or button, and tells of it. */
function useResponseUrl(
  { faults, responseUrls, workspace }: RouteParts,
  id: string,
  body: string,
): HttpAnswer {
  const used = throughFault(faults.take(RESPONSE), () => responseUrls.use(id, body));
  const told = { method: 'response_url', answer: used.body, status: used.status };
  workspace.news.post('response', { ...told, arguments: given(body) });
  return used;
}

/** What the address of everything but the page begins with, where a body is read whole. */
const ANSWERED_HERE = new Set(['api', 'response', 'model']);

/** Every address of the local Slack: Web API, response URLs, the pretend model, and the page. */
export function createRoutes(parts: RouteParts): RequestListener {
  const page = createPage(parts);
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isMeantForUs(request))
      return sendJson(response, { status: 403, body: { ok: false, error: 'not_local' } });
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const [, kind = '', name = ''] = pathname.split('/');
    if (pathname === AUTHORIZE_PATH) return parts.authorizePage(request, response);
    if (kind === 'upload') return answer(response, await takeUpload(parts, request, name));
    if (kind === 'files-pri') {
      const fault = sendPrivateFile(parts, request, name, response);
      return fault && answer(response, fault);
    }
    if (kind === 'files') return sendFile(parts.workspace.files, name, response);
    if (!ANSWERED_HERE.has(kind)) return page(request, response);
    const body = await bodyOf(request);
    if (body === undefined)
      return sendJson(response, { status: 413, body: { ok: false, error: 'request_too_large' } });
    if (kind === 'model') return answer(response, parts.pretendModel.answer(pathname, body));
    if (kind === 'response') return answer(response, useResponseUrl(parts, name, body));
    const { authorization = '', 'content-type': contentType = '' } = request.headers;
    await answer(response, parts.webApi({ method: name, authorization, contentType, body }));
  };
  return (request, response) => {
    route(request, response).catch((error: unknown) => {
      process.stderr.write(`The local Slack could not answer ${request.url}: ${String(error)}\n`);
      if (!response.headersSent)
        sendJson(response, { status: 500, body: { ok: false, error: 'internal_error' } });
      else response.end();
    });
  };
}
