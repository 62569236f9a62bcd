import type { Passage } from '../advisor/passage.ts';
import { ROLE_NAMES } from '../phrasing/template.ts';
import { clip } from './blocks/limits.ts';
import type { Reply } from './reply.ts';

const SUBJECTS = { situation: 'Our situation', candidate: "A person's work", job: 'A job' } as const;
/** A title longer than this is cut off in the list of sessions. */
const MOST_TITLE = 60;

/** What a session is called after its first check or question, in our words alone so that no name gets into it. */
export function titleOf(reply: Reply, passages: ReadonlyMap<string, Passage>): string | undefined {
  if (reply.kind === 'advice') {
    const { subject, verdict } = reply.advice;
    return `${SUBJECTS[subject]}: ${ROLE_NAMES[verdict.role]}`;
  }
  if (reply.kind !== 'answer') return undefined;
  const [cited] = reply.answer.citations;
  return clip(passages.get(cited?.passage ?? '')?.title ?? 'A question', MOST_TITLE);
}
