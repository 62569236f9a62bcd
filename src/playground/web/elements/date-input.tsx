import { textIn } from '../blocks/reading.ts';
import { ariaOf, type FieldProps } from './field-props.ts';
import { useContent } from './use-content.ts';

const MINUTE_MS = 60_000;

/** A moment as a date-and-time field shows it, in the zone of this browser. */
function localOf(content: unknown): string {
  if (typeof content !== 'number') return '';
  const at = new Date(content * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

const KINDS = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
} as const;

/** A date, a time, or both. */
export function DateInput(props: FieldProps) {
  const { field } = props;
  const { type } = field;
  const isMoment = type === 'datetimepicker';
  const [shown, enter] = useContent(field, isMoment ? localOf : textIn);
  return (
    <input
      {...ariaOf(props)}
      aria-label={props.label ?? field.label}
      className="date"
      type={KINDS[type as keyof typeof KINDS] ?? 'date'}
      value={shown}
      onChange={({ target: { value } }) =>
        enter(value, isMoment && value !== '' ? String(Math.floor(new Date(value).getTime() / 1000)) : value)
      }
    />
  );
}
