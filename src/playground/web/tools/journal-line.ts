import { isObject } from '../../block-text.ts';
import type { ApiCall, DeliveryNews, JournalEntry, ModelNews, PhrasingNews } from '../../news.ts';
import { textIn } from '../blocks/reading.ts';

/** An entry of the journal as the inspector shows it. */
export interface Line {
  /** From whom to whom. */
  readonly way: string;
  readonly title: string;
  readonly outcome: string;
  readonly isBad: boolean;
  readonly parts: readonly (readonly [name: string, value: unknown])[];
}

export function lineOf(entry: JournalEntry): Line {
  if ('call' in entry) return callLine(entry.call);
  if ('model' in entry) return modelLine(entry.model);
  if ('phrasing' in entry) return phrasingLine(entry.phrasing);
  return deliveryLine(entry.delivery);
}

function callLine({ method, arguments: given, answer, status }: ApiCall): Line {
  const error = textIn(answer.error);
  return {
    way: 'app → Slack',
    title: method,
    outcome: error || (status === 200 ? 'ok' : String(status)),
    isBad: error !== '' || status !== 200,
    parts: [
      ['arguments', given],
      ['answer', answer],
    ],
  };
}

function deliveryLine({ payload, attempt, failure, tookMs, kind }: DeliveryNews): Line {
  const event = isObject(payload.event) ? textIn(payload.event.type) : '';
  return {
    way: 'Slack → app',
    title: event || textIn(payload.command) || textIn(payload.type) || kind,
    outcome: failure ?? `ack ${tookMs} ms${attempt > 0 ? `, retry ${attempt}` : ''}`,
    isBad: failure !== undefined,
    parts: [['payload', payload]],
  };
}

const modelLine = ({ model, asked, said }: ModelNews): Line => ({
  way: 'app → model',
  title: model,
  outcome: 'answered',
  isBad: false,
  parts: [
    ['what it said', said],
    ['what it was asked', asked],
  ],
});

const phrasingLine = ({ isShown, reason = '', sentence }: PhrasingNews): Line => ({
  way: 'in the app',
  title: isShown ? 'the model’s words are shown' : 'the model’s words are refused',
  outcome: reason || 'ok',
  isBad: !isShown,
  parts: sentence === undefined ? [] : [['why', sentence]],
});
