import { Icon } from '../icons.tsx';
import { usePage } from '../store/page-context.tsx';

/** What the person is told, at the foot of the page. */
export function Notice() {
  const { model, change } = usePage();
  const { isAway, notice, state } = model;
  const words = isAway ? 'The local Slack went away. Waiting for it to come back.' : notice;
  return (
    <div className="notice" role="status" hidden={words === undefined || state.modals.length > 0}>
      {words}
      {!isAway && (
        <button
          type="button"
          className="icon-button"
          aria-label="Dismiss"
          onClick={() => change({ type: 'told', notice: undefined })}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
