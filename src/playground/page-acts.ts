import { z } from 'zod';
import type { RouteParts } from './http.ts';
import type { Message } from './message.ts';
import { NotPossible } from './not-possible.ts';

/** Acts on a request's body. What it returns is to be awaited, and means nothing. */
type Act = (parts: RouteParts, body: unknown) => unknown;

const act =
  <Shape extends z.ZodType>(shape: Shape, run: (parts: RouteParts, given: z.output<Shape>) => unknown): Act =>
  (parts, body) =>
    run(parts, shape.parse(body));

const ByPerson = z.object({ user: z.string() });
const InChannel = ByPerson.extend({ channel: z.string() });
const OnMessage = InChannel.extend({ ts: z.string() });
const InSession = InChannel.extend({ thread: z.string() });

const messageOf = ({ workspace }: RouteParts, { channel, ts }: z.output<typeof OnMessage>): Message => {
  const message = workspace.message(channel, ts);
  if (message === undefined) throw new NotPossible('This message is no longer there.');
  return message;
};

const Times = z.union([z.number().int().min(1), z.literal('always')]).default(1);
const Fault = z.union([
  z.strictObject({ status: z.literal(429), retryAfterSeconds: z.number().int().min(1) }),
  z.strictObject({ status: z.number().int().min(400).max(599) }),
  z.strictObject({ error: z.string().regex(/^[a-z_]+$/) }),
  z.strictObject({ lateMs: z.number().int().min(1).max(600_000) }),
  z.strictObject({ cut: z.enum(['reset', 'silence']), after: z.enum(['nothing', 'carrying-out']) }),
]);

/** What the page does for its person besides typing and clicking, and its switches for trouble; each under its address. */
const pageActs: Readonly<Record<string, Act>> = {
  '/page/edit': act(
    OnMessage.extend({ text: z.string().max(40_000, 'That is too long for one message.') }),
    (parts, given) => parts.person(given.user).edits(messageOf(parts, given), given.text),
  ),
  '/page/delete': act(OnMessage, (parts, given) => parts.person(given.user).deletes(messageOf(parts, given))),
  '/page/react': act(
    OnMessage.extend({ emoji: z.string().regex(/^[a-z0-9_+'-]+$/), isOn: z.boolean() }),
    (parts, given) => {
      const person = parts.person(given.user);
      const message = messageOf(parts, given);
      if (given.isOn) person.reacts(message, given.emoji);
      else person.unreacts(message, given.emoji);
    },
  ),
  '/page/join': act(InChannel, ({ person }, { user, channel }) => person(user).joins(channel)),
  '/page/leave': act(InChannel, ({ person }, { user, channel }) => person(user).leaves(channel)),
  '/page/look': act(ByPerson.extend({ channel: z.string().optional() }), ({ person }, { user, channel }) =>
    person(user).agent.looksAt(channel),
  ),
  '/page/prompt': act(ByPerson.extend({ title: z.string() }), ({ person }, { user, title }) =>
    person(user).agent.presses(title),
  ),
  '/page/stop': act(InSession, ({ person }, { user, channel, thread }) =>
    person(user).agent.stops(thread, channel),
  ),
  '/page/rename': act(
    InSession.extend({ title: z.string().max(200, 'A title has 200 characters at most.') }),
    ({ person }, { user, channel, thread, title }) => person(user).agent.renames(thread, title, channel),
  ),
  '/page/fault': act(
    z.object({ method: z.string(), fault: Fault, times: Times }),
    ({ faults }, { method, fault, times }) =>
      faults.next(method, fault, times === 'always' ? Number.POSITIVE_INFINITY : times),
  ),
  '/page/calm': act(z.object({}), ({ faults }) => faults.clear()),
  '/page/limits': act(z.object({ isOn: z.boolean() }), ({ rateLimits }, { isOn }) => {
    rateLimits.isOn = isOn;
  }),
};

/** What to do at an address; undefined when it is none of these. */
export const pageActAt = (pathname: string): Act | undefined =>
  Object.hasOwn(pageActs, pathname) ? pageActs[pathname] : undefined;
