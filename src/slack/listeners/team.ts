import { randomUUID } from 'node:crypto';
import type {
  App,
  BlockElementAction,
  ButtonAction,
  ExternalSelectAction,
  UsersSelectAction,
} from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { emptyMember, type Member } from '../../advisor/team/roster.ts';
import { editRoster, readRoster } from '../../records/roster.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { plainMessage } from '../blocks/message.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';
import {
  areaOption,
  type MemberInput,
  MemberMemory,
  memberInput,
  memberView,
  WHO_FIELD,
} from '../blocks/team-member-view.ts';
import { TeamMemory } from '../blocks/team-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { MOST_MEMBERS, tableOf } from '../roster-table.ts';
import { showView } from '../show-view.ts';
import { maySetUp, NOT_YOURS } from '../team-rights.ts';
import { gapsScreen, teamScreen } from '../team-screen.ts';
import type { CommandCall } from './command-call.ts';
import { offerPersons } from './offer-persons.ts';
import { say } from './on-verdict.ts';
import { onAction, onPress, type Pressed } from './pressed.ts';
import { complaint, onSubmit, type Submitted } from './submitted.ts';

/** `/rolefit team`: the team; `/rolefit team gaps`: its gaps. */
export const openTeam = (call: CommandCall): Promise<void> =>
  deliver(call.parts, call.outlet, async () => {
    const { parts, client, command, outlet } = call;
    const { place } = outlet;
    const opened = { channel: command.channel_id };
    const view = /^gaps?\b/i.test(call.words)
      ? await gapsScreen(parts, client, place, opened)
      : await teamScreen(parts, client, place, { ...opened, page: 0 });
    await showView(client, command, view);
  });

/** Does it for whoever may set up the team and its digests; others are told who may. */
export const forManagers =
  <Action extends BlockElementAction = ButtonAction>(handler: (pressed: Pressed<Action>) => Promise<void>) =>
  async (pressed: Pressed<Action>): Promise<void> => {
    const { parts, client, place } = pressed;
    await ((await maySetUp(parts, client, place)) ? handler(pressed) : say(pressed, 'Sorry', NOT_YOURS));
  };

/** Draws the view under a modal that was sent, or the modal itself, anew. */
export const redrawTeam = async (
  parts: ConversationParts,
  { client, place, view }: Pick<Submitted, 'client' | 'place' | 'view'>,
  viewId = view.previous_view_id ?? view.id,
): Promise<void> => {
  const page = TeamMemory.safeParse(JSON.parse(view.private_metadata || '{}')).data?.page ?? 0;
  const shown = await teamScreen(parts, client, place, { channel: place.channel, page });
  await client.views.update({ view_id: viewId, view: shown });
};

const memoryOf = ({ view, place }: Pick<Pressed, 'view' | 'place'>) =>
  TeamMemory.safeParse(JSON.parse(view?.private_metadata || '{}')).data ?? {
    channel: place.channel,
    page: 0,
  };

