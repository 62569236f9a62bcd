import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineKind } from '../store/kind.ts';

/** Somebody who is being forgotten, so that a run that was killed half-way leaves one audit line and not two. */
export const FORGETTINGS = defineKind({
  kind: 'forgettings',
  version: 1,
  schema: z.object({ user: z.string() }),
  forgetPerson: (forgetting, { user }) => (forgetting.user === user ? null : forgetting),
});

export const forgettingId = (user: string): string => createHash('sha256').update(user).digest('hex');
