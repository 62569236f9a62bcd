import { isObject } from '../block-text.ts';
import { contentOfEntry, type Entry, nameOf, optionNamed } from '../forms/entry.ts';
import { type Field, fieldNamed, fieldsOf, wordsOf } from '../forms/fields.ts';
import { contentIn, holding, holdsValue, withContent } from '../forms/values.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { optionsOf } from '../option-check.ts';
import { type Actor, interact } from './actor.ts';
import { ownFile } from './attached-files.ts';
import { buttonNamed, buttonsOf } from './buttons.ts';
import { optionsFor } from './suggestions.ts';
import { blocksOf, isView, type Surface, Surfaces } from './surface.ts';

/** What a person says to the question that an element asks before it acts. */
export interface Answer {
  readonly confirms?: boolean | undefined;
}

/** What a person does to the elements of messages, modals and the Home tab. */
export class BlockActions {
  readonly #surfaces: Surfaces;
  /** The list that is folded out: whose it is, and what the app suggested for it. */
  #list: { readonly of: string; readonly options: readonly SlackObject[] } | undefined;

  readonly actor: Actor;

  constructor(actor: Actor) {
    this.actor = actor;
    this.#surfaces = new Surfaces(actor);
  }

  /** Presses a button, or picks an entry of an overflow menu, by its words or action id. */
  async clicks(given: Surface, named: string, answer: Answer): Promise<void> {
    const surface = this.#surfaces.current(given);
    const button = buttonNamed(buttonsOf(surface), named);
    if (button === undefined)
      throw new NotPossible(`This ${isView(surface) ? 'window' : 'message'} has no button "${named}".`);
    if (isConfirmed(button.confirm, answer)) await this.#tell(surface, button.action);
  }

  /** Enters something into a field; the app is told at once where the field acts by itself. */
  async fills(given: Surface, named: string, entry: Entry, answer: Answer): Promise<void> {
    const before = this.#surfaces.current(given);
    const wanted = this.#field(before, named);
    const options = await this.#offers(before, wanted, entry);
    // While the app was asked for options it may have changed the surface.
    const surface = this.#surfaces.current(before);
    const field = this.#field(surface, `${wanted.blockId}/${wanted.actionId}`);
    const { workspace, user } = this.actor;
    const content = contentOfEntry(field, entry, {
      options,
      user: (name) => workspace.user(name),
      file: (id) => ownFile(this.actor, id),
      conversation: (name) => {
        const found = name === 'app' ? workspace.directMessage(user.id) : workspace.channel(name);
        return found?.kind === 'channel' || found?.members.has(user.id) ? found : undefined;
      },
    });
    const values = this.#surfaces.values(surface);
    const isChange = JSON.stringify(content) !== JSON.stringify(contentIn(values, field));
    const acts = isChange && actsOnChange(field);
    if (acts && !isConfirmed(field.element.confirm, answer)) return;
    this.#surfaces.enter(surface, withContent(values, field, content));
    if (acts) await this.#tellOf(surface, field, content);
  }

  /** Presses Enter in a text field: the app is told if the field asks for it. */
  async pressesEnter(given: Surface, named: string): Promise<void> {
    const surface = this.#surfaces.current(given);
    const field = this.#field(surface, named);
    if (!field.dispatches || !isText(field) || !triggersOf(field).includes('on_enter_pressed')) return;
    await this.#tellOf(surface, field, contentIn(this.#surfaces.values(surface), field));
  }

  /** What the app suggests for what was typed into an external select; nothing while too little is typed. */
  async suggestions(given: Surface, named: string, typed: string): Promise<readonly SlackObject[]> {
    const surface = this.#surfaces.current(given);
    return this.#suggested(surface, this.#field(surface, named), typed);
  }

  #field(surface: Surface, named: string): Field {
    const fields = fieldsOf(blocksOf(surface)).filter(({ type }) => holdsValue(type));
    const field = fieldNamed(fields, named);
    if (field !== undefined) return field;
    const known = fields.map(nameOf).join(', ');
    throw new NotPossible(`There is no field "${named}" here.${known && ` There are: ${known}.`}`);
  }

  async #suggested(surface: Surface, field: Field, typed: string): Promise<readonly SlackObject[]> {
    if (!isExternal(field)) throw new NotPossible(`The app suggests nothing for ${nameOf(field)}.`);
    const options = await optionsFor(field, typed, this.#surfaces.shown(surface), this.actor);
    this.#list = { of: listId(surface, field), options };
    return options;
  }

  /**
   * What can be chosen in a field. An external select offers what is chosen already and what its list shows; for other
   * words the app is asked, as if they were typed.
   */
  async #offers(surface: Surface, field: Field, entry: Entry): Promise<readonly SlackObject[]> {
    if (!isExternal(field)) return optionsOf(field.element);
    const chosen = [contentIn(this.#surfaces.values(surface), field)].flat().filter(isObject);
    const listed = this.#list?.of === listId(surface, field) ? this.#list.options : [];
    const offered = [...chosen, ...listed];
    for (const words of [entry].flat()) {
      if (words !== '' && optionNamed(offered, words) === undefined)
        offered.push(...(await this.#suggested(surface, field, words)));
    }
    return offered;
  }

  #tellOf(surface: Surface, field: Field, content: unknown): Promise<void> {
    const { actionId, blockId } = field;
    return this.#tell(surface, { ...holding(field, content), action_id: actionId, block_id: blockId });
  }

  async #tell(surface: Surface, action: SlackObject): Promise<void> {
    const { workspace, responseUrls, user } = this.actor;
    this.actor.acts();
    const inView = isView(surface);
    const conversation = inView ? surface.conversation : surface.channel;
    const trigger = { person: user.id, conversation, viewId: inView ? surface.id : undefined };
    const payload = {
      type: 'block_actions',
      ...this.#surfaces.shown(surface),
      trigger_id: workspace.views.triggers.issue(trigger),
      ...(inView
        ? {}
        : {
            state: { values: this.#surfaces.values(surface) },
            response_url: responseUrls.issue({
              channel: surface.channel,
              person: user.id,
              original: surface,
            }),
          }),
      actions: [{ ...action, action_ts: workspace.nextTs() }],
    };
    await interact(this.actor, payload, 'That did not work. Try again.');
  }
}

const isExternal = ({ type }: Field): boolean => /external_select$/.test(type);

const listId = (surface: Surface, { blockId, actionId }: Field): string =>
  [isView(surface) ? surface.id : surface.ts, blockId, actionId].join('/');

const isText = ({ type }: Field): boolean => /_input$/.test(type) && type !== 'file_input';

/** When a text field tells the app of itself. */
function triggersOf({ element }: Field): readonly unknown[] {
  const config = element.dispatch_action_config;
  return isObject(config) && Array.isArray(config.trigger_actions_on)
    ? config.trigger_actions_on
    : ['on_enter_pressed'];
}

const actsOnChange = (field: Field): boolean =>
  field.dispatches && (!isText(field) || triggersOf(field).includes('on_character_entered'));

/** Whether an element may act: what it asks before must have been answered. */
function isConfirmed(confirm: unknown, { confirms }: Answer): boolean {
  if (!isObject(confirm)) return true;
  if (confirms === undefined)
    throw new NotPossible(`Slack asks first: "${wordsOf(confirm.title)}". Confirm or cancel.`);
  return confirms;
}
