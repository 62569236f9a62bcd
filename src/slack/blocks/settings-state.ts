import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SettingsChange } from '../../records/change-settings.ts';
import { Settings } from '../../records/settings.ts';
import { RETAINED_KINDS, type RetainedKind } from '../../retention.ts';

/** The fields of the settings that a form holds, by block id; `kept:checks` and so on for days. */
export const FIELDS = {
  channels: 'channels',
  mentionOnly: 'mention_only',
  tone: 'tone',
  digestRights: 'digest_rights',
  managers: 'managers',
} as const;
export const keptField = (kind: RetainedKind): string => `kept:${kind}`;
export const VALUE = 'value';

/** What a form of settings holds. */
export type SettingsInput = Pick<
  Settings,
  'allowedChannels' | 'mentionOnly' | 'tone' | 'digestRights' | 'managers' | 'retentionDays'
>;

/** What an open form remembers: a mark of each setting as it was shown, so that only what was touched is changed. */
export const SettingsMemory = z.object({ shown: z.record(z.string(), z.string()) });
export type SettingsMemory = z.infer<typeof SettingsMemory>;

export const memoryOf = (settings: SettingsInput): SettingsMemory => ({ shown: marksOf(settings) });

const marksOf = ({
  allowedChannels,
  mentionOnly,
  tone,
  digestRights,
  managers,
  retentionDays,
}: SettingsInput): Record<string, string> => {
  const fields = { allowedChannels, mentionOnly, tone, digestRights, managers };
  const days = RETAINED_KINDS.map((kind) => [keptField(kind), retentionDays[kind] ?? null] as const);
  return Object.fromEntries(
    [...Object.entries(fields), ...days].map(([name, value]) => [name, markOf(value)]),
  );
};

const markOf = (value: unknown): string => {
  const order = Array.isArray(value) ? [...value].sort() : value;
  return createHash('sha256').update(JSON.stringify(order)).digest('hex').slice(0, 8);
};

const Choice = z.looseObject({ value: z.string() }).nullish();
const Field = z.looseObject({
  value: z.string().nullish(),
  selected_option: Choice,
  selected_options: z.array(z.unknown()).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_users: z.array(z.string()).nullish(),
});
const State = z.record(z.string(), z.record(z.string(), Field));

/** Reads the form, from Slack's `view.state.values`. Days may be anything that was typed as a number. */
export function settingsInput(stateValues: unknown): SettingsInput {
  const state = State.parse(stateValues);
  const field = (id: string) => state[id]?.[VALUE];
  const channels = field(FIELDS.channels)?.selected_conversations ?? [];
  const retentionDays: Settings['retentionDays'] = {};
  for (const kind of RETAINED_KINDS) {
    const days = field(keptField(kind))?.value;
    if (days) retentionDays[kind] = Number(days);
  }
  return {
    allowedChannels: channels.length > 0 ? channels : null,
    mentionOnly: (field(FIELDS.mentionOnly)?.selected_options?.length ?? 0) > 0,
    tone: Settings.shape.tone.parse(field(FIELDS.tone)?.selected_option?.value),
    digestRights: Settings.shape.digestRights.parse(field(FIELDS.digestRights)?.selected_option?.value),
    managers: field(FIELDS.managers)?.selected_users ?? [],
    retentionDays,
  };
}

/** The first complaint about days that cannot be kept, at its field; null when there is none. */
export function daysComplaint(
  { retentionDays }: SettingsInput,
  keptDays: Readonly<Record<RetainedKind, number>>,
): { field: string; words: string } | null {
  for (const kind of RETAINED_KINDS) {
    const days = retentionDays[kind];
    if (days === undefined || (Number.isInteger(days) && days >= 1 && days <= keptDays[kind])) continue;
    return { field: keptField(kind), words: `Enter whole days from 1 to ${keptDays[kind]}.` };
  }
  return null;
}

/** What was touched in the form, over the settings as they are stored now. */
export function changeBy(
  input: SettingsInput,
  { shown }: SettingsMemory,
  stored: Pick<Settings, 'retentionDays'>,
): SettingsChange {
  const marks = marksOf(input);
  const isTouched = (name: string): boolean => marks[name] !== shown[name];
  const { retentionDays, ...fields } = input;
  const touched = Object.fromEntries(Object.entries(fields).filter(([name]) => isTouched(name)));
  const kinds = RETAINED_KINDS.filter((kind) => isTouched(keptField(kind)));
  if (kinds.length === 0) return touched;
  const days: Settings['retentionDays'] = { ...stored.retentionDays };
  for (const kind of kinds) {
    const wanted = retentionDays[kind];
    if (wanted === undefined) delete days[kind];
    else days[kind] = wanted;
  }
  return { ...touched, retentionDays: days };
}
