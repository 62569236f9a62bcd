import { type FieldValues, valuesOf } from '../forms/values.ts';
import { type Message, messageForApp, type SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import type { View } from '../views/view.ts';
import { type Actor, shownChannel } from './actor.ts';

/** What holds buttons and fields: a message, a modal or the Home tab. */
export type Surface = Message | View;

export const isView = (surface: Surface): surface is View => 'content' in surface;

export const blocksOf = (surface: Surface): readonly SlackObject[] =>
  isView(surface) ? surface.content.blocks : (surface.blocks ?? []);

/** The surfaces that one person has before them, with what they entered there. */
export class Surfaces {
  readonly #inMessages = new Map<string, FieldValues>();

  readonly actor: Actor;

  constructor(actor: Actor) {
    this.actor = actor;
  }

  /** A surface as it now is. Throws NotPossible when the person cannot reach it. */
  current<Given extends Surface>(surface: Given): Given | View {
    const { workspace, user } = this.actor;
    if (!isView(surface)) {
      if (!workspace.visibleTo(surface, user.id)) throw new NotPossible('You do not see this message.');
      return surface;
    }
    const view = workspace.views.find({ id: surface.id });
    if (view?.person !== user.id) throw new NotPossible('This window is no longer open.');
    const top = workspace.views.stack(user.id).at(-1);
    if (view.content.type === 'modal' && view.id !== top?.id)
      throw new NotPossible('Another window lies over this one.');
    return view;
  }

  /** What stands in the fields of a surface. */
  values(surface: Surface): FieldValues {
    if (isView(surface)) return this.actor.workspace.views.values(surface);
    return valuesOf(blocksOf(surface), surface.channel, this.#inMessages.get(key(surface)));
  }

  enter(surface: Surface, values: FieldValues): void {
    if (isView(surface)) this.actor.workspace.views.enter(surface, values);
    else this.#inMessages.set(key(surface), values);
  }

  /** How payloads tell which surface it was, without the ways to answer. */
  shown(surface: Surface): SlackObject {
    const { workspace } = this.actor;
    if (isView(surface))
      return {
        container: { type: 'view', view_id: surface.id },
        view: workspace.views.forApp(surface),
      };
    const isEphemeral = surface.onlyFor !== undefined;
    const channel = workspace.channel(surface.channel);
    const thread = surface.threadTs === undefined ? {} : { thread_ts: surface.threadTs };
    return {
      container: {
        type: 'message',
        message_ts: surface.ts,
        channel_id: surface.channel,
        is_ephemeral: isEphemeral,
        ...thread,
      },
      ...(channel === undefined ? {} : { channel: shownChannel(channel) }),
      ...(isEphemeral ? {} : { message: { ...messageForApp(surface, workspace.team.id), ...thread } }),
    };
  }
}

const key = ({ channel, ts }: Message): string => `${channel}:${ts}`;
