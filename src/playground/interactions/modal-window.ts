import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { faultsIn } from '../forms/field-check.ts';
import { fieldsOf } from '../forms/fields.ts';
import { contentIn } from '../forms/values.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import type { View } from '../views/view.ts';
import { viewContentOf } from '../views/view-check.ts';
import { type Actor, interact, TROUBLE } from './actor.ts';

/** A form that was not taken: what stands beside its fields, by block id. */
export class NotSubmitted extends NotPossible {
  override readonly code = 'not_submitted';
  readonly errors: Readonly<Record<string, string>>;

  constructor(errors: Readonly<Record<string, string>>) {
    super(Object.values(errors).join(' '));
    this.errors = errors;
  }
}

/** How an app may acknowledge a submission; an empty acknowledgement closes the modal. */
const Acknowledgement = z.union([
  z.discriminatedUnion('response_action', [
    z.object({
      response_action: z.literal('errors'),
      errors: z.record(z.string(), z.string()).refine((errors) => Object.keys(errors).length > 0),
    }),
    z.object({ response_action: z.literal('update'), view: z.unknown() }),
    z.object({ response_action: z.literal('push'), view: z.unknown() }),
    z.object({ response_action: z.literal('clear') }),
  ]),
  z.strictObject({}).transform(() => ({ response_action: 'close' as const })),
]);

/** The open modals of a person: submitting and closing them. */
export class ModalWindow {
  readonly #sending = new Set<string>();

  readonly actor: Actor;

  constructor(actor: Actor) {
    this.actor = actor;
  }

  /** The modal on top. Throws NotPossible when none is open. */
  get top(): View {
    const view = this.actor.workspace.views.stack(this.actor.user.id).at(-1);
    if (view === undefined) throw new NotPossible('No window is open.');
    return view;
  }

  /**
   * Submits the modal on top. Rejects with NotSubmitted when Slack, before anything is sent, or the app finds fault with its
   * fields, and with NotPossible when the app did not acknowledge as it should; the modal stays open then.
   */
  async submits(): Promise<void> {
    const view = this.top;
    if (!view.content.submit) throw new NotPossible('This window has nothing to submit.');
    if (this.#sending.has(view.id)) throw new NotPossible('This is already being sent.');
    const { views } = this.actor.workspace;
    const faults = faultsIn(fieldsOf(view.content.blocks), views.values(view));
    if (Object.keys(faults).length > 0) throw new NotSubmitted(faults);
    this.actor.acts();
    this.#sending.add(view.id);
    try {
      this.#follow(view, await interact(this.actor, this.#submission(view), TROUBLE));
    } catch (error) {
      if (error instanceof ApiError || error instanceof z.ZodError)
        throw new NotPossible(TROUBLE, { cause: error });
      throw error;
    } finally {
      this.#sending.delete(view.id);
    }
  }

  /** Closes the modal on top, or all. The app is told of those that ask for it. */
  async closes({ all = false }: { readonly all?: boolean | undefined }): Promise<void> {
    const { top } = this;
    const { workspace, user } = this.actor;
    const isCleared = all || top.content.clear_on_close;
    const gone = isCleared ? workspace.views.stack(user.id).toReversed() : [top];
    this.actor.acts();
    const payloads = gone
      .filter(({ content }) => content.notify_on_close)
      .map((view) => ({
        type: 'view_closed',
        view: workspace.views.forApp(view),
        is_cleared: isCleared,
      }));
    for (const view of gone) workspace.views.close(view);
    // The window is closed either way; when the app does not hear of it, that is in the news.
    await Promise.allSettled(payloads.map((payload) => interact(this.actor, payload, TROUBLE)));
  }

  #submission(view: View): SlackObject {
    const { workspace, user } = this.actor;
    const { id: viewId, conversation } = view;
    return {
      type: 'view_submission',
      trigger_id: workspace.views.triggers.issue({ person: user.id, conversation, viewId }),
      view: workspace.views.forApp(view),
      response_urls: this.#responseUrls(view),
    };
  }

  /** Ways to write into the conversations that a form chose, where its selects ask for them. */
  #responseUrls(view: View): readonly SlackObject[] {
    const { workspace, user, responseUrls } = this.actor;
    return fieldsOf(view.content.blocks)
      .filter(({ element }) => element.response_url_enabled === true)
      .flatMap((field) => {
        const channel = contentIn(workspace.views.values(view), field);
        if (typeof channel !== 'string') return [];
        return [
          {
            block_id: field.blockId,
            action_id: field.actionId,
            channel_id: channel,
            response_url: responseUrls.issue({ channel, person: user.id }),
          },
        ];
      });
  }

  /** Does what the acknowledgement asks for. Throws an ApiError or a ZodError when it asks for what Slack does not do. */
  #follow(submitted: View, answer: SlackObject): void {
    const { views } = this.actor.workspace;
    const asked = Acknowledgement.parse(answer);
    const view = views.find({ id: submitted.id });
    if (view === undefined) return;
    const { person, id: viewId } = view;
    if (asked.response_action === 'close') views.close(view);
    else if (asked.response_action === 'clear') views.clear(person);
    else if (asked.response_action === 'update') views.update(view, viewContentOf(asked.view, 'modal'));
    else if (asked.response_action === 'push')
      views.push({ person, viewId }, viewContentOf(asked.view, 'modal'));
    else {
      const inputs = view.content.blocks.filter(({ type }) => type === 'input').map((one) => one.block_id);
      const areThere = Object.keys(asked.errors).every((id) => inputs.includes(id));
      throw areThere ? new NotSubmitted(asked.errors) : new ApiError('invalid_arguments');
    }
  }
}
