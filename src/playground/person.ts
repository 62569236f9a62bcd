import { NothingCame } from './bulletin.ts';
import { NotDelivered } from './delivery/delivery.ts';
import type { Channel, User } from './directory.ts';
import { InteractivePerson } from './interactions/interactive-person.ts';
import type { Message } from './message.ts';
import { NotPossible } from './not-possible.ts';
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
  get user(): User {
    return this.actor.user;
  }

  #channel(named: string): Channel {
    const { workspace } = this.actor;
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
      ...(thread === undefined ? {} : { threadTs: thread }),
    });
    noteAbsence(workspace, { person: this.user.id, channel, thread }, message);
  }

  async #command(command: string, text: string, channel: Channel, thread?: string): Promise<void> {
    const { workspace, dispatch, responseUrls } = this.actor;
    const { team, app } = workspace;
    const listener = { person: this.user.id, channel, thread };
    const known = workspace.installedBy && app.commands.find((one) => one.command === command);
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
      channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
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
