import type { CooType } from '../rule.ts';

/** How much somebody has to do, as the team says. */
export const LOADS = ['light', 'right', 'too-much'] as const;
export type Load = (typeof LOADS)[number];

/** Who a member is: a Slack user, somebody outside Slack by name, or a post that is still to be filled. */
export type MemberRef =
  | { kind: 'user'; user: string }
  | { kind: 'person'; name: string }
  | { kind: 'open-seat' };

/** A member of a team. What is unknown is null or empty; nothing is guessed. */
export interface Member {
  /** Unique in the roster and kept for good: gaps are known by it from week to week. */
  id: string;
  ref: MemberRef;
  /** As it is written; evidence of a claim, never of the work. */
  title: string | null;
  /** Ids of areas. */
  owns: readonly string[];
  /** Ids of areas; a helper stands in for the owner. */
  helps: readonly string[];
  load: Load | null;
  /** The actual work in the team's own words. */
  work: string | null;
  /** The kinds of COO that the team says this COO is; more than one for a combination. */
  cooTypes: readonly CooType[];
  /** Named as the one to follow the CEO. */
  successor: boolean;
}

/** A team: the order of its members means nothing. Areas that the knowledge does not know are not read. */
export interface Roster {
  members: readonly Member[];
}
