import { isObject } from '../block-text.ts';
import { contentOfEntry, type Entry, nameOf } from '../forms/entry.ts';
import { type Field, fieldNamed, fieldsOf, wordsOf } from '../forms/fields.ts';
import { contentIn, holding, holdsValue, withContent } from '../forms/values.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { type Actor, interact } from './actor.ts';
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
    const surface = this.#surfaces.current(given);
    const field = this.#field(surface, named);
    const { workspace, user } = this.actor;
    const content = contentOfEntry(await this.#withOptions(surface, field, entry), entry, {
      user: (name) => workspace.user(name),
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

  #suggested(surface: Surface, field: Field, typed: string): Promise<readonly SlackObject[]> {
    if (!/external_select$/.test(field.type))
      throw new NotPossible(`The app suggests nothing for ${nameOf(field)}.`);
    return optionsFor(field, typed, this.#surfaces.shown(surface), this.actor);
  }

  /** A field whose options are known: those of an external select are what the app suggests for the words entered. */
  async #withOptions(surface: Surface, field: Field, entry: Entry): Promise<Field> {
    if (!/external_select$/.test(field.type)) return field;
    const typed = [entry].flat().filter((one) => one !== '');
    const options = await Promise.all(typed.map((one) => this.#suggested(surface, field, one)));
    return { ...field, element: { ...field.element, options: options.flat() } };
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
