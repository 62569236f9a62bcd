const MONDAY = 1;
const MORNING = 9;

/** The next Monday at nine, in the zone of this browser. */
export function nextMonday(now: number): number {
  const date = new Date(now);
  date.setHours(MORNING, 0, 0, 0);
  while (date.getDay() !== MONDAY || date.getTime() <= now) date.setDate(date.getDate() + 1);
  return date.getTime();
}
