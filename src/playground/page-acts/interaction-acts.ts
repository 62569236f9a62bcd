import { z } from 'zod';
import type { RouteParts } from '../http.ts';
import type { Surface } from '../interactions/surface.ts';
import { NotPossible } from '../not-possible.ts';
import { type Act, act } from './act.ts';

const channel = z.string();
const ts = z.string();
/** Where a button or field is: in a view or on a message. */
const place = { view: z.string().optional(), channel: channel.optional(), ts: ts.optional() };
const confirms = z.boolean().optional();
const entry = z.union([z.string(), z.array(z.string())]);

function surfaceOf(
  { view: id, channel, ts }: { readonly [name in keyof typeof place]?: string | undefined },
  { workspace }: RouteParts,
): Surface {
  if (id !== undefined) {
    const view = workspace.views.find({ id });
    if (view === undefined) throw new NotPossible('This window is no longer open.');
    return view;
  }
  const message = workspace.message(channel ?? '', ts ?? '');
  if (message === undefined) throw new NotPossible('This message is no longer there.');
  return message;
}

/** Typing, forms, windows, shortcuts and tabs, by the address that the page posts to. */
export const interactionActs: Readonly<Record<string, Act>> = {
  '/page/type': act(
    { channel, thread: ts.optional(), text: z.string().max(40_000, 'That is too long for one message.') },
    (person, { text, channel, thread }) =>
      person.types(text, thread === undefined ? { channel } : { channel, thread }),
  ),
  '/page/click': act({ ...place, button: z.string(), confirms }, (person, given, parts) =>
    person.clicks(surfaceOf(given, parts), given.button, given),
  ),
  '/page/fill': act({ ...place, field: z.string(), entry, confirms }, (person, given, parts) =>
    person.fills(given.field, given.entry, { in: surfaceOf(given, parts), confirms: given.confirms }),
  ),
  '/page/enter': act({ ...place, field: z.string() }, (person, given, parts) =>
    person.pressesEnter(given.field, { in: surfaceOf(given, parts) }),
  ),
  '/page/suggestions': act(
    { ...place, field: z.string(), typed: z.string() },
    async (person, given, parts) => ({
      options: await person.suggestions(given.field, given.typed, { in: surfaceOf(given, parts) }),
    }),
  ),
  '/page/submit': act({}, (person) => person.submits()),
  '/page/close': act({ all: z.boolean().optional() }, (person, given) => person.closes(given)),
  '/page/shortcut': act(
    { shortcut: z.string(), channel: channel.optional(), ts: ts.optional() },
    (person, { shortcut, channel, ts }, { workspace }) => {
      if (channel === undefined) return person.usesShortcut(shortcut);
      const message = workspace.message(channel, ts ?? '');
      if (message === undefined) throw new NotPossible('This message is no longer there.');
      return person.usesShortcut(shortcut, message);
    },
  ),
  '/page/open': act({ tab: z.enum(['home', 'messages']) }, (person, { tab }) => {
    if (tab === 'home') person.opensHome();
    else person.opensMessages();
  }),
};
