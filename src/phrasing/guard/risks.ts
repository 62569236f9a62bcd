import { stem } from '../../advisor/extract/spelling.ts';
import type { FaultKind } from './fault.ts';

const stems = (words: string): string[] => words.trim().split(/\s+/).map(stem);

/** Words that give advice of their own, promise, judge, or speak to somebody else. Each must stand in what is cited. */
const RISKS: Partial<Record<FaultKind, readonly string[]>> = {
  advice:
    stems(`should must ought shall recommend recommendation suggest suggestion advise advisable hire recruit appoint promote
    pay salary salaries raise bonus invest buy purchase outsource train training coach consult contact email phone visit try start begin consider wait
    postpone delay replace reassign demote delegate restructure reorganise merge sell budget automate software tool app agency
    freelancer consultant contractor headhunter advertise interview onboard fund borrow spend fundraise launch remember ensure
    rethink rename split share ask urgently priority prioritise meanwhile immediately soon tomorrow tonight week weeks month months
    year years quarter afterwards first before later eventually`),
  promise:
    stems(`guarantee guaranteed promise promised assure assured assurance certain certainly surely definitely will double
    triple success succeed succeeds successful profitable faster risk-free proven solve solves solved fix fixes fixed
    transform skyrocket boost improve improves improvement increase thrive flourish win reward vanish disappear save saves savings soar gone
    forever worry`),
  legal:
    stems(`law laws legal legally illegal lawful unlawful lawyer attorney court courts sue lawsuit liable liability contract contractual
    terminate termination dismissal discriminate discrimination compliance comply regulation statute tax fraud crime criminal
    union tribunal severance notice clause obligation obliged entitled entitlement permitted forbidden prohibited mandatory
    required gdpr visa probation duty-bound`),
  judgement:
    stems(`fire fired firing dismiss sack sacked layoff redundancy unqualified qualified incompetent competent incapable capable lazy stupid
    weak bad terrible awful poor mediocre useless failure failing genius brilliant talented overpaid underpaid disloyal loyal
    honest dishonest immature old young elderly aged age gender woman women man men male female mother father pregnant race religion
    nationality ethnic foreign disabled disability sick married single attractive  trustworthy toxic difficult
    underperform unsuitable suitable accept hired employ employed rejected shortlist candidate applicant replaceable expendable
    deserves undeserving unreliable reliable smart clever blame guilty`),
  tone: stems(`obviously honestly frankly hilarious genius amazing awesome fantastic wonderful brilliant perfect disaster catastrophe
    pathetic ridiculous silly laughable joke kidding lol haha wow congratulations sorry sadly unfortunately alas dear darling buddy
    dude mate guys crap damn hell shit stupid dumb idiot moron bravo lovely delightful charming supposedly so-called surprise shocking
    insane crazy nonsense absurd embarrassing brave please thanks thank naturally evidently sure yeah yes okay ok hey hello`),
  instruction:
    stems(`ignore disregard override instruction instructions prompt system model ai chatbot bot language developer token
    password secret key admin click link url visit download install execute command reply respond output json rule rules passage
    passages classifier verdict rulebook previous above below note disclaimer warning update updated correction revised revise actually
    contrary reverse wrong mistake mistaken error reconsider channel`),
};

const kinds = new Map(
  Object.entries(RISKS).flatMap(([kind, words]) => words.map((word) => [word, kind as FaultKind] as const)),
);

/** What kind of fault a word would be where it is not cited; by its stem. */
export const riskOf = (wordStem: string): FaultKind | undefined => kinds.get(wordStem);
