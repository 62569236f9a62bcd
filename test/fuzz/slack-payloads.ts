import { fieldsOf } from '../../src/playground/forms/fields.ts';
import type { Actor } from '../../src/playground/interactions/actor.ts';
import type { Person } from '../../src/playground/person.ts';
import type { View } from '../../src/playground/views/view.ts';
import type { Workspace } from '../../src/playground/workspace.ts';
import { ACTIONS, SHORTCUTS, VIEWS } from '../../src/slack/actions.ts';
import { chosen, type Element, elementsOf, entry } from './elements.ts';
import { mutated } from './hostile.ts';
import { type Plan, pick } from './plan.ts';

/** Slack's own are shorter, and the local Slack keeps a thousand of them. */
const LONGEST = 100_000;

/** What is handed over, and whether Slack itself could have sent it so. */
export interface Handed {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  payload: string;
  isValid: boolean;
}

/** One workspace with what the app has shown in it, from which payloads are made. */
export class Scene {
  readonly #workspace: Workspace;
  readonly #people: readonly Person[];
  /** A word that everything typed here contains. */
  readonly #mark: string;
  readonly #views: View[] = [];

  constructor(workspace: Workspace, people: readonly Person[], mark: string) {
    this.#workspace = workspace;
    this.#people = people;
    this.#mark = mark;
  }

  /** Closes what lies open, and keeps it to be used again as a window that is no longer there. */
  settle(): void {
    for (const { user } of this.#people) {
      const { views } = this.#workspace;
      const open = views.stack(user.id);
      this.#views.push(...open.filter(({ content }) => JSON.stringify(content).length < LONGEST));
      views.clear(user.id);
    }
    this.#views.splice(0, Math.max(0, this.#views.length - 100));
  }

  make(plan: Plan): Handed {
    const made = this.#make(plan);
    const changed = mutated(made.payload, plan.mutations);
    const isChanged = plan.mutations.length > 0 && changed.length < LONGEST;
    return {
      kind: made.kind,
      isValid: made.isSlacks !== false && !isChanged && plan.kind !== 'raw',
      payload:
        plan.kind === 'raw'
          ? JSON.stringify(plan.odd ?? null)
          : isChanged
            ? changed
            : JSON.stringify(made.payload),
    };
  }

