import type { PlainTextOption } from '@slack/types';
import type { Member } from '../../advisor/team/roster.ts';
import { clip, OPTION_TEXT } from './limits.ts';
import { plain } from './view.ts';

/** A member who is known by a name, as an option of a select: Slack shows no mentions there. */
export const personOption = ({ id, ref, title }: Member): PlainTextOption[] =>
  ref.kind === 'person'
    ? [{ text: plain(clip(title === null ? ref.name : `${ref.name}, ${title}`, OPTION_TEXT)), value: id }]
    : [];

/** Members outside Slack whose name or title holds what a person types. */
export function personOptions(members: readonly Member[], typed: string): PlainTextOption[] {
  const wanted = typed.trim().toLowerCase();
  return members.flatMap(personOption).filter(({ text }) => text.text.toLowerCase().includes(wanted));
}
