import { useMemo } from 'react';
import { valuesOf } from '../../forms/values.ts';
import type { Message } from '../../message.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../blocks/mrkdwn.tsx';
import { Picture } from '../blocks/picture.tsx';
import { textIn } from '../blocks/reading.ts';
import { type Surface, SurfaceContext } from '../blocks/surface.tsx';
import { Icon } from '../icons.tsx';

/** What a message says: its blocks or text, and its files. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { channel, ts, blocks = [], text, files = [], isStreaming, edited } = message;
  const surface: Surface = useMemo(
    () => ({ place: { channel, ts }, values: valuesOf(blocks, channel), faults: {} }),
    [channel, ts, blocks],
  );
  return (
    <div className={`content blocks ${isStreaming ? 'streaming' : ''}`}>
      {blocks.length > 0 ? (
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
      ) : (
        text !== '' && (
          <div>
            <Mrkdwn text={text} />
            {edited !== undefined && <span className="edited"> (edited)</span>}
          </div>
        )
      )}
      {blocks.length > 0 && edited !== undefined && <span className="edited">(edited)</span>}
      {files.map((file) =>
        textIn(file.mimetype).startsWith('image/') ? (
          <figure key={textIn(file.id)}>
            <figcaption>{textIn(file.title)}</figcaption>
            <Picture image={{ slack_file: { id: file.id }, alt_text: file.alt_txt ?? file.title }} />
          </figure>
        ) : (
          <a
            key={textIn(file.id)}
            className="file"
            href={`/files/${textIn(file.id)}`}
            download={textIn(file.name)}
          >
            <Icon name="file" />
            {textIn(file.title) || textIn(file.name)}
          </a>
        ),
      )}
    </div>
  );
}
