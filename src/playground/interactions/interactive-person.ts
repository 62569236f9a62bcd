import { NothingCame } from '../bulletin.ts';
import type { User } from '../directory.ts';
import type { Entry } from '../forms/entry.ts';
import type { Message, SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import type { View } from '../views/view.ts';
import type { Actor } from './actor.ts';
import { type ChosenFile, upload } from './attached-files.ts';
import { type Answer, BlockActions } from './block-actions.ts';
import { ModalWindow } from './modal-window.ts';
import { useShortcut } from './shortcuts.ts';
import type { Surface } from './surface.ts';

export type PersonParts = Pick<Actor, 'workspace' | 'dispatch' | 'responseUrls'>;

/** The surface that a field is in. */
export interface In {
  readonly in?: Surface | undefined;
}

/** What a person does with buttons, forms, windows, shortcuts and the Home tab. */
export class InteractivePerson {
  readonly #blockActions: BlockActions;
  readonly #window: ModalWindow;

  protected readonly actor: Actor;
  /** The ts of their last act. */
  protected since = '0';

  constructor(user: User, parts: PersonParts) {
    const acts = (): void => {
      this.since = parts.workspace.nextTs();
    };
    this.actor = { ...parts, user, acts };
    this.#blockActions = new BlockActions(this.actor);
    this.#window = new ModalWindow(this.actor);
  }

  /** Presses a button, or picks an entry of an overflow menu, by its action id or words. */
  clicks(surface: Surface, button: string, answer: Answer = {}): Promise<void> {
    return this.#blockActions.clicks(surface, button, answer);
  }

  /**
   * Enters something into a field: text, an option by its words or value, a name, a date, a time; several into a list; ''
   * empties it. The field is named by its label, placeholder or ids, and is in the open modal unless `in` says otherwise.
   */
  async fills(field: string, entry: Entry, { in: surface, ...answer }: Answer & In = {}): Promise<void> {
    return this.#blockActions.fills(surface ?? this.#window.top, field, entry, answer);
  }

  /** Uploads a file for a form. Gives its id, to be entered into a field for files. */
  choosesFile(file: ChosenFile): string {
    return upload(this.actor, file).id;
  }

  /** Chooses files from the disk for a field of the open modal; none takes out what was there. */
  async attaches(field: string, ...files: readonly ChosenFile[]): Promise<void> {
    const chosen = files.map((file) => this.choosesFile(file));
    return this.fills(field, chosen);
  }

  /** Presses Enter in a text field. */
  async pressesEnter(field: string, { in: surface }: In = {}): Promise<void> {
    return this.#blockActions.pressesEnter(surface ?? this.#window.top, field);
  }

  /** What the app offers in an external select for what was typed. */
  async suggestions(field: string, typed: string, { in: surface }: In = {}): Promise<readonly SlackObject[]> {
    return this.#blockActions.suggestions(surface ?? this.#window.top, field, typed);
  }

  /** Submits the open modal. Rejects with NotSubmitted, which holds what is wrong by block id. */
  submits(): Promise<void> {
    return this.#window.submits();
  }

  /** Closes the open modal, which shows the one below it, or closes all at once. */
  closes(which: { readonly all?: boolean | undefined } = {}): Promise<void> {
    return this.#window.closes(which);
  }

  /** Uses a global shortcut, or one on a message, by its name or callback id. */
  usesShortcut(named: string, message?: Message): Promise<void> {
    return useShortcut(this.actor, named, message);
  }

  /** Opens the app's Home tab and sees what is in it now. */
  opensHome(): View | undefined {
    const { workspace } = this.actor;
    if (!workspace.app.hasHome) throw new NotPossible('This app has no Home tab.');
    this.actor.acts();
    workspace.news.post('appHome', { person: this.actor.user.id, tab: 'home' });
    return this.home();
  }

  /** Opens the direct message with the app. */
  opensMessages(): void {
    this.actor.acts();
    this.actor.workspace.news.post('appHome', { person: this.actor.user.id, tab: 'messages' });
  }

  /** The Home tab as it now is. */
  home(): View | undefined {
    return this.actor.workspace.views.home(this.actor.user.id);
  }

  /** The modal that is open, the topmost of several. */
  modal(): View | undefined {
    return this.actor.workspace.views.stack(this.actor.user.id).at(-1);
  }

  /** The Home tab, once it `matches`. Rejects with NothingCame after `timeoutMs`. */
  awaitsHome(matches: (view: View) => boolean = () => true, timeoutMs = 5000): Promise<View> {
    return this.#awaitsView('Home tab', () => this.home(), matches, timeoutMs);
  }

  /** The open modal, once it `matches`. Rejects with NothingCame after `timeoutMs`. */
  awaitsModal(matches: (view: View) => boolean = () => true, timeoutMs = 5000): Promise<View> {
    return this.#awaitsView('modal', () => this.modal(), matches, timeoutMs);
  }

  async #awaitsView(
    what: string,
    seen: () => View | undefined,
    matches: (view: View) => boolean,
    timeoutMs: number,
  ): Promise<View> {
    let view = seen();
    const isIt = (): boolean => {
      view = seen();
      return view !== undefined && matches(view);
    };
    try {
      if (!isIt()) await this.actor.workspace.news.once('view', isIt, timeoutMs);
      return view as View;
    } catch (error) {
      if (!(error instanceof NothingCame)) throw error;
      const title = seen()?.content.title?.text;
      throw new NothingCame(what, timeoutMs, title && `the one that is open is "${title}"`);
    }
  }
}
