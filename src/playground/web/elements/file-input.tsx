import { endingsTaken, filesTaken } from '../../forms/entry.ts';
import { objectsIn, textIn } from '../blocks/reading.ts';
import { fills } from '../blocks/surface.tsx';
import { Icon } from '../icons.tsx';
import { postFile } from '../store/connection.ts';
import { usePage } from '../store/page-context.tsx';
import { ariaOf, type FieldProps } from './field-props.ts';
import { useContent } from './use-content.ts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

const chosenIn = (content: unknown): readonly Chosen[] =>
  objectsIn(content).map(({ id, name }) => ({ id: textIn(id), name: textIn(name) }));

/** Files from the disk, which are uploaded when they are chosen, and stand above the button until they are taken out. */
export function FileInput(props: FieldProps) {
  const { field } = props;
  const { model, change } = usePage();
  const [chosen, enter] = useContent(field, chosenIn);
  const most = filesTaken(field);
  const show = (next: readonly Chosen[]): void =>
    enter(
      next,
      next.map(({ id }) => id),
    );
  // What is sent meanwhile waits for the upload, as for everything that is entered.
  const choose = (files: readonly File[]): void =>
    fills.add(`${props.id}-upload`, async () => {
      const added: Chosen[] = [];
      for (const file of files) {
        const answer = await postFile(model.state.me, file);
        change({ type: 'told', notice: answer.ok ? undefined : answer.sentence });
        if (answer.ok) added.push({ id: textIn(answer.file), name: file.name });
      }
      if (added.length > 0) show([...chosen, ...added].slice(-most));
    });
  return (
    <div className="files">
      {chosen.map((one) => (
        <span key={one.id} className="chip">
          {one.name}
          <button
            type="button"
            aria-label={`Remove ${one.name}`}
            onClick={() => show(chosen.filter(({ id }) => id !== one.id))}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <input
        {...ariaOf(props)}
        type="file"
        multiple={most > 1}
        accept={endingsTaken(field)
          ?.map((ending) => `.${ending}`)
          .join(',')}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          // The same file may be chosen again after it was mended.
          target.value = '';
        }}
      />
    </div>
  );
}
