import type { App, BlockAction, BlockElementAction, ButtonAction, ViewOutput } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { parsedJson } from '../../parsed-json.ts';
import { type ConversationParts, deliver, type Outlet } from '../conversation.ts';
import { type Place, teamOf } from '../conversation-key.ts';
import { directlyTo, ephemeralInThread, ephemeralOutlet, inPlaceOf } from '../private-outlets.ts';
import type { Trigger } from '../show-view.ts';

/** Something that was pressed or picked, in a message, a modal or App Home. */
export interface Pressed<Action extends BlockElementAction = ButtonAction> {
  parts: ConversationParts;
  action: Action;
  client: WebClient;
  /** Who we are there. */
  botUserId: string | undefined;
  /** The message that it was pressed in; not of one that only this person sees. */
  message: BlockAction['message'];
  /** The modal or App Home that it was pressed in, if it was in one. */
  view: ViewOutput | undefined;
  trigger: Trigger;
  place: Place;
  /** Answers whoever pressed, alone. */
  outlet: Outlet;
  /** The same, in place of the message that was pressed where only this person sees that. */
  inPlace: Outlet;
}

/** Hears a button; what the handler throws is told to whoever pressed it. */
export function onPress(
  app: App,
  parts: ConversationParts,
  action: string | RegExp,
  handler: (pressed: Pressed) => Promise<void>,
): void {
  onAction<ButtonAction>(app, parts, action, handler);
}

/** Hears any element; what the handler throws is told to whoever used it. */
export function onAction<Action extends BlockElementAction>(
  app: App,
  parts: ConversationParts,
  id: string | RegExp,
  handler: (pressed: Pressed<Action>) => Promise<void>,
): void {
  app.action<BlockAction<Action>>(id, async ({ ack, action, body, client, context }) => {
    await ack();
    const place = placeOf(body);
    const outlet = { ...outletOf(body, client, place), client };
    const isTheirs = !body.view && !body.message && body.response_url;
    const trigger: Trigger = { trigger_id: body.trigger_id, view: body.view };
    const pressed: Pressed<Action> = {
      parts,
      action: action as Action,
      client,
      botUserId: context.botUserId,
      message: body.message,
      view: body.view,
      trigger,
      place,
      outlet,
      inPlace: isTheirs ? { ...inPlaceOf(client, body.response_url, place), client } : outlet,
    };
    await deliver(parts, outlet, () => handler(pressed));
  });
}

/** What our modals remember of where they were opened. */
const OpenedIn = z.looseObject({ channel: z.string(), thread: z.string().optional() });

function placeOf({ container, user, enterprise, team, channel, message, view }: BlockAction): Place {
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  const opened = openedIn(view?.private_metadata);
  return {
    team: teamOf({ team: team?.id, enterprise: enterprise?.id }),
    channel: channel?.id ?? opened?.channel ?? user.id,
    user: user.id,
    thread: typeof thread === 'string' ? thread : opened?.thread,
  };
}

/** Where a modal was opened; undefined when it does not say. */
export function openedIn(metadata: string | undefined): z.infer<typeof OpenedIn> | undefined {
  if (!metadata) return undefined;
  const parsed = OpenedIn.safeParse(parsedJson(metadata));
  return parsed.success ? parsed.data : undefined;
}

/** To whoever pressed: in the channel or thread of the message, or directly where a modal or App Home was pressed in. */
function outletOf(body: BlockAction, client: WebClient, place: Place): Outlet {
  if (body.view || !body.response_url) return directlyTo(client, place);
  return place.thread === undefined
    ? ephemeralOutlet(client, body.response_url, place)
    : ephemeralInThread(client, { ...place, thread: place.thread });
}
