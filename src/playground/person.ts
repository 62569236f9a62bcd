import { AgentPane } from './agent-pane.ts';
import { NothingCame } from './bulletin.ts';
import { joinChannel, leaveChannel, removeFromChannel } from './coming-and-going.ts';
import { NotDelivered } from './delivery/delivery.ts';
import { type Channel, nameForApp, type User } from './directory.ts';
import { InteractivePerson, type PersonParts } from './interactions/interactive-person.ts';
import type { Message } from './message.ts';
import { NotPossible } from './not-possible.ts';
import { editOwn, takeBackOwn } from './own-messages.ts';
import { react, unreact } from './reactions.ts';
import type { Occasion } from './response-urls.ts';
import { invite, note, noteAbsence } from './slackbot.ts';
import { escapeText, typedText } from './typed-text.ts';

/** Where a person types: a channel's id or name, or 'app' for the direct message with the app. */
export interface Place {
  readonly channel: string;
  /** The ts of the thread's first message. */
  readonly thread?: string;
}

/** A person at the keyboard: what they can do in Slack's window, and what they see. */
export class Person extends InteractivePerson {
  /** What they can do in the app's agent view. */
  readonly agent: AgentPane;

  constructor(user: User, parts: PersonParts) {
    super(user, parts);
    this.agent = new AgentPane(user, parts.workspace, (text) => this.types(text, { channel: 'app' }));
  }

  get user(): User {
    return this.actor.user;
  }

  #channel(named: string): Channel {
    const { workspace } = this.actor;
    if (workspace.user(this.user.id)?.isDeleted) throw new NotPossible('Your account is deactivated.');
    const channel = named === 'app' ? workspace.directMessage(this.user.id) : workspace.channel(named);
    if (!channel?.members.has(this.user.id)) throw new NotPossible(`You are not in a channel "${named}".`);
    return channel;
  }

  /** Sends what stands in the composer: a slash command if it begins with one, otherwise a message. */
  async types(typed: string, { channel: named, thread }: Place): Promise<void> {
    const channel = this.#channel(named);
    if (typed.trim() === '') throw new NotPossible('There is nothing to send.');
    this.actor.acts();
    const [command = '', ...rest] = typed.split(/(?<=^\S+)\s/);
    if (/^\/[a-z]/i.test(command)) return this.#command(command.trim(), rest.join(''), channel, thread);
    if (channel.isArchived) throw new NotPossible('This channel is archived.');
    const { workspace } = this.actor;
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
    const { workspace, dispatch, responseUrls } = this.actor;
    const { team, app } = workspace;
    const listener = { person: this.user.id, channel, thread };
    const isStranger = this.user.foreignTeam !== undefined;
    const known =
      isStranger || !workspace.installedBy ? undefined : app.commands.find((one) => one.command === command);
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
      ...(team.enterprise && { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name }),
      is_enterprise_install: String(workspace.installedBy === 'enterprise'),
      response_url: responseUrls.issue(occasion),
      trigger_id: workspace.views.triggers.issue({ person: this.user.id, conversation: channel.id }),
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

  /** Changes the words of a message of their own. */
  edits(message: Message, typed: string): void {
    editOwn(this.actor.workspace, this.user.id, message, typed);
  }

  /** Deletes a message of their own. */
  deletes(message: Message): void {
    takeBackOwn(this.actor.workspace, this.user.id, message);
  }

  /** Puts an emoji, such as "eyes", to a message. */
  reacts(message: Message, emoji: string): void {
    react(this.actor.workspace, this.#seen(message), this.user.id, emoji);
  }

  /** Takes back an emoji. */
  unreacts(message: Message, emoji: string): void {
    unreact(this.actor.workspace, this.#seen(message), this.user.id, emoji);
  }

  #seen(message: Message): Message {
    if (!this.actor.workspace.visibleTo(message, this.user.id) || message.onlyFor !== undefined)
      throw new NotPossible('You cannot react to this message.');
    return message;
  }

  /** Joins a public channel, by id or name. */
  joins(channel: string): void {
    joinChannel(this.actor.workspace, this.user, channel);
  }

  leaves(channel: string): void {
    leaveChannel(this.actor.workspace, this.user.id, this.#channel(channel));
  }

  /** Removes a member, such as the app, from a channel. */
  removes(member: string, channel: string): void {
    removeFromChannel(this.actor.workspace, this.user, member, this.#channel(channel));
  }

  /** Every message of a channel that this person sees, threads included, oldest first. */
  sees(channel: string): readonly Message[] {
    const { workspace } = this.actor;
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
    const { workspace } = this.actor;
    const { id } = this.#channel(channel);
    const isIt = (message: Message): boolean =>
      message.channel === id &&
      message.user !== this.user.id &&
      message.ts > this.since &&
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
