import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { Zone } from '../../digest/schedule.ts';
import { TooManyDigests } from '../../digest-runner/set-up.ts';
import { type Digest, type DigestSettings, MOST_DIGESTS, readDigest } from '../../records/digests.ts';
import { readSettings } from '../../records/settings.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import {
  DIGEST_FIELDS,
  type DigestInput,
  DigestMemory,
  digestFormView,
  digestInput,
  zoneOption,
  zonesFor,
} from '../blocks/digest-form-view.ts';
import { nextWords } from '../blocks/digest-list-view.ts';
import { formNext, scheduleOf } from '../blocks/digest-when.ts';
import { SELECT_OPTIONS } from '../blocks/limits.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { type DigestDesk, digestsScreen, postingIn, zoneOf } from '../digest-desk.ts';
import { remedyFor } from '../failure.ts';
import { showView } from '../show-view.ts';
import { maySetUp, NOT_YOURS } from '../team-rights.ts';
import type { CommandCall } from './command-call.ts';
import { onAction, onPress } from './pressed.ts';
import { complaint, type Outcome, onSubmit, type Submitted } from './submitted.ts';
import { forManagers } from './team.ts';

export const GONE = 'This digest was deleted.';

/** `/rolefit digest`: the digests of the workspace. */
export const openDigests = (call: CommandCall): Promise<void> =>
  deliver(call.parts, call.outlet, async () => {
    const { parts, client, command, outlet } = call;
    const opened = { channel: command.channel_id };
    await showView(client, command, await digestsScreen(parts, client, outlet.place, opened));
  });

/** The form as it stands for a digest. */
export const inputOf = ({ channel, schedule, silentWhenUnchanged, owner }: DigestSettings): DigestInput => {
  const { cadence, time, zone } = schedule;
  const weekdays = cadence.every === 'month' ? [cadence.weekday] : cadence.weekdays;
  return {
    channel,
    every: cadence.every,
    weekdays: [...weekdays],
    time,
    zone,
    silentWhenUnchanged,
    owner,
    join: true,
  };
};

/** Draws the list under a form that was sent anew; where there is none the form says what became of it. */
export const backToList = (
  parts: ConversationParts,
  { client, place, view }: Submitted,
  notice: string,
): Outcome => ({
  ...(view.previous_view_id
    ? {}
    : { response: { response_action: 'update' as const, view: noticeView('Done', notice) } }),
  async afterwards() {
    if (!view.previous_view_id) return;
    const shown = await digestsScreen(parts, client, place, { channel: place.channel, notice });
    await client.views.update({ view_id: view.previous_view_id, view: shown });
  },
});

export const notYours: Outcome = {
  response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) },
};

