import { listChecks } from '../records/checks.ts';
import { type CheckFollowUp, channelMessage, followUpMessage } from './blocks/follow-up.ts';
import { plainMessage } from './blocks/message.ts';
import { type ConversationParts, deliver, type Outlet } from './conversation.ts';
import { interviewOf, resume, talkAt } from './interview-turns.ts';
import { latestCheck, recallCheck } from './saved-checks.ts';

/** Short words that mean what was just said, or the app itself, and no company. */
type FollowUp = CheckFollowUp | 'channels';

const WORDS: Readonly<Record<FollowUp, RegExp>> = {
  changes:
    /^(?:(?:and|but|so|ok(?:ay)?),? )*what (?:else )?(?:would|could|might|can) (?:change|flip) (?:it|this|that|your (?:mind|answer|verdict)|the (?:answer|verdict))[?.! ]*$/i,
  question:
    /^(?:please )?(?:ask (?:me )?(?:the |another |your |a )?(?:next )?question|next question)[?.! ]*$/i,
  reasons:
    /^(?:(?:and|but|so|ok(?:ay)?),? )*(?:why|how come)(?: (?:is )?(?:that|this|so|do you (?:think|say) (?:that|this|so)))?[?.! ]*$/i,
  channels: /^how (?:do|can) (?:i|we) use (?:you|rolefit) in (?:a|this|that|the|our) channels?[?.! ]*$/i,
};

/** What a text goes back to; undefined for words that stand alone. Pure. */
export const followUpIn = (text: string): FollowUp | undefined =>
  (Object.keys(WORDS) as FollowUp[]).find((wanted) => WORDS[wanted].test(text.trim()));

/** What of a check a text asks for; undefined for words that stand alone. Pure. */
export function checkFollowUpIn(text: string): CheckFollowUp | undefined {
  const wanted = followUpIn(text);
  return wanted === 'channels' ? undefined : wanted;
}

const NO_CHECK = 'You have made no check yet. Tell me how things are, and I say which role fits.';
/** Among so many of a person's latest checks the one of this session is looked for. */
const MOST_CHECKS = 20;

/**
 * Answers what goes back to the latest check, in its turn: the one of this session, or else the person's latest. `ts` names
 * the message that wants it. The next question is that of the interview that goes on here, if one does.
 */
export const sayFollowUp = (
  parts: ConversationParts,
  outlet: Outlet,
  wanted: FollowUp,
  ts: string,
): Promise<void> =>
  deliver(parts, outlet, async () => {
    if (wanted === 'channels') return outlet.say(channelMessage());
    const talk = talkAt(parts, outlet);
    const interview = wanted === 'question' ? await interviewOf(talk) : undefined;
    if (interview && interview.state !== 'done') return resume(talk, ts);
    const recalled = await checkBefore(parts, outlet);
    await outlet.say(
      recalled ? followUpMessage(wanted, recalled.advice, parts.advisor) : plainMessage(NO_CHECK),
    );
  });

async function checkBefore(parts: ConversationParts, { place }: Outlet) {
  const { documents } = await listChecks(parts.store, place.team, place.user, { limit: MOST_CHECKS });
  const here = documents.find(
    ({ value: { where } }) => where.thread !== undefined && where.thread === place.thread,
  );
  return here ? recallCheck(parts, place, here.value.verdict) : latestCheck(parts, place);
}
