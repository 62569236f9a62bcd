import type { Field } from '../../forms/fields.ts';

/** What every element that is filled in is drawn from. */
export interface FieldProps {
  readonly field: Field;
  readonly id: string;
  readonly isWrong?: boolean;
  /** The ids of its hint and of what is wrong with it. */
  readonly describedBy?: string | undefined;
  /** Its name where no label stands over it. */
  readonly label?: string | undefined;
}

/** The attributes that make a control heard as it is seen. */
export const ariaOf = ({ field, id, isWrong, describedBy, label }: FieldProps) => ({
  id,
  'aria-label': label,
  'aria-describedby': describedBy,
  'aria-invalid': isWrong || undefined,
  'data-focus': field.element.focus_on_load === true || undefined,
  'aria-required': (field.isInput && !field.isOptional) || undefined,
});
