import type { SlackObject } from '../../message.ts';
import { objectIn, objectsIn, textIn } from './reading.ts';
import { RichText } from './rich-text.tsx';

function Content({ cell }: { readonly cell: SlackObject }) {
  if (cell.type === 'rich_text') return <RichText elements={cell.elements} />;
  if (cell.type === 'raw_number') return String(cell.number ?? cell.value ?? cell.text ?? '');
  return textIn(cell.text);
}

/** A table block; its first row is the head. */
export function Table({ block }: { readonly block: SlackObject }) {
  const rows = Array.isArray(block.rows) ? block.rows.map(objectsIn) : [];
  const columns = Array.isArray(block.column_settings) ? block.column_settings.map(objectIn) : [];
  const [head = [], ...body] = rows;
  const alignOf = (at: number): string => `align-${textIn(columns[at]?.align) || 'left'}`;
  return (
    <section className="table" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" className={alignOf(at)}>
                <Content cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at} className={alignOf(at)}>
                  <Content cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
