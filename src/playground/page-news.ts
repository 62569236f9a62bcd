import type { ServerResponse } from 'node:http';
import type { Message } from './message.ts';
import type { Workspace } from './workspace.ts';

/**
 * Sends a person's news as Server-Sent Events until the page goes: messages without a name; their views, an agent's sessions
 * and prompts, the journal and the clock under theirs; `anew` when the page must ask for everything again.
 */
export function streamNews(workspace: Workspace, userId: string, response: ServerResponse): void {
  const { news, views } = workspace;
  response.write('retry: 1000\n\n');
  const send = (data: object, name?: string): void => {
    const event = name === undefined ? '' : `event: ${name}\n`;
    response.write(`${event}data: ${JSON.stringify(data)}\n\n`);
  };
  const sendMessage = (kind: string, message: Message): void => {
    if (workspace.visibleTo(message, userId)) send({ kind, message });
  };
  const isThere = (channel: string): boolean => workspace.channel(channel)?.members.has(userId) === true;
  const stops = [
    news.on('message', ({ kind, message }) => sendMessage(kind, message)),
    news.on('view', ({ kind, view }) => {
      if (view.person === userId) send({ kind, view: views.forApp(view) }, 'view');
    }),
    news.on('session', (about) => isThere(about.channel) && send(about, 'session')),
    news.on('prompts', (about) => isThere(about.channel) && send(about, 'prompts')),
    news.on('journal', (entry) => send(entry, 'journal')),
    news.on('clock', () => send({}, 'anew')),
    news.on('trouble', () => send({}, 'anew')),
    news.on('membership', () => send({}, 'anew')),
    news.on('startedOver', () => send({}, 'anew')),
  ];
  response.on('close', () => {
    for (const stop of stops) stop();
  });
}
