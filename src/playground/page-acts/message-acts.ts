import { z } from 'zod';
import type { RouteParts } from '../http.ts';
import type { Message } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { type Act, act } from './act.ts';

const channel = z.string();
const onMessage = { channel, ts: z.string() };
const inSession = { channel, thread: z.string() };

function messageOf({ workspace }: RouteParts, { channel, ts }: { channel: string; ts: string }): Message {
  const message = workspace.message(channel, ts);
  if (message === undefined) throw new NotPossible('This message is no longer there.');
  return message;
}

/** What a person does with messages, channels and an agent's sessions, by the address that the page posts to. */
export const messageActs: Readonly<Record<string, Act>> = {
  '/page/edit': act(
    { ...onMessage, text: z.string().max(40_000, 'That is too long for one message.') },
    (person, given, parts) => person.edits(messageOf(parts, given), given.text),
  ),
  '/page/delete': act(onMessage, (person, given, parts) => person.deletes(messageOf(parts, given))),
  '/page/react': act(
    { ...onMessage, emoji: z.string().regex(/^[a-z0-9_+'-]+$/), isOn: z.boolean() },
    (person, given, parts) => {
      const message = messageOf(parts, given);
      if (given.isOn) person.reacts(message, given.emoji);
      else person.unreacts(message, given.emoji);
    },
  ),
  '/page/join': act({ channel }, (person, given) => person.joins(given.channel)),
  '/page/leave': act({ channel }, (person, given) => person.leaves(given.channel)),
  '/page/look': act({ channel: channel.optional() }, (person, given) => person.agent.looksAt(given.channel)),
  '/page/prompt': act({ title: z.string() }, (person, { title }) => person.agent.presses(title)),
  '/page/stop': act(inSession, (person, { thread, channel }) => person.agent.stops(thread, channel)),
  '/page/rename': act(
    { ...inSession, title: z.string().max(200, 'A title has 200 characters at most.') },
    (person, { thread, title, channel }) => person.agent.renames(thread, title, channel),
  ),
};
