import { listed } from '../../phrasing/wording.ts';
import type { Settings } from '../../records/settings.ts';
import { RETAINED_KINDS, type RetainedKind } from '../../retention.ts';
import type { Rights } from '../rights.ts';
import { channelLink, day, listedFew, mentioned } from './mention.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What is shown of a workspace's settings, and to whom. */
export interface SettingsShown {
  settings: Settings;
  rights: Rights;
  /** Days that this installation keeps records, by kind. */
  keptDays: Readonly<Record<RetainedKind, number>>;
  /** The language model of this installation; null where none is set up. */
  model: ModelShown | null;
}

/** What is shown of a language model. */
export interface ModelShown {
  name: string;
  /** Where texts go. */
  host: string;
  tokensPerDay: number;
  /** Tokens that this workspace took today (UTC). */
  tokensToday: number;
}

/** What the kinds of records are called. */
export const KIND_NAMES: Readonly<Record<RetainedKind, string>> = {
  audit: 'the list of changes',
  checks: 'checks',
  interviews: 'interviews',
  threads: 'threads followed',
  'team-checks': 'team checks',
  'digest-runs': 'past digests',
  questions: 'which passages were asked about',
  'roster-drafts': 'tables being pasted',
};

export const TONES: Readonly<Record<Settings['tone'], string>> = {
  plain: 'Plain: straight to the answer',
  warm: 'Warm: with a friendly sentence before it',
};
export const DIGEST_RIGHTS: Readonly<Record<Settings['digestRights'], string>> = {
  managers: 'Admins and managers',
  everyone: 'Everybody',
};

/** What is said of the language model. */
const NO_MODEL =
  'No language model is set up on this installation: every word comes from its own rules, and nothing is sent to anybody but Slack.';

/** How the language model stands in a workspace, in mrkdwn. */
export function modelWords({ settings: { llmConsent }, model }: SettingsShown): string {
  if (!model) return NO_MODEL;
  const place = `${escapeMrkdwn(model.name)} at ${escapeMrkdwn(model.host)}`;
  if (llmConsent === null)
    return `off: every word comes from Rolefit’s own rules. ${place} could put reasons into words, once a manager agrees.`;
  const agreed = `${mentioned(llmConsent.by)} agreed to it on ${day(llmConsent.at)}`;
  if (llmConsent.host !== model.host)
    return `off: texts would go to another server now (${place}) than when ${agreed}. A manager can agree anew.`;
  const number = (tokens: number): string => tokens.toLocaleString('en');
  return `on: ${place} puts reasons into words. ${agreed}. Today it took ${number(model.tokensToday)} of ${number(model.tokensPerDay)} tokens.`;
}

/** Whether the workspace has agreed to the model as it is set up. */
export const modelIsOn = ({ settings: { llmConsent }, model }: SettingsShown): boolean =>
  model !== null && llmConsent?.host === model.host;

/** The settings as they are, a line of mrkdwn each, and one for each time that something is kept. */
export function settingsLines(shown: SettingsShown): string[] {
  const { settings, keptDays } = shown;
  const { allowedChannels, mentionOnly, tone, digestRights, managers, retentionDays } = settings;
  const kept = Map.groupBy(RETAINED_KINDS, (kind) =>
    Math.min(retentionDays[kind] ?? keptDays[kind], keptDays[kind]),
  );
  const keptLines = [...kept]
    .sort(([a], [b]) => b - a)
    .map(([days, kinds]) => {
      const names = listed(kinds.map((kind) => KIND_NAMES[kind]));
      return `• ${days} ${days === 1 ? 'day' : 'days'}: ${names}`;
    });
  return [
    `*Channels:* ${allowedChannels?.length ? listedFew(allowedChannels.map(channelLink)) : 'all that I am invited to'}`,
    `*In channels I answer:* ${mentionOnly ? 'only where I am mentioned' : 'mentions, and what follows in their threads'}`,
    `*Tone:* ${TONES[tone]}`,
    `*Who sets up digests:* ${DIGEST_RIGHTS[digestRights]}`,
    `*How long I keep things:*\n${keptLines.join('\n')}`,
    `*Language model:* ${modelWords(shown)}`,
    `*Managers:* the admins and owners of this workspace${managers.length > 0 ? `, and ${listedFew(managers.map(mentioned))}` : ''}`,
  ];
}

/** Who may change the settings, for somebody who may not. */
export function whomToAsk({ settings: { managers }, rights }: SettingsShown): string {
  const named = listedFew(managers.map(mentioned));
  if (rights.adminsAreKnown)
    return managers.length > 0
      ? `To change something, ask ${named}, or an admin of this workspace.`
      : 'To change something, ask an admin or owner of this workspace.';
  const unknown = 'Slack does not tell me who is an admin here, so I go by the managers named above alone.';
  return managers.length > 0
    ? `${unknown} To change something, ask ${named}.`
    : `${unknown} There are none yet: ask the person who installed Rolefit to install it again, with the permission to see who is an admin.`;
}
