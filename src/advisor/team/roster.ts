import { z } from 'zod';
import { COO_TYPES } from '../rule.ts';

/** How much somebody has to do, as the team says; the least first. */
export const LOADS = ['light', 'right', 'too-much'] as const;
export type Load = (typeof LOADS)[number];

/** Who a member is: a Slack user, somebody outside Slack by name, or a post that is still to be filled. */
export const MemberRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), user: z.string().min(1) }),
  z.object({ kind: z.literal('person'), name: z.string().min(1) }),
  z.object({ kind: z.literal('open-seat') }),
]);
export type MemberRef = z.infer<typeof MemberRef>;

/** A member of a team. What is unknown is null or empty; nothing is guessed. */
export const Member = z.object({
  /** Unique in the roster and kept for good: gaps are known by it from week to week. */
  id: z.string().min(1),
  ref: MemberRef,
  /** As it is written; evidence of a claim, never of the work. */
  title: z.string().nullable().default(null),
  /** Ids of areas. */
  owns: z.array(z.string()).readonly().default([]),
  /** Ids of areas; a helper stands in for the owner. */
  helps: z.array(z.string()).readonly().default([]),
  load: z.enum(LOADS).nullable().default(null),
  /** The actual work in the team's own words. */
  work: z.string().nullable().default(null),
  /** The kinds of COO that the team says this COO is; more than one for a combination. */
  cooTypes: z.array(z.enum(COO_TYPES)).readonly().default([]),
  /** Named as the one to follow the CEO. */
  successor: z.boolean().default(false),
});
export type Member = z.infer<typeof Member>;

/** A team: the order of its members means nothing to gaps. Areas that the knowledge does not know are not read. */
export const Roster = z.object({
  members: z
    .array(Member)
    .refine(
      (members) => new Set(members.map(({ id }) => id)).size === members.length,
      'two members have one id',
    )
    .readonly()
    .default([]),
});
export type Roster = z.infer<typeof Roster>;

/** A member of whom nothing is known. */
export const emptyMember = (id: string, ref: MemberRef): Member => ({
  id,
  ref,
  title: null,
  owns: [],
  helps: [],
  load: null,
  work: null,
  cooTypes: [],
  successor: false,
});
