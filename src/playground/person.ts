import { z } from 'zod';
import { AgentPane } from './agent-pane.ts';
import { isObject } from './block-text.ts';
import { NothingCame } from './bulletin.ts';
import { joinChannel, leaveChannel, removeFromChannel } from './coming-and-going.ts';
import { contextActionsOf } from './context-actions.ts';
import { type Dispatch, NotDelivered } from './delivery/delivery.ts';
import { type Channel, nameForApp, type User } from './directory.ts';
import type { Message, SlackObject } from './message.ts';
import { messageForApp } from './message.ts';
import { NotPossible } from './not-possible.ts';
import { editOwn, takeBackOwn } from './own-messages.ts';
import { react, unreact } from './reactions.ts';
import type { Occasion, ResponseUrls } from './response-urls.ts';
import { invite, note, noteAbsence } from './slackbot.ts';
import { escapeText, typedText } from './typed-text.ts';
import type { Workspace } from './workspace.ts';

export { NotPossible } from './not-possible.ts';

export interface PersonParts {
  readonly workspace: Workspace;
  readonly dispatch: Dispatch;
  readonly responseUrls: ResponseUrls;
  newId(): string;
}

/** Where a person types: a channel's id or name, or 'app' for the direct message with the app. */
export interface Place {
  readonly channel: string;
  /** The ts of the thread's first message. */
  readonly thread?: string;
}

/** A person at the keyboard: what they can do in Slack's window, and what they see. */
export class Person {
  readonly #parts: PersonParts;
  #since = '0';

  readonly user: User;
  /** What they can do in the app's agent view. */
  readonly agent: AgentPane;

  constructor(user: User, parts: PersonParts) {
    this.user = user;
    this.#parts = parts;
    this.agent = new AgentPane(user, parts.workspace, (text) => this.types(text, { channel: 'app' }));
  }