/** The form of a digest: new, edited, duplicated. */
export function registerDigest(app: App, parts: ConversationParts, { setUp }: DigestDesk): void {
  const { store, now } = parts;

  onPress(app, parts, ACTIONS.digestsShow, async ({ client, trigger, place }) =>
    showView(client, trigger, await digestsScreen(parts, client, place, place)),
  );

  onPress(
    app,
    parts,
    ACTIONS.digestNew,
    forManagers(async ({ client, trigger, place }) => {
      const isChannel = /^[CG]/.test(place.channel);
      const input: DigestInput = {
        channel: isChannel ? place.channel : null,
        every: 'week',
        weekdays: [1],
        time: '09:00',
        zone: await zoneOf(client, place.user),
        silentWhenUnchanged: false,
        owner: place.user,
        join: true,
      };
      const memory = { channel: place.channel };
      const next = formNext(input, undefined, now());
      await showView(client, trigger, digestFormView(input, memory, next));
    }),
  );

  for (const field of [ACTIONS.digestWhen, ACTIONS.digestZone])
    onAction(app, parts, field, async ({ client, view, place }) => {
      if (!view) return;
      const memory = DigestMemory.parse(JSON.parse(view.private_metadata));
      const input = digestInput(view.state.values);
      if (!Zone.safeParse(input.zone).success) return;
      const before = memory.id === undefined ? undefined : await readDigest(store, place.team, memory.id);
      const next = formNext(input, before?.schedule, now());
      // Without the hash: who ticks two days in a row has the later form, not a refusal.
      await client.views.update({ view_id: view.id, view: digestFormView(input, memory, next) });
    });

  app.options(ACTIONS.digestZone, async ({ ack, payload }) => {
    await ack({ options: zonesFor(payload.value).slice(0, SELECT_OPTIONS).map(zoneOption) });
  });

  onSubmit(app, parts, VIEWS.digest, async (submitted) => {
    const { view, client, place } = submitted;
    const memory = DigestMemory.parse(JSON.parse(view.private_metadata));
    const input = digestInput(view.state.values);
    if (!(await maySetUp(parts, client, place))) return notYours;
    if (input.channel === null) return complaint(DIGEST_FIELDS.channel, 'Choose a channel.');
    if (input.owner === null) return complaint(DIGEST_FIELDS.owner, 'Choose who answers for it.');
    if (!Zone.safeParse(input.zone).success)
      return complaint(DIGEST_FIELDS.zone, 'I do not know this time zone.');
    const before = memory.id === undefined ? undefined : await readDigest(store, place.team, memory.id);
    const schedule = scheduleOf(input, before?.schedule, now());
    if ('complaint' in schedule) return complaint(DIGEST_FIELDS.weekdays, schedule.complaint);
    const { allowedChannels } = await readSettings(store, place.team);
    if (allowedChannels && !allowedChannels.includes(input.channel))
      return complaint(DIGEST_FIELDS.channel, 'The settings do not let me speak in this channel.');
    const next = formNext(input, before?.schedule, now());
    const hindrance = await hindranceTo(client, { ...input, channel: input.channel, next }, memory);
    if (hindrance) return hindrance;
    const settings: DigestSettings = {
      channel: input.channel,
      owner: input.owner,
      silentWhenUnchanged: input.silentWhenUnchanged,
      schedule,
    };
    const deed = { by: place.user, at: now() };
    try {
      const saved = await (memory.id === undefined
        ? setUp.create(place.team, deed, { ...settings, enterprise: enterpriseOf(submitted) })
        : setUp.edit(place.team, deed, memory.id, () => settings));
      return backToList(
        parts,
        submitted,
        saved ? savedWords(saved, now()) : 'This digest was deleted meanwhile.',
      );
    } catch (error) {
      if (!(error instanceof TooManyDigests)) throw error;
      return complaint(
        DIGEST_FIELDS.channel,
        `A workspace has ${MOST_DIGESTS} digests at most. Delete one first.`,
      );
    }
  });
}

const enterpriseOf = ({ enterprise }: Submitted): string | null => enterprise ?? null;

const savedWords = (digest: Digest, now: number): string =>
  `Saved. The digest in <#${digest.channel}>, ${nextWords(digest, now)}.`;

/** What keeps the app from posting in the chosen channel; it joins where that was offered and wanted. */
async function hindranceTo(
  client: WebClient,
  input: DigestInput & { channel: string; next: string },
  memory: DigestMemory,
): Promise<Outcome | null> {
  const { channel, next } = input;
  const { channel: field } = DIGEST_FIELDS;
  const posting = await postingIn(client, channel);
  if (posting === 'can') return null;
  if (posting === 'archived') return complaint(field, 'This channel is archived. Choose another one.');
  if (posting === 'shared')
    return complaint(field, 'Another company reads this channel. Choose one that is the team’s own.');
  if (posting === 'cannot-see')
    return complaint(
      field,
      'I am not in this channel. Anyone in it can invite me there with /invite @Rolefit; then save again.',
    );
  if (memory.joins === channel && input.join) {
    try {
      await client.conversations.join({ channel });
      return null;
    } catch (error) {
      return complaint(
        field,
        remedyFor(error)?.replaceAll('`', '') ?? 'I could not join. Invite me there with /invite @Rolefit.',
      );
    }
  }
  if (memory.joins === channel)
    return complaint(
      field,
      'I am not in this channel. Let me join it below, or invite me there with /invite @Rolefit.',
    );
  const offer = digestFormView({ ...input, join: true }, { ...memory, joins: channel }, next);
  return { response: { response_action: 'update', view: offer } };
}
