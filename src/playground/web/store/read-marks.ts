import type { Model } from './model.ts';

const keyOf = (team: string, user: string): string => `read:${team}:${user}`;

/** Up to where a person read each channel, as this browser knows it. */
export function readMarks(team: string, user: string): Model['read'] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(team, user)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Model['read']) : {};
  } catch {
    return {};
  }
}

export const keepReadMarks = (team: string, user: string, read: Model['read']): void =>
  localStorage.setItem(keyOf(team, user), JSON.stringify(read));
