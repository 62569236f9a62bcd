import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { takeAttachment } from './file-routes.ts';
import { bodyOf, type RouteParts, sendJson } from './http.ts';
import { NotSubmitted } from './interactions/modal-window.ts';
import type { SlackObject } from './message.ts';
import { NotPossible } from './not-possible.ts';
import { pageActAt } from './page-acts/page-acts.ts';
import { PageNotBuilt } from './page-files.ts';
import { streamNews } from './page-news.ts';
import { exportFor, stateFor } from './page-state.ts';

/** Nothing from elsewhere: what is shown here stays on this machine. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The page of the local Slack and what it asks for. */
export function createPage(
  parts: RouteParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { workspace, person } = parts;
  const sendFile = async (pathname: string, response: ServerResponse): Promise<boolean> => {
    if (pathname !== '/' && !pathname.startsWith('/assets/')) return false;
    const file = (await parts.pageFiles()).get(pathname);
    if (file === undefined) return false;
    response.writeHead(200, { ...HEADERS, 'content-type': file.type }).end(file.bytes);
    return true;
  };
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const refuse = (status: number, sentence: string, more: SlackObject = {}): void =>
      sendJson(response, { status, body: { ok: false, sentence, ...more } });
    const tell = (body: object, more: Readonly<Record<string, string>> = {}): void =>
      sendJson(response, { status: 200, headers: { ...HEADERS, ...more }, body: { ...body } });
    const named = searchParams.get('user') ?? workspace.people[0]?.id ?? '';
    const act = pageActAt(pathname);
    try {
      if (pathname === '/page/state') tell(await stateFor(parts, named));
      else if (pathname === '/page/export') {
        tell(await exportFor(parts, named), {
          'content-disposition': 'attachment; filename="conversations.json"',
        });
      } else if (pathname === '/page/news') {
        const { user } = person(named);
        response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
        streamNews(workspace, user.id, response);
      } else if (request.method === 'POST' && pathname === '/page/attach') {
        const name = searchParams.get('name') ?? '';
        tell({ ok: true, file: await takeAttachment(parts, request, { user: named, name }) });
      } else if (request.method === 'POST' && act !== undefined) {
        const body = await bodyOf(request);
        if (body === undefined) return refuse(413, 'That is too long for one message.');
        tell({ ok: true, ...(await act(JSON.parse(body), parts)) });
      } else if (!(await sendFile(pathname, response))) refuse(404, 'There is no such page.');
    } catch (error) {
      if (error instanceof NotSubmitted) refuse(400, error.message, { errors: error.errors });
      else if (error instanceof NotPossible) refuse(400, error.message);
      else if (error instanceof PageNotBuilt) refuse(503, error.message);
      else if (error instanceof z.ZodError)
        refuse(400, error.issues[0]?.message ?? 'That could not be read.');
      else if (error instanceof SyntaxError) refuse(400, 'That could not be read.');
      else throw error;
    }
  };
}
