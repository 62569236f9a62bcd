import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Channel } from './directory.ts';
import { bodyOf, type RouteParts, sendJson } from './http.ts';
import { NotSubmitted } from './interactions/modal-window.ts';
import type { Message, SlackObject } from './message.ts';
import { NotPossible } from './not-possible.ts';
import { pageActAt } from './page-acts/page-acts.ts';
import type { Workspace } from './workspace.ts';

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html'],
  '/page.js': ['page.js', 'text/javascript'],
  '/blocks.js': ['blocks.js', 'text/javascript'],
  '/mrkdwn.js': ['mrkdwn.js', 'text/javascript'],
  '/page.css': ['page.css', 'text/css'],
};

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' https: data:; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const shownChannel = ({ id, name, kind, person }: Channel) => ({ id, name, kind, person });

/** What one person sees when they open the page: everything, so that a reload loses nothing. */
function stateFor({ workspace, person, examples }: RouteParts, named: string): object {
  const { user } = person(named);
  const { team, app } = workspace;
  const home = workspace.views.home(user.id);
  const channels = workspace.channels.filter((channel) => channel.members.has(user.id));
  return {
    team,
    me: user.id,
    app: {
      name: app.name,
      botUserId: app.botUserId,
      commands: app.commands,
      shortcuts: app.shortcuts,
      hasHome: app.hasHome,
    },
    users: workspace.users,
    channels: channels.map(shownChannel),
    messages: channels.flatMap((channel) => person(named).sees(channel.id)),
    modals: workspace.views.stack(user.id).map((view) => workspace.views.forApp(view)),
    home: home === undefined ? null : workspace.views.forApp(home),
    examples,
    prompts: app.isAgent && workspace.directMessage(user.id) ? person(named).agent.prompts : [],
    sessions: workspace.sessions.all.filter(({ channel }) =>
      workspace.channel(channel)?.members.has(user.id),
    ),
  };
}

/**
 * Sends a person's news as Server-Sent Events until the page goes: messages without a name, their views, an agent's sessions
 * and prompts under theirs.
 */
function streamNews(workspace: Workspace, userId: string, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write('retry: 1000\n\n');
  const send = (kind: string, message: Message): void => {
    if (workspace.visibleTo(message, userId))
      response.write(`data: ${JSON.stringify({ kind, message })}\n\n`);
  };
  const isThere = (channel: string): boolean => workspace.channel(channel)?.members.has(userId) === true;
  const named = (kind: 'session' | 'prompts') =>
    workspace.news.on(kind, (about) => {
      if (isThere(about.channel)) response.write(`event: ${kind}\ndata: ${JSON.stringify(about)}\n\n`);
    });
  const stops = [
    workspace.news.on('message', ({ kind, message }) => send(kind, message)),
    workspace.news.on('view', ({ kind, view }) => {
      if (view.person !== userId) return;
      const data = JSON.stringify({ kind, view: workspace.views.forApp(view) });
      response.write(`event: view\ndata: ${data}\n\n`);
    }),
    named('session'),
    named('prompts'),
  ];
  response.on('close', () => {
    for (const stop of stops) stop();
  });
}

/** The page of the local Slack and what it asks for. */
export function createPage(
  parts: RouteParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { workspace, person } = parts;
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const refuse = (status: number, sentence: string, more: SlackObject = {}): void =>
      sendJson(response, { status, body: { ok: false, sentence, ...more } });
    const named = searchParams.get('user') ?? workspace.people[0]?.id ?? '';
    const file = FILES[pathname];
    const act = pageActAt(pathname);
    try {
      if (file) {
        const [name, type] = file;
        const content = await readFile(new URL(`page/${name}`, import.meta.url));
        response.writeHead(200, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(content);
      } else if (pathname === '/page/state') {
        sendJson(response, { status: 200, headers: HEADERS, body: { ...stateFor(parts, named) } });
      } else if (pathname === '/page/news') {
        streamNews(workspace, person(named).user.id, response);
      } else if (request.method === 'POST' && act !== undefined) {
        const body = await bodyOf(request);
        if (body === undefined) return refuse(413, 'That is too long for one message.');
        sendJson(response, { status: 200, body: { ok: true, ...(await act(JSON.parse(body), parts)) } });
      } else refuse(404, 'There is no such page.');
    } catch (error) {
      if (error instanceof NotSubmitted) refuse(400, error.message, { errors: error.errors });
      else if (error instanceof NotPossible) refuse(400, error.message);
      else if (error instanceof z.ZodError)
        refuse(400, error.issues[0]?.message ?? 'That could not be read.');
      else if (error instanceof SyntaxError) refuse(400, 'That could not be read.');
      else throw error;
    }
  };
}
