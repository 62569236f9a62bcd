const MONDAY = 1;
const MORNING = 9;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How far the clocks of an IANA zone are ahead of UTC, in ms. */
function aheadOfUtc(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(at / 60_000) * 60_000;
}

/** The next Monday at nine in an IANA zone, in ms since 1970. */
export function nextMonday(now: number, zone: string): number {
  // A clock of UTC that shows what the zone's shows, until the zone's changes.
  const shown = new Date(now + aheadOfUtc(now, zone));
  shown.setUTCHours(MORNING, 0, 0, 0);
  const days = (MONDAY - shown.getUTCDay() + 7) % 7;
  const first = shown.getTime() + days * DAY_MS;
  const instantOf = (wall: number): number => {
    const near = wall - aheadOfUtc(now, zone);
    return wall - aheadOfUtc(near, zone);
  };
  const at = instantOf(first);
  return at > now ? at : instantOf(first + 7 * DAY_MS);
}
