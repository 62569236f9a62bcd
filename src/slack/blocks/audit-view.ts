import type { KnownBlock, ModalView } from '@slack/types';
import type { AuditEntry } from '../../records/audit.ts';
import { ACTIONS } from '../actions.ts';
import { clip } from './limits.ts';
import { mentioned, moment } from './mention.ts';
import { escapeMrkdwn, section } from './mrkdwn.ts';
import { type PageShown, pageButtons } from './pages.ts';
import { viewOf } from './view.ts';

/** Lines shown at a time. */
export const AUDIT_PAGE = 15;
/** A value longer than this is cut. */
const LONGEST_VALUE = 300;

/** One page of the audit list: who changed what, when, from what to what. */
export function auditView(entries: readonly AuditEntry[], page: PageShown): ModalView {
  return viewOf({
    title: 'What was changed',
    blocks: [
      ...(entries.length === 0 ? [section('Nothing was changed yet.')] : entries.map(entrySection)),
      ...pageButtons(ACTIONS.auditPage, page, { first: 'Newest', next: 'Older' }),
    ],
  });
}

const entrySection = ({ at, by, what, from, to }: AuditEntry): KnownBlock =>
  section(
    `${moment(at)} ${mentioned(by)}: *${escapeMrkdwn(clip(what, LONGEST_VALUE))}*\nfrom ${inWords(from)} to ${inWords(to)}`,
  );

/** A value as people read it; ids of people and channels are shown by their names. */
function inWords(value: AuditEntry['to']): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const parts = Array.isArray(value) ? value : [value];
  if (parts.length === 0) return 'nothing';
  const words = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return escapeMrkdwn(clip(words.join(', '), LONGEST_VALUE)).replace(
    /(?<![A-Z0-9@])(?=[A-Z0-9]*\d)([UWC][A-Z0-9]{7,11})(?![A-Z0-9])/g,
    (id) => (id.startsWith('C') ? `<#${id}>` : `<@${id}>`),
  );
}
