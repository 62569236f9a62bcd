import type { InputBlock, ModalView } from '@slack/types';
import { RETAINED_KINDS } from '../../retention.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { context, section } from './mrkdwn.ts';
import { FIRST_PAGE } from './pages.ts';
import { FIELDS, keptField, memoryOf, VALUE } from './settings-state.ts';
import {
  DIGEST_RIGHTS,
  KIND_NAMES,
  modelWords,
  type SettingsShown,
  settingsLines,
  TONES,
  whomToAsk,
} from './settings-words.ts';
import { tickBox } from './tick-box.ts';
import { plain, viewOf } from './view.ts';

/** The settings: a form for those who may change them, to read for others, who are told whom to ask. */
export const settingsView = (shown: SettingsShown): ModalView =>
  shown.rights.mayManage ? settingsForm(shown) : settingsToRead(shown);

const settingsToRead = (shown: SettingsShown): ModalView =>
  viewOf({
    title: 'Settings',
    blocks: [section(settingsLines(shown).join('\n')), section(whomToAsk(shown))],
  });

function settingsForm(shown: SettingsShown): ModalView {
  const { settings, rights, keptDays, model } = shown;
  return viewOf({
    title: 'Settings',
    callbackId: VIEWS.settings,
    submit: 'Save',
    close: 'Cancel',
    remembers: memoryOf(settings),
    blocks: [
      ...(rights.adminsAreKnown
        ? []
        : [
            context(
              'Slack does not tell me who is an admin here, so only the managers below may change this.',
            ),
          ]),
      {
        type: 'input',
        block_id: FIELDS.channels,
        optional: true,
        label: plain('Channels that I may speak in'),
        hint: plain('Empty: all that I am invited to. I must be invited to these as well.'),
        element: {
          type: 'multi_conversations_select',
          action_id: VALUE,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(settings.allowedChannels?.length ? { initial_conversations: settings.allowedChannels } : {}),
        },
      },
      tickBox(FIELDS.mentionOnly, 'In channels', 'Answer only where I am mentioned', settings.mentionOnly),
      selectInput(FIELDS.tone, 'Tone', TONES, settings.tone),
      selectInput(FIELDS.digestRights, 'Who may set up digests', DIGEST_RIGHTS, settings.digestRights),
      {
        type: 'input',
        block_id: FIELDS.managers,
        optional: true,
        label: plain('Managers'),
        hint: plain('They may change all of this, besides the admins and owners of the workspace.'),
        element: {
          type: 'multi_users_select',
          action_id: VALUE,
          ...(settings.managers.length > 0 ? { initial_users: settings.managers } : {}),
        },
      },
      ...RETAINED_KINDS.map((kind): InputBlock => {
        const days = settings.retentionDays[kind];
        const most = keptDays[kind];
        return {
          type: 'input',
          block_id: keptField(kind),
          optional: true,
          label: plain(`Days to keep ${KIND_NAMES[kind]}`),
          hint: plain(
            `For what is kept from now on. Empty: ${most}, the most that this installation allows.`,
          ),
          element: {
            type: 'number_input',
            action_id: VALUE,
            is_decimal_allowed: false,
            min_value: '1',
            max_value: String(most),
            ...(days === undefined ? {} : { initial_value: String(Math.min(days, most)) }),
          },
        };
      }),
      context(`Language model: ${modelWords(shown)}`),
      {
        type: 'actions',
        elements: [
          ...(model ? [button(ACTIONS.languageModel, 'Language model…', 'open')] : []),
          button(ACTIONS.audit, 'What was changed', FIRST_PAGE),
        ],
      },
    ],
  });
}

function selectInput(
  id: string,
  label: string,
  names: Readonly<Record<string, string>>,
  value: string,
): InputBlock {
  const options = Object.entries(names).map(([each, words]) => ({ text: plain(words), value: each }));
  const chosen = options.find((option) => option.value === value);
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: {
      type: 'static_select',
      action_id: VALUE,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
}
