import type { App, OverflowAction } from '@slack/bolt';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { localDateAt } from '../../digest/schedule-words.ts';
import { makeDigest } from '../../digest-runner/make-digest.ts';
import { listRuns } from '../../records/digest-runs.ts';
import { type Digest, readDigest } from '../../records/digests.ts';
import { ACTIONS } from '../actions.ts';
import { digestFormView } from '../blocks/digest-form-view.ts';
import { digestMessage } from '../blocks/digest-message.ts';
import { pauseView, skipView } from '../blocks/digest-pause-views.ts';
import { runsView } from '../blocks/digest-runs-view.ts';
import { formNext } from '../blocks/digest-when.ts';
import { plainMessage } from '../blocks/message.ts';
import type { ConversationParts } from '../conversation.ts';
import { type DigestDesk, digestsScreen } from '../digest-desk.ts';
import { logFailure } from '../failure.ts';
import { replaceView, showView } from '../show-view.ts';
import { GONE, inputOf } from './digest.ts';
import { say } from './on-verdict.ts';
import { onAction, onPress, type Pressed } from './pressed.ts';
import { forManagers } from './team.ts';

const RUNS_A_PAGE = 10;

type Deed = (pressed: Pressed, digest: Digest) => Promise<void>;

/** What is done with a digest from the list. */
export function registerDigestDeeds(app: App, parts: ConversationParts, desk: DigestDesk): void {
  const { store, advisor, now, log } = parts;
  const { setUp } = desk;
  const deedOf = ({ place }: Pick<Pressed, 'place'>) => ({ by: place.user, at: now() });

  const DEEDS: Readonly<Record<string, Deed>> = {
    edit: (pressed, digest) => showForm(pressed, digest, { id: digest.id }),
    duplicate: (pressed, digest) => showForm(pressed, digest, {}),
    preview: (pressed, digest) => preview(pressed, digest),
    now: async (pressed, digest) => {
      await setUp.sendNow(pressed.place.team, deedOf(pressed), digest.id);
      await say(pressed, 'On its way', `It comes in <#${digest.channel}> within some seconds.`);
    },
    pause: ({ client, trigger }, digest) =>
      showView(client, trigger, pauseView(digest, { channel: digest.channel, id: digest.id })),
    skip: ({ client, trigger }, digest) =>
      showView(
        client,
        trigger,
        skipView(digest, { channel: digest.channel, id: digest.id }, { today: todayOf(digest) }),
      ),
    runs: ({ client, trigger, place }, digest) => showRuns(client, trigger, place, digest, undefined),
    delete: async (pressed, digest) => {
      const { client, trigger, place } = pressed;
      await setUp.remove(place.team, deedOf(pressed), digest.id);
      const notice = `The digest in <#${digest.channel}> is deleted.`;
      await replaceView(
        client,
        trigger,
        await digestsScreen(parts, client, place, { channel: place.channel, notice }),
      );
    },
  };

  /** The form of a digest, or of another one like it. */
  const showForm = (
    { client, trigger, place }: Pressed,
    digest: Digest,
    of: { id?: string },
  ): Promise<void> => {
    const input = inputOf(digest);
    const next = formNext(input, of.id === undefined ? undefined : digest.schedule, now());
    const memory = { ...of, channel: place.channel };
    return showView(client, trigger, digestFormView(input, memory, next));
  };

  const todayOf = ({ schedule }: Pick<Digest, 'schedule'>): string => localDateAt(now(), schedule.zone);

  const onDeed = (pressed: Pressed, value: string | undefined): Promise<void> =>
    forManagers(async (allowed) => {
      const [deed = '', id = ''] = (value ?? '').split(':');
      const digest = await readDigest(store, allowed.place.team, id);
      const act = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined;
      await (digest && act ? act(allowed, digest) : say(allowed, 'Gone', GONE));
    })(pressed);

  onPress(app, parts, new RegExp(`^${ACTIONS.digestDo}:(?!more:)`), (pressed) =>
    onDeed(pressed, pressed.action.value),
  );
  onAction<OverflowAction>(app, parts, new RegExp(`^${ACTIONS.digestDo}:more:`), ({ action, ...pressed }) =>
    onDeed(
      {
        ...pressed,
        action: { ...action, type: 'button', value: action.selected_option.value },
      } as unknown as Pressed,
      action.selected_option.value,
    ),
  );

  /** The digest as it would be now, directly to whoever asks, with its picture where that can be uploaded. */
  async function preview(pressed: Pressed, digest: Digest): Promise<void> {
    const { client, place } = pressed;
    const at = now();
    const made = await makeDigest(parts, place.team, digest, {
      name: '9999-12-31',
      date: todayOf(digest),
      now: at,
    });
    const first =
      made.content.form === 'silent'
        ? 'Nothing changed since the last digest, so this one would say nothing.'
        : `A preview for you alone of the digest in <#${digest.channel}>.`;
    await client.chat.postMessage({ channel: place.user, ...plainMessage(first) });
    if (made.content.form !== 'silent') {
      const picture = await pictureOf(place.team, digest, made.chart).catch((error: unknown) => {
        logFailure(log, error, { in: 'preview' });
        return null;
      });
      const message = (shown: string | null) => ({
        channel: place.user,
        ...digestMessage(made, digest, advisor, shown),
      });
      await client.chat.postMessage(message(picture)).catch((error: unknown) => {
        // Slack takes some seconds over a new picture.
        if (picture === null || !(error instanceof WebAPIPlatformError)) throw error;
        return client.chat.postMessage(message(null));
      });
    }
    await say(pressed, 'Preview', 'The preview is in our direct messages.');
  }

  async function pictureOf(team: string, digest: Digest, chart: { svg: string; alt: string } | null) {
    if (!chart) return null;
    const poster = await desk.posterFor(team, digest.enterprise);
    return poster.upload(await desk.png(chart.svg), chart.alt);
  }

  async function showRuns(
    client: WebClient,
    trigger: Pressed['trigger'],
    place: Pressed['place'],
    digest: Pick<Digest, 'id' | 'schedule'>,
    after: string | undefined,
  ): Promise<void> {
    const { documents, next } = await listRuns(store, place.team, digest.id, { after, limit: RUNS_A_PAGE });
    const runs = documents.map(({ value }) => value);
    const links = new Map<string, string>();
    await Promise.all(
      runs.map(async ({ channel, ts }) => {
        if (ts === null) return;
        const answer = await client.chat.getPermalink({ channel, message_ts: ts }).catch(() => undefined);
        if (answer?.permalink) links.set(ts, answer.permalink);
      }),
    );
    const view = runsView({
      channel: place.channel,
      id: digest.id,
      runs,
      links,
      today: todayOf(digest),
      next,
    });
    await (after === undefined ? showView(client, trigger, view) : replaceView(client, trigger, view));
  }

  onPress(app, parts, ACTIONS.digestRuns, async (pressed) => {
    const { id, next } = Page.parse(JSON.parse(pressed.action.value ?? '{}'));
    const { client, trigger, place } = pressed;
    const digest = await readDigest(store, place.team, id);
    await (digest ? showRuns(client, trigger, place, digest, next) : say(pressed, 'Gone', GONE));
  });

  onPress(
    app,
    parts,
    new RegExp(`^${ACTIONS.digestRetry}`),
    forManagers(async (pressed) => {
      const { digest, run } = Retry.parse(JSON.parse(pressed.action.value ?? '{}'));
      const asked = await setUp.retry(pressed.place.team, deedOf(pressed), digest, run);
      const words = asked
        ? `I try again. It comes in <#${asked.channel}> within some seconds.`
        : 'This digest is posted already, or was deleted.';
      await say(pressed, 'Trying again', words);
    }),
  );
}

const Page = z.object({ id: z.string(), next: z.string() });
const Retry = z.object({ digest: z.string(), run: z.string() });
