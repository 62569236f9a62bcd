import type { Kind } from '../store/kind.ts';
import { ACCEPTED_GAPS } from './accepted-gaps.ts';
import { AGENT_GREETINGS } from './agent-greetings.ts';
import { AGENT_SESSIONS } from './agent-sessions.ts';
import { ANSWER_FEEDBACK } from './answer-feedback.ts';
import { AUDIT } from './audit.ts';
import { CHECK_ORDER, CHECKS, SHARED_CHECKS } from './checks.ts';
import { DIGEST_RUNS } from './digest-runs.ts';
import { DIGESTS } from './digests.ts';
import { DUE_DIGESTS } from './due-digests.ts';
import { HANDLED_EVENTS, PENDING_EVENTS } from './events.ts';
import { FORGETTINGS } from './forgettings.ts';
import { INTERVIEWS } from './interviews.ts';
import { LONG_TEXTS } from './long-texts.ts';
import { PINNED_ANSWERS } from './pinned-answers.ts';
import { QUESTIONS } from './questions.ts';
import { ROSTER } from './roster.ts';
import { ROSTER_DRAFTS } from './roster-drafts.ts';
import { SETTINGS } from './settings.ts';
import { TEAM_CHECKS } from './team-checks.ts';
import { THREADS } from './threads.ts';

/**
 * Every kind of document that may hold a person. Add yours here, or nobody can be forgotten in it; before FORGETTINGS,
 * which must be the last to go.
 */
export const allKinds: readonly Kind<unknown>[] = [
  SETTINGS,
  ROSTER,
  CHECKS,
  CHECK_ORDER,
  SHARED_CHECKS,
  ACCEPTED_GAPS,
  DIGESTS,
  DIGEST_RUNS,
  QUESTIONS,
  ROSTER_DRAFTS,
  INTERVIEWS,
  THREADS,
  TEAM_CHECKS,
  PINNED_ANSWERS,
  AGENT_SESSIONS,
  AGENT_GREETINGS,
  ANSWER_FEEDBACK,
  LONG_TEXTS,
  HANDLED_EVENTS,
  AUDIT,
  FORGETTINGS,
];

/** Kinds of documents that lie with the house, not with a workspace. */
export const houseKinds: readonly Kind<unknown>[] = [PENDING_EVENTS, DUE_DIGESTS];
