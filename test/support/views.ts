import type { Block, ModalView } from '@slack/types';
import { readManifest } from '../../src/manifest.ts';
import type { LocalSlack, LocalSlackOptions } from '../../src/playground/local-slack.ts';
import type { SlackObject } from '../../src/playground/message.ts';
import type { View } from '../../src/playground/views/view.ts';
import { aLocalSlack } from './rolefit.ts';
import { clientOf, refusalOf } from './slack-client.ts';

/* Views as an app writes them, and a Slack in which they can be shown. */

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** What an option offers: its value is its words in small letters. */
export const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

/** An input block, called after its element. */
export const input = (label: string, element: SlackObject, more: object = {}): Block =>
  ({
    type: 'input',
    block_id: `${element.action_id}-block`,
    label: plain(label),
    element,
    ...more,
  }) as Block;

export const textInput = (label: string, id: string, more: object = {}) =>
  input(label, { type: 'plain_text_input', action_id: id, ...more });

export const actions = (...elements: SlackObject[]): Block =>
  ({ type: 'actions', block_id: 'acts', elements }) as Block;

export const button = (words: string, more: object = {}) => ({
  type: 'button',
  action_id: words.toLowerCase(),
  text: plain(words),
  ...more,
});

export const modal = (title: string, blocks: Block[] = [], more: object = {}): ModalView => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Send'),
  blocks,
  ...more,
});

export const home = (...blocks: Block[]) => ({ type: 'home' as const, blocks });

export const section = { type: 'section', text: plain('text') };

export const long = (length: number) => 'x'.repeat(length);

/** A Slack whose app has shortcuts besides. */
export function aSlackWithViews(options: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> {
  const manifest = readManifest();
  manifest.features.shortcuts = [
    { name: 'New check', type: 'global', callback_id: 'new_check', description: '' },
    { name: 'Check this', type: 'message', callback_id: 'check_this', description: '' },
  ];
  manifest.settings.event_subscriptions.bot_events = ['app_home_opened', 'app_mention', 'message.im'];
  return aLocalSlack({ manifest, ...options });
}

/** A Slack whose app has no Home tab, and hears nothing of its tabs. */
export function aSlackWithoutHome(options: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> {
  const manifest = readManifest();
  manifest.features.app_home.home_tab_enabled = false;
  const { event_subscriptions: events } = manifest.settings;
  events.bot_events = events.bot_events.filter((event) => event !== 'app_home_opened');
  return aLocalSlack({ manifest, ...options });
}

/** A trigger as a person would give it to the app. */
export const triggerOf = (slack: LocalSlack, viewId?: string): string =>
  slack.workspace.views.triggers.issue({ person: 'U0FOUNDER', viewId });

/** What Slack says against a modal; an error that begins with "none" when it opens. */
export async function against(view: object): Promise<{ error: unknown; messages: readonly string[] }> {
  const slack = await aSlackWithViews();
  const call = clientOf(slack).apiCall('views.open', { trigger_id: triggerOf(slack), view });
  const { error, response_metadata } = await refusalOf(call);
  return { error, messages: (response_metadata as { messages?: string[] } | undefined)?.messages ?? [] };
}

/** Opens a modal for Fay. */
export async function opened(slack: LocalSlack, view: ModalView): Promise<View> {
  await clientOf(slack).views.open({ trigger_id: triggerOf(slack), view });
  return slack.person('fay').awaitsModal();
}

/** All that is handed to the app from now on. */
export function handedOver(slack: LocalSlack): Record<string, unknown>[] {
  const payloads: Record<string, unknown>[] = [];
  slack.news.on('delivery', ({ payload }) => void payloads.push(payload));
  return payloads;
}

/** What stands in a field of the open modal, as the app would be told. */
export function standsIn(slack: LocalSlack, id: string): SlackObject | undefined {
  const view = slack.person('fay').modal();
  return view && slack.workspace.views.values(view)[`${id}-block`]?.[id];
}
