import { createHash } from 'node:crypto';

/**
 * How long after its time a workspace's digests come, in ms: the same for a workspace every time, and all over the window,
 * so that nine o'clock is not one moment for all workspaces.
 */
export function offsetOf(workspace: string, spreadMs: number): number {
  if (spreadMs === 0) return 0;
  return createHash('sha256').update(workspace).digest().readUInt32BE(0) % spreadMs;
}
