import { useContext } from 'react';
import { fieldsOf } from '../../forms/fields.ts';
import type { SlackObject } from '../../message.ts';
import { FieldElement } from '../elements/element.tsx';
import { idOf, objectIn, textIn } from './reading.ts';
import { SurfaceContext } from './surface.tsx';

/** What is drawn as a group of its own, named by a legend instead of a label. */
const GROUPS = ['radio_buttons', 'checkboxes', 'datetimepicker'];

/** A field with its label, its hint, and what is wrong with it. */
export function InputBlock({ block }: { readonly block: SlackObject }) {
  const { faults } = useContext(SurfaceContext);
  const [field] = fieldsOf([block]);
  const blockId = textIn(block.block_id);
  if (field === undefined) return null;
  const id = idOf('field', blockId, field.actionId);
  const fault = faults[blockId];
  const hint = textIn(objectIn(block.hint).text);
  const notes = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const label = (
    <>
      {field.label}
      {field.isOptional && <span className="optional"> (optional)</span>}
    </>
  );
  const inside = (
    <>
      <FieldElement field={field} id={id} isWrong={fault !== undefined} describedBy={notes || undefined} />
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      {hint !== '' && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
  return GROUPS.includes(field.type) ? (
    <fieldset className="input" aria-describedby={notes || undefined}>
      <legend>{label}</legend>
      {inside}
    </fieldset>
  ) : (
    <div className="input">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {inside}
    </div>
  );
}
