import type { Request } from './signed-requests.ts';

/** So many people ask in turn, each of another workspace, so that nobody is held to the rate of one. */
const PEOPLE = 5_000;

/**
 * What people type and say, each as Slack would send it: of ten requests four tell a situation, three ask a question, and three
 * are what people say to each other in a channel. Answers are to go to `answersAt`, with the time at which they were due.
 */
export function requests(situations: readonly string[], questions: readonly string[], answersAt: string) {
  let sent = 0;
  let asked = 0;
  const command = (text: string, team: string, user: string, dueMs: number): Request => ({
    isEvent: false,
    body: new URLSearchParams({
      command: '/rolefit',
      text,
      team_id: team,
      user_id: user,
      channel_id: 'C0GENERAL',
      api_app_id: 'A0ROLEFIT',
      trigger_id: `${sent}.1`,
      response_url: `${answersAt}/${dueMs}`,
    }).toString(),
  });
  const chatter = (team: string, user: string, dueMs: number): Request => ({
    isEvent: true,
    body: JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: `Ev${sent}`,
      event: {
        type: 'message',
        channel: 'C0GENERAL',
        user,
        text: 'Who is in on Friday?',
        ts: `${dueMs / 1_000}`,
      },
    }),
  });
  return {
    asked: () => asked,
    next(_n: number, dueMs: number): Request {
      sent += 1;
      const [team, user] = [`T${sent % PEOPLE}`, `U${sent % PEOPLE}`];
      if (sent % 10 >= 7) return chatter(team, user, dueMs);
      asked += 1;
      const text =
        sent % 10 < 4 ? situations[asked % situations.length] : `ask ${questions[asked % questions.length]}`;
      return command(text ?? '', team, user, dueMs);
    },
  };
}