/** The roster: adding, editing and removing members, a page at a time. */
export function registerTeam(app: App, parts: ConversationParts): void {
  const { store, advisor, now } = parts;
  const { areas } = advisor.team;
  const allAreas = areas.map(({ id, label, explanation }) => ({ id, label, explanation }));

  onPress(app, parts, ACTIONS.teamShow, async ({ client, trigger, place }) =>
    showView(client, trigger, await teamScreen(parts, client, place, { channel: place.channel, page: 0 })),
  );

  onPress(app, parts, new RegExp(`^${ACTIONS.teamPage}:`), async (pressed) => {
    const { client, place, view, action } = pressed;
    if (!view) return;
    const memory = { channel: place.channel, page: Number(action.value) };
    await client.views.update({ view_id: view.id, view: await teamScreen(parts, client, place, memory) });
  });

  onPress(
    app,
    parts,
    new RegExp(`^${ACTIONS.teamAdd}:`),
    forManagers(async (pressed) => {
      const { client, trigger, action } = pressed;
      const kind = MemberMemory.shape.kind.parse(action.value);
      const { id: _none, ref: _nobody, ...empty } = emptyMember('new', { kind: 'open-seat' });
      const memory = { ...memoryOf(pressed), kind, revision: 0 };
      const ref = kind === 'open-seat' ? { kind } : null;
      await showView(client, trigger, memberView({ ...empty, ref }, memory, allAreas));
    }),
  );

  /** Opens the form of whoever an action of managers' means. */
  const onMember = <Action extends BlockElementAction>(
    id: string | RegExp,
    isMeant: (member: Member, action: Action) => boolean,
    missing = 'This member is no longer in the team.',
  ): void =>
    onAction<Action>(
      app,
      parts,
      id,
      forManagers<Action>(async (pressed) => {
        const { client, trigger, place, action } = pressed;
        const { members } = await readRoster(store, place.team);
        const member = members.find((one) => isMeant(one, action));
        if (!member) return say(pressed, 'Nobody', missing);
        const memory = { ...memoryOf(pressed), id: member.id, kind: member.ref.kind, revision: 0 };
        await showView(client, trigger, memberView(member, memory, allAreas));
      }),
    );

  onMember<ButtonAction>(new RegExp(`^${ACTIONS.teamMember}:`), ({ id }, { value }) => id === value);
  offerPersons(app, parts, `${ACTIONS.teamFind}:person`);
  onMember<ExternalSelectAction>(
    `${ACTIONS.teamFind}:person`,
    ({ id }, { selected_option: chosen }) => id === chosen?.value,
  );
  onMember<UsersSelectAction>(
    `${ACTIONS.teamFind}:user`,
    ({ ref }, { selected_user: user }) => ref.kind === 'user' && ref.user === user,
    'They are not in the team. “Add from Slack” adds them.',
  );

  /** Draws the form anew with something filled in. */
  const fillIn = async (
    { view, client }: Pick<Pressed, 'view' | 'client'>,
    change: (input: MemberInput) => Promise<{ input: MemberInput; notice?: string } | null>,
  ): Promise<void> => {
    if (!view) return;
    const memory = MemberMemory.parse(JSON.parse(view.private_metadata));
    const changed = await change(memberInput(view.state.values, memory));
    if (!changed) return;
    const next = { ...memory, revision: memory.revision + 1 };
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: memberView(changed.input, next, allAreas, changed.notice),
    });
  };

  onAction<UsersSelectAction>(app, parts, ACTIONS.memberUser, ({ view, client, action }) =>
    fillIn({ view, client }, async (input) => {
      if (input.title !== null) return null;
      const title = await titleOf(client, action.selected_user);
      return title === ''
        ? null
        : {
            input: { ...input, title },
            notice: 'The title is from their Slack profile. Change it if it is wrong.',
          };
    }),
  );

  onPress(app, parts, ACTIONS.memberPropose, ({ view, client }) =>
    fillIn({ view, client }, async (input) => {
      const proposals = input.work === null ? [] : advisor.team.proposeAreas(input.work);
      if (proposals.length === 0)
        return {
          input,
          notice:
            input.work === null
              ? 'Describe the work first, in a few lines.'
              : 'I recognise none of the areas in that. Choose them under “Owns” and “Helps with”, or say it in other words.',
        };
      const proposed = (as: 'owns' | 'helps'): string[] =>
        proposals
          .filter((one) => one.as === as && !input.owns.includes(one.area) && !input.helps.includes(one.area))
          .map(({ area }) => area);
      return {
        input: {
          ...input,
          owns: [...input.owns, ...proposed('owns')],
          helps: [...input.helps, ...proposed('helps')],
        },
        notice: '*Proposed from the work described.* Drop what is wrong; nothing is taken before you save.',
      };
    }),
  );

  app.options(ACTIONS.memberAreas, async ({ ack, payload }) => {
    await ack({ options: advisor.team.searchAreas(payload.value).slice(0, 100).map(areaOption) });
  });

  onSubmit(app, parts, VIEWS.member, async ({ view, client, place }) => {
    const memory = MemberMemory.parse(JSON.parse(view.private_metadata));
    const { ref, ...said } = memberInput(view.state.values, memory);
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    if (ref === null) return complaint(WHO_FIELD, 'Say who it is.');
    const both = said.owns.filter((area) => said.helps.includes(area));
    const member: Omit<Member, 'id'> = {
      ...said,
      ref,
      helps: said.helps.filter((area) => !both.includes(area)),
    };
    const { members } = await readRoster(store, place.team);
    const isTwice = members.some((one) => one.id !== memory.id && isSame(one, ref));
    if (isTwice) return complaint(WHO_FIELD, 'They are in the team already. Edit them there.');
    if (memory.id === undefined && members.length >= MOST_MEMBERS)
      return complaint(WHO_FIELD, `A team has ${MOST_MEMBERS} members at most.`);
    await editRoster(store, place.team, { by: place.user, at: now() }, (roster) => ({
      members:
        memory.id === undefined
          ? [...roster.members, { ...member, id: randomUUID() }]
          : roster.members.map((one) => (one.id === memory.id ? { ...member, id: one.id } : one)),
    }));
    return { afterwards: () => redrawTeam(parts, { view, client, place }) };
  });

  onPress(
    app,
    parts,
    ACTIONS.teamRemove,
    forManagers(async ({ client, place, action, view }) => {
      await editRoster(store, place.team, { by: place.user, at: now() }, ({ members }) => ({
        members: members.filter(({ id }) => id !== action.value),
      }));
      if (view) await redrawTeam(parts, { view, client, place }, view.id);
    }),
  );

  onPress(app, parts, ACTIONS.teamExport, async (pressed) => {
    const { client, place } = pressed;
    const roster = await readRoster(store, place.team);
    await sendTable(client, place.user, tableOf(roster, areas));
    await say(pressed, 'Sent', 'The table is in our direct messages. It can be pasted here again.');
  });
}

const isSame = (member: Member, ref: Member['ref']): boolean =>
  (ref.kind === 'user' && member.ref.kind === 'user' && member.ref.user === ref.user) ||
  (ref.kind === 'person' &&
    member.ref.kind === 'person' &&
    member.ref.name.toLowerCase() === ref.name.toLowerCase());

/** The title in somebody's profile, read anew each time; '' where there is none or Slack does not say. */
async function titleOf(client: WebClient, user: string | null | undefined): Promise<string> {
  if (!user) return '';
  try {
    return (await client.users.info({ user })).user?.profile?.title?.trim() ?? '';
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return '';
    throw error;
  }
}

/** As a file; where files may not be sent, as messages that Slack does not cut. */
async function sendTable(client: WebClient, user: string, table: string): Promise<void> {
  const words = plainMessage(
    'Here is your team as a table. You can change it and paste it with `/rolefit team`.',
  );
  const { channel = user } = await client.chat.postMessage({ channel: user, ...words });
  try {
    await client.filesUploadV2({
      channel_id: channel,
      content: table,
      filename: 'team.csv',
      title: 'Your team',
    });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    for (let at = 0; at < table.length; at += PART)
      await client.chat.postMessage({ channel, ...plainMessage(escapeMrkdwn(table.slice(at, at + PART))) });
  }
}

const PART = 2_500;