  #make(plan: Plan): { kind: Handed['kind']; payload: object; isSlacks?: boolean } {
    const { kind, numbers, more } = plan;
    const text = `${plan.text} ${this.#mark}`;
    const [a = 0, b = 0, c = 0] = numbers;
    const person = pick(this.#people, a) as Person;
    const { workspace } = actorOf(person);
    const { team, app } = workspace;
    const channel = pick(workspace.channels, b);
    const user = person.user.id;
    const thread = c % 3 === 0 ? { thread_ts: workspace.nextTs() } : {};
    const event = (more: object) => ({
      kind: 'events_api' as const,
      payload: {
        token: 'local',
        team_id: team.id,
        api_app_id: app.id,
        type: 'event_callback',
        event_id: `Ev${a}${b}${c}`,
        event_time: 1,
        authorizations: [
          {
            team_id: team.id,
            enterprise_id: null,
            user_id: app.botUserId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        event: { user, event_ts: workspace.nextTs(), ...more },
      },
    });
    const said = { ts: workspace.nextTs(), text, user, team: team.id, ...thread };
    const place = { channel: channel?.id, channel_type: channel?.kind };
    const who = {
      token: 'local',
      team: { id: team.id, domain: team.domain },
      user: { id: user, username: person.user.name, name: person.user.name, team_id: team.id },
      api_app_id: app.id,
      enterprise: null,
      is_enterprise_install: false,
    };
    const trigger_id = workspace.views.triggers.issue({ person: user, conversation: channel?.id });
    const response_url = actorOf(person).responseUrls.issue({ channel: String(channel?.id), person: user });
    const interactive = (payload: object) => ({
      kind: 'interactive' as const,
      payload: { ...who, ...payload },
    });
    const view = this.#viewOf(person, c);
    switch (kind) {
      case 'command':
        return {
          kind: 'slash_commands',
          payload: {
            token: 'local',
            team_id: team.id,
            team_domain: team.domain,
            channel_id: channel?.id,
            channel_name: channel?.name,
            user_id: user,
            user_name: person.user.name,
            command: '/rolefit',
            text,
            api_app_id: app.id,
            is_enterprise_install: 'false',
            response_url,
            trigger_id,
          },
        };
      case 'message':
        return event({ type: 'message', ...said, ...place });
      case 'mention':
        return event({ type: 'app_mention', ...said, ...place, text: `<@${app.botUserId}> ${text}` });
      case 'changed':
      case 'deleted':
        return event({
          type: 'message',
          subtype: `message_${kind}`,
          ...place,
          ts: workspace.nextTs(),
          ...(kind === 'changed' ? { message: said } : { deleted_ts: said.ts }),
          previous_message: { ...said, text: more[0] },
        });
      case 'home':
        return event({
          type: 'app_home_opened',
          tab: c % 2 === 0 ? 'home' : 'messages',
          channel: workspace.directMessage(user)?.id,
        });
      case 'context':
        return event({
          type: 'app_context_changed',
          ...place,
          context: { entities: [{ type: 'slack#/types/channel_id', value: channel?.id }] },
        });
      case 'stopped':
        return event({ type: 'agent_session_stopped', ...place, thread_ts: workspace.nextTs() });
      case 'titled':
        return event({
          type: 'agent_session_title_changed',
          ...place,
          thread_ts: workspace.nextTs(),
          title: text,
        });
      case 'joined':
        return event({ type: 'member_joined_channel', ...place, team: team.id });
      case 'shortcut':
        return interactive({
          type: 'shortcut',
          callback_id: SHORTCUTS.newCheck,
          trigger_id,
          action_ts: '1.1',
        });
      case 'on_message':
        return interactive({
          type: 'message_action',
          callback_id: SHORTCUTS.checkMessage,
          trigger_id,
          response_url,
          channel: { id: channel?.id, name: channel?.name },
          message_ts: said.ts,
          message: { type: 'message', ...said },
        });
      case 'suggestion':
        return interactive({
          type: 'block_suggestion',
          action_id: pick([ACTIONS.digestZone, ACTIONS.digestHolidays, ACTIONS.memberAreas], a),
          block_id: 'b',
          value: plan.text,
          container: { type: 'view' },
          ...(view ? { view: workspace.views.forApp(view) } : {}),
        });
      case 'press': {
        const { element, shown, isSlacks } = this.#pressed(plan, person, view);
        const pressed = interactive({
          type: 'block_actions',
          trigger_id,
          ...shown(response_url),
          actions: [{ action_ts: '1.1', ...element }],
        });
        return { ...pressed, isSlacks };
      }
      case 'closed':
      case 'submit':
        return {
          ...interactive({
            type: kind === 'closed' ? 'view_closed' : 'view_submission',
            is_cleared: false,
            trigger_id,
            view: this.#filled(plan, view, workspace),
            response_urls: [],
          }),
          // We ask to hear of no window that closes; and of what has no button to send it, nothing comes.
          isSlacks: kind === 'submit' && (view?.content.submit !== undefined || view === undefined),
        };
      case 'raw':
        return {
          kind: pick(['events_api', 'slash_commands', 'interactive'] as const, a) ?? 'interactive',
          payload: {},
        };
    }
  }

  /** A window that is open, or was. */
  #viewOf(person: Person, at: number): View | undefined {
    const { views } = this.#workspace;
    const home = views.home(person.user.id);
    return pick([...views.stack(person.user.id), ...this.#views, ...(home ? [home] : [])], at);
  }

  /** A button or choice that the app shows somewhere, with its value or another. */
  #pressed({ numbers, text, more }: Plan, person: Person, view: View | undefined) {
    const [, , , d = 0, e = 0, f = 0] = numbers;
    const seen = this.#workspace.channels
      .filter(({ members }) => members.has(person.user.id))
      .flatMap(({ id }) => person.sees(id).slice(-8));
    const message = pick(
      seen.filter(({ blocks }) => blocks?.length),
      d,
    );
    const inView = view && e % 2 === 0;
    const blocks = inView ? view.content.blocks : (message?.blocks ?? []);
    const known = pick(elementsOf(blocks), f);
    const element: Element = known ?? {
      type: 'button',
      action_id: pick(Object.values(ACTIONS), f) ?? '',
      block_id: 'b',
      value: text,
    };
    const changed = e % 3 === 0 && element.type === 'button' ? { ...element, value: more[1] } : element;
    const shown = (response_url: string) =>
      inView
        ? { container: { type: 'view', view_id: view.id }, view: this.#workspace.views.forApp(view) }
        : {
            container: { type: 'message', message_ts: message?.ts, channel_id: message?.channel },
            channel: { id: message?.channel ?? 'C0GENERAL', name: 'x' },
            response_url,
            ...(message?.onlyFor === undefined && message
              ? { message: { type: 'message', ts: message.ts, text: message.text, blocks } }
              : {}),
          };
    return { element: chosen(changed, numbers, more), shown, isSlacks: known !== undefined };
  }

  /** A window with something entered in each of its fields. */
  #filled({ numbers, more, text }: Plan, view: View | undefined, workspace: Workspace): object {
    const [, , , d = 0, e = 0] = numbers;
    if (!view || d % 10 === 0)
      return {
        id: 'V1',
        type: 'modal',
        callback_id: pick(Object.values(VIEWS), e),
        private_metadata: more[2],
        state: { values: { [more[0] ?? '']: { value: { type: 'plain_text_input', value: text } } } },
        hash: 'x',
        blocks: [],
      };
    const values: Record<string, Record<string, unknown>> = {};
    for (const [at, field] of fieldsOf(view.content.blocks).entries()) {
      const { blockId, actionId, element } = field;
      const entered = entry(
        element,
        numbers.map((number) => number + at),
        [`${more[at % 4]} ${this.#mark}`, ...more],
      );
      values[blockId] = { ...values[blockId], [actionId]: entered };
    }
    const forApp = workspace.views.forApp(view);
    const stale = d % 7 === 0 ? { private_metadata: more[3] } : {};
    return { ...forApp, state: { values }, ...stale };
  }
}

const actorOf = (person: Person): Actor => (person as unknown as { actor: Actor }).actor;
