import type { User } from '../../directory.ts';
import { type Field, wordsOf } from '../../forms/fields.ts';
import type { SlackObject } from '../../message.ts';
import type { PageState, ShownChannel } from '../../page-state.ts';
import { objectIn, objectsIn, textIn } from '../blocks/reading.ts';

/** One thing that can be chosen. */
export interface Option {
  /** What the local Slack is told. */
  readonly value: string;
  readonly words: string;
  readonly about?: string | undefined;
  readonly group?: string | undefined;
}

export const optionOf = (option: SlackObject, group?: string): Option => ({
  value: textIn(option.value),
  words: wordsOf(option.text),
  about: wordsOf(option.description) || undefined,
  group,
});

const personOption = ({ id, realName, title }: User): Option => ({
  value: id,
  words: realName,
  about: title || undefined,
});

const channelOption = ({ id, name, kind }: ShownChannel, state: PageState): Option => ({
  value: id,
  words: kind === 'im' ? state.app.name : `#${name}`,
});

const KINDS: Readonly<Record<string, ShownChannel['kind']>> = {
  public: 'channel',
  private: 'group',
  im: 'im',
  mpim: 'mpim',
};

function conversations(field: Field, state: PageState): readonly Option[] {
  const { include } = objectIn(field.element.filter);
  const onlyPublic = /channels_select$/.test(field.type);
  const kinds = Array.isArray(include) ? include.map((one) => KINDS[String(one)]) : undefined;
  return [...state.channels, ...state.joinable]
    .filter(({ kind }) => (onlyPublic ? kind === 'channel' : (kinds?.includes(kind) ?? true)))
    .map((channel) => channelOption(channel, state));
}

/** What a select offers without being asked; an external one offers nothing. */
export function offeredIn(field: Field, state: PageState): readonly Option[] {
  const kind = field.type.replace(/^multi_/, '');
  if (kind === 'users_select') return state.users.filter(({ isDeleted }) => !isDeleted).map(personOption);
  if (kind === 'conversations_select' || kind === 'channels_select') return conversations(field, state);
  const { options, option_groups: groups } = field.element;
  return [
    ...objectsIn(options).map((one) => optionOf(one)),
    ...objectsIn(groups).flatMap((group) =>
      objectsIn(group.options).map((one) => optionOf(one, wordsOf(group.label))),
    ),
  ];
}

/** What is chosen, out of a field's content: options or ids. */
export const chosenIn = (content: unknown, offered: readonly Option[]): readonly Option[] =>
  [content].flat().flatMap((one) => {
    if (typeof one === 'string')
      return [offered.find(({ value }) => value === one) ?? { value: one, words: one }];
    return one === null || one === undefined ? [] : [optionOf(objectIn(one))];
  });
