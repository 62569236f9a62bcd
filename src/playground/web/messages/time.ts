const dateOf = (ts: string): Date => new Date(Number(ts) * 1000);

export const clockTime = (ts: string): string =>
  dateOf(ts).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });

/** The time where there is little room: without AM and PM. */
export const shortTime = (ts: string): string => clockTime(ts).replace(/\s*[ap]\.?m\.?$/i, '');

export const isoTime = (ts: string): string => dateOf(ts).toISOString();

const DAY_MS = 24 * 60 * 60 * 1000;

const dayKey = (date: Date): string => date.toDateString();

/** A day as people say it; `now` is ms since 1970. */
export function dayWords(ts: string, now: number): string {
  const date = dateOf(ts);
  if (dayKey(date) === dayKey(new Date(now))) return 'Today';
  if (dayKey(date) === dayKey(new Date(now - DAY_MS))) return 'Yesterday';
  return date.toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
}

export const isSameDay = (a: string, b: string): boolean => dayKey(dateOf(a)) === dayKey(dateOf(b));
