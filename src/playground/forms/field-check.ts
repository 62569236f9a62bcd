import type { Field } from './fields.ts';
import { contentIn, type FieldValues } from './values.ts';

/** The most characters of a text field for which the app sets no limit. */
const MOST_TEXT = 3000;

/** What Slack's window says beside the fields that it would not send, by block id. */
export function faultsIn(fields: readonly Field[], values: FieldValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields
      .filter(({ isInput }) => isInput)
      .flatMap((field) => {
        const fault = faultIn(field, contentIn(values, field));
        return fault === undefined ? [] : [[field.blockId, fault]];
      }),
  );
}

function faultIn(field: Field, content: unknown): string | undefined {
  const isEmpty =
    content === null ||
    (Array.isArray(content) && content.length === 0) ||
    (typeof content === 'string' && content.trim() === '');
  if (isEmpty) return field.isOptional ? undefined : 'Please complete this required field.';
  return typeof content === 'string' ? textChecks[field.type]?.(content, field) : undefined;
}

const textChecks: Readonly<Record<string, (text: string, field: Field) => string | undefined>> = {
  plain_text_input(text, { element }) {
    const least = Number(element.min_length ?? 0);
    const most = Number(element.max_length ?? MOST_TEXT);
    if (text.length < least) return `Please enter at least ${least} characters.`;
    return text.length > most ? `Please enter no more than ${most} characters.` : undefined;
  },
  email_text_input: (text) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.',
  url_text_input: (text) =>
    URL.canParse(text) && /^https?:/i.test(text) ? undefined : 'Please enter a valid URL.',
  number_input(text, { element }) {
    const wanted = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
    if (!wanted.test(text))
      return element.is_decimal_allowed === true ? 'Please enter a number.' : 'Please enter a whole number.';
    const { min_value: least, max_value: most } = element;
    if (least !== undefined && Number(text) < Number(least)) return `Please enter ${String(least)} or more.`;
    if (most !== undefined && Number(text) > Number(most)) return `Please enter ${String(most)} or less.`;
    return undefined;
  },
};