  #channel(named: string): Channel {
    const { workspace } = this.#parts;
    if (workspace.user(this.user.id)?.isDeleted) throw new NotPossible('Your account is deactivated.');
    const channel = named === 'app' ? workspace.directMessage(this.user.id) : workspace.channel(named);
    if (!channel?.members.has(this.user.id)) throw new NotPossible(`You are not in a channel "${named}".`);
    return channel;
  }

  /** Sends what stands in the composer: a slash command if it begins with one, otherwise a message. */
  async types(typed: string, { channel: named, thread }: Place): Promise<void> {
    const channel = this.#channel(named);
    if (typed.trim() === '') throw new NotPossible('There is nothing to send.');
    this.#since = this.#parts.workspace.nextTs();
    const [command = '', ...rest] = typed.split(/(?<=^\S+)\s/);
    if (/^\/[a-z]/i.test(command)) return this.#command(command.trim(), rest.join(''), channel, thread);
    if (channel.isArchived) throw new NotPossible('This channel is archived.');
    const { workspace } = this.#parts;
    if (channel.kind === 'im' && !workspace.app.takesDirectMessages)
      throw new NotPossible('Sending messages to this app has been turned off.');
    const message = workspace.post({
      channel: channel.id,
      user: this.user.id,
      text: typedText(typed, workspace),
      ...(channel.person === this.user.id ? this.agent.context : {}),
      ...(thread === undefined ? {} : { threadTs: thread }),
    });
    noteAbsence(workspace, { person: this.user.id, channel, thread }, message);
  }

  async #command(command: string, text: string, channel: Channel, thread?: string): Promise<void> {
    const { workspace, dispatch, responseUrls } = this.#parts;
    const { team, app } = workspace;
    const listener = { person: this.user.id, channel, thread };
    const isStranger = this.user.foreignTeam !== undefined;
    const known = isStranger ? undefined : app.commands.find((one) => one.command === command);
    const isInvite = command === '/invite';
    if (known === undefined && !isInvite)
      return note(workspace, listener, `${command} is not a valid command.`);
    if (thread !== undefined)
      return note(workspace, listener, `${command} is not supported in threads. Sorry!`);
    if (known === undefined) return invite(workspace, listener, text);
    const occasion: Occasion = { channel: channel.id, person: this.user.id };
    const payload = {
      token: 'local',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: nameForApp(channel),
      user_id: this.user.id,
      user_name: this.user.name,
      command,
      text: known.should_escape ? typedText(text, workspace) : escapeText(text),
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: responseUrls.issue(occasion),
      trigger_id: this.#parts.newId(),
    };
    try {
      const answer = await dispatch.hand({ kind: 'slash_commands', payload, attempt: 0 });
      if (answer.text || answer.blocks) responseUrls.reply(occasion, JSON.stringify(answer));
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      const cause = error.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
      note(workspace, listener, `${command} failed with the error "${cause}"`);
    }
  }

  /** Presses the button with this action id or these words on a message. */
  async clicks(message: Message, button: string): Promise<void> {
    const { workspace, dispatch, responseUrls } = this.#parts;
    const { team, app } = workspace;
    const pressed = [...buttonsOf(message), ...contextActionsOf(message)].find(
      (one) => one.action_id === button || one.text.text === button,
    );
    if (pressed === undefined) throw new NotPossible(`This message has no button "${button}".`);
    if (!workspace.visibleTo(message, this.user.id)) throw new NotPossible('You do not see this message.');
    this.#since = workspace.nextTs();
    const isEphemeral = message.onlyFor !== undefined;
    const channel = this.#channel(message.channel);
    const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
    const payload = {
      type: 'block_actions',
      token: 'local',
      team: { id: team.id, domain: team.domain },
      user: {
        id: this.user.id,
        username: this.user.name,
        name: this.user.name,
        team_id: this.user.foreignTeam ?? team.id,
      },
      api_app_id: app.id,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...thread,
      },
      trigger_id: this.#parts.newId(),
      channel: { id: channel.id, name: nameForApp(channel) },
      ...(isEphemeral ? {} : { message: { ...messageForApp(message, team.id), ...thread } }),
      state: { values: {} },
      response_url: responseUrls.issue({ channel: channel.id, person: this.user.id, original: message }),
      actions: [{ ...pressed, action_ts: workspace.nextTs() }],
    };
    try {
      await dispatch.hand({ kind: 'interactive', payload, attempt: 0 });
    } catch (error) {
      if (!(error instanceof NotDelivered)) throw error;
      throw new NotPossible('That did not work. Try again.');
    }
  }

  /** Changes the words of a message of their own. */
  edits(message: Message, typed: string): void {
    editOwn(this.#parts.workspace, this.user.id, message, typed);
  }

  /** Deletes a message of their own. */
  deletes(message: Message): void {
    takeBackOwn(this.#parts.workspace, this.user.id, message);
  }

  /** Puts an emoji, such as "eyes", to a message. */
  reacts(message: Message, emoji: string): void {
    react(this.#parts.workspace, this.#seen(message), this.user.id, emoji);
  }

  /** Takes back an emoji. */
  unreacts(message: Message, emoji: string): void {
    unreact(this.#parts.workspace, this.#seen(message), this.user.id, emoji);
  }

  #seen(message: Message): Message {
    if (!this.#parts.workspace.visibleTo(message, this.user.id) || message.onlyFor !== undefined)
      throw new NotPossible('You cannot react to this message.');
    return message;
  }

  /** Joins a public channel, by id or name. */
  joins(channel: string): void {
    joinChannel(this.#parts.workspace, this.user, channel);
  }

  leaves(channel: string): void {
    leaveChannel(this.#parts.workspace, this.user.id, this.#channel(channel));
  }

  /** Removes a member, such as the app, from a channel. */
  removes(member: string, channel: string): void {
    removeFromChannel(this.#parts.workspace, this.user, member, this.#channel(channel));
  }

  /** Every message of a channel that this person sees, threads included, oldest first. */
  sees(channel: string): readonly Message[] {
    const { workspace } = this.#parts;
    return workspace
      .messages(this.#channel(channel).id)
      .filter((message) => workspace.visibleTo(message, this.user.id));
  }

  /**
   * The first message from somebody else that came to this person in a channel since their own last act, and that `matches`.
   * Rejects with NothingCame after `timeoutMs`, telling what came instead.
   */
  async awaits(
    channel: string,
    matches: (message: Message) => boolean = () => true,
    timeoutMs = 5000,
  ): Promise<Message> {
    const { workspace } = this.#parts;
    const { id } = this.#channel(channel);
    const isIt = (message: Message): boolean =>
      message.channel === id &&
      message.user !== this.user.id &&
      message.ts > this.#since &&
      workspace.visibleTo(message, this.user.id) &&
      matches(message);
    const here = this.sees(channel).find(isIt);
    if (here) return here;
    try {
      const { message } = await workspace.news.once(
        'message',
        (news) => news.kind !== 'removed' && isIt(news.message),
        timeoutMs,
      );
      return message;
    } catch (error) {
      if (!(error instanceof NothingCame)) throw error;
      const last = this.sees(channel).at(-1)?.text ?? 'nothing';
      throw new NothingCame('message', timeoutMs, `the last one seen is "${last}"`);
    }
  }
}

const Button = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  block_id: z.string(),
  text: z.looseObject({ text: z.string() }),
});

/** The buttons of a message, each with the id of its block. */
export function buttonsOf(message: Message): readonly z.infer<typeof Button>[] {
  return (message.blocks ?? []).flatMap((block) =>
    [...(Array.isArray(block.elements) ? block.elements : []), block.accessory]
      .filter(isObject)
      .map((element: SlackObject) => Button.safeParse({ ...element, block_id: block.block_id }))
      .flatMap((button) => (button.success ? [button.data] : [])),
  );
}
