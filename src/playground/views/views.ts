import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { withIds } from '../blocks-check.ts';
import type { Bulletin } from '../bulletin.ts';
import { type FieldValues, valuesOf } from '../forms/values.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { SlackObject } from '../message.ts';
import type { News } from '../news.ts';
import { type Trigger, Triggers } from './triggers.ts';
import type { View, ViewContent } from './view.ts';

/** The most views that may lie on each other. */
const MOST_STACKED = 3;

export interface ViewsParts {
  readonly app: InstalledApp;
  readonly teamId: string;
  readonly news: Bulletin<News>;
  /** Ms since 1970. */
  readonly now: () => number;
}

const random = (bytes: number): string => randomBytes(bytes).toString('hex').toUpperCase();

/** The views of the app: each person's open modals and Home tab, with what stands in their fields. Every change is news. */
export class Views {
  readonly #stacks = new Map<string, readonly View[]>();
  readonly #homes = new Map<string, View>();
  readonly #values = new Map<string, FieldValues>();

  readonly triggers: Triggers;
  readonly parts: ViewsParts;

  constructor(parts: ViewsParts) {
    this.parts = parts;
    this.triggers = new Triggers(parts.now);
  }

  /** A person's open modals, the root first. */
  stack(person: string): readonly View[] {
    return this.#stacks.get(person) ?? [];
  }

  home(person: string): View | undefined {
    return this.#homes.get(person);
  }

  /** A view that is there, by its id or by what the app calls it. */
  find(matches: { readonly id: string } | { readonly externalId: string }): View | undefined {
    return [...this.#homes.values(), ...[...this.#stacks.values()].flat()].find((view) =>
      'id' in matches ? view.id === matches.id : view.content.external_id === matches.externalId,
    );
  }

  /** What stands in the fields of a view. */
  values(view: View): FieldValues {
    return this.#values.get(view.id) ?? {};
  }

  /** Keeps what a person entered. */
  enter(view: View, values: FieldValues): void {
    this.#values.set(view.id, values);
  }

  /** Opens a modal; what the person had open before goes. */
  open({ person, conversation }: Trigger, content: ViewContent): View {
    this.#checkExternalId(content);
    const view = this.#newView(person, content, conversation);
    this.clear(person);
    return this.#putOn(view);
  }

  /** Lays a modal on those that are open. Throws an ApiError when there is none, or when the stack is full. */
  push({ person, viewId, conversation }: Trigger, content: ViewContent): View {
    const stack = this.stack(person);
    const top = stack.at(-1);
    if (top === undefined || !stack.some(({ id }) => id === viewId)) throw new ApiError('not_found');
    if (stack.length >= MOST_STACKED) throw new ApiError('push_limit_reached');
    this.#checkExternalId(content);
    const view = this.#newView(person, content, conversation ?? top.conversation);
    return this.#putOn({ ...view, rootId: top.rootId, previousId: top.id });
  }

  /** Shows a person's Home tab. */
  publish(person: string, content: ViewContent): View {
    const before = this.#homes.get(person);
    if (before !== undefined) return this.update(before, content);
    this.#checkExternalId(content);
    const view = this.#newView(person, content);
    this.#homes.set(person, view);
    return this.#tell('published', view);
  }

  /** Replaces what a view says. What was entered stays where block, action and kind of element are the same. */
  update(before: View, content: ViewContent): View {
    this.#checkExternalId(content, before.id);
    const view = { ...before, content: this.#named(content), hash: this.#newHash() };
    if (content.type === 'home') this.#homes.set(view.person, view);
    else
      this.#stacks.set(
        view.person,
        this.stack(view.person).map((one) => (one.id === view.id ? view : one)),
      );
    this.enter(view, valuesOf(view.content.blocks, view.conversation, this.values(before)));
    return this.#tell(content.type === 'home' ? 'published' : 'updated', view);
  }

  /** Takes one modal out of its stack; what lay on it comes to lie on the one below. */
  close(view: View): void {
    const stack = this.stack(view.person);
    const rest = stack.filter(({ id }) => id !== view.id);
    if (rest.length === stack.length) return;
    const [root] = rest;
    this.#stacks.set(
      view.person,
      rest.map((one, at) => ({
        ...one,
        rootId: root?.id ?? one.id,
        previousId: rest[at - 1]?.id ?? null,
      })),
    );
    this.#tell('closed', view);
    this.#values.delete(view.id);
  }

  /** Takes all modals of a person away, the top one first. */
  clear(person: string): void {
    for (const view of this.stack(person).toReversed()) this.close(view);
  }

  /** A view as the Web API and payloads show it. */
  forApp(view: View): SlackObject {
    const { app, teamId } = this.parts;
    const { content } = view;
    return {
      id: view.id,
      team_id: teamId,
      ...content,
      title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
      close: content.close ?? null,
      submit: content.submit ?? null,
      state: { values: this.values(view) },
      hash: view.hash,
      previous_view_id: view.previousId,
      root_view_id: view.rootId,
      app_id: app.id,
      app_installed_team_id: teamId,
      bot_id: app.botId,
    };
  }

  #newHash(): string {
    return `${Math.floor(this.parts.now() / 1000)}.${random(4)}`;
  }

  #named(content: ViewContent): ViewContent {
    return { ...content, blocks: [...withIds(content.blocks, () => random(3))] };
  }

  #newView(person: string, content: ViewContent, conversation?: string): View {
    const id = `V${random(5)}`;
    const view: View = {
      id,
      person,
      rootId: id,
      previousId: null,
      hash: this.#newHash(),
      conversation,
      content: this.#named(content),
    };
    this.enter(view, valuesOf(view.content.blocks, conversation));
    return view;
  }

  #checkExternalId({ external_id: externalId }: ViewContent, except?: string): void {
    const other = externalId === '' ? undefined : this.find({ externalId });
    if (other !== undefined && other.id !== except) throw new ApiError('duplicate_external_id');
  }

  #putOn(view: View): View {
    this.#stacks.set(view.person, [...this.stack(view.person), view]);
    return this.#tell('opened', view);
  }

  #tell(kind: News['view']['kind'], view: View): View {
    this.parts.news.post('view', { kind, view });
    return view;
  }
}
