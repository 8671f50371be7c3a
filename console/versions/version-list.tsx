import type { Version } from '@pharos/contract/versions.ts';
import type { ComponentProps } from 'react';
import { useWho } from '../api/users.ts';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { fieldNames, noteWords } from './words.ts';

type Props = {
  list: ComponentProps<typeof ShowMore>['of'] & { data: { pages: { items: Version[] }[] } };
  pair: { from: number; to: number } | null;
  newest: number;
  onShow(from: number, to: number): void;
  /** Null for whoever may not. */
  restore: Change<number, unknown> | null;
};

/** The versions, newest first: who made each and when, and which fields it changed. */
export const VersionList = ({ list, pair, newest, onShow, restore }: Props) => {
  const { history } = useTexts();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{history.versions}</h2>
      <ol className="entries">
        {list.data.pages
          .flatMap(({ items }) => items)
          .map((version) => (
            <OneVersion
              key={version.version}
              version={version}
              is_shown={pair?.to === version.version}
              is_newest={version.version === newest}
              onShow={onShow}
              restore={restore}
            />
          ))}
      </ol>
      <ShowMore of={list} />
    </section>
  );
};

type LineProps = Pick<Props, 'onShow' | 'restore'> & { version: Version; is_shown: boolean; is_newest: boolean };

const OneVersion = ({ version: one, is_shown, is_newest, onShow, restore }: LineProps) => {
  const { texts, formats } = useSpoken();
  const { history } = texts;
  const who = useWho();
  const { version, created_at, created_by, changed, note } = one;
  const fields = fieldNames(changed, texts);
  return (
    <li className="entry" aria-current={is_shown ? 'true' : undefined}>
      <div className="entry-head">
        <div className="entry-text">
          <p className="title">
            {history.version(formats.count(version))} {is_newest && <span className="chip">{history.newest}</span>}
          </p>
          <p className="facts-line soft">
            <span>{who(created_by)}</span>
            <time dateTime={created_at}>{formats.stamp(created_at)}</time>
          </p>
          <p className="facts-line soft">
            <span>{note ? noteWords(note, texts) : version === 1 ? history.begun(fields) : fields}</span>
          </p>
        </div>
        <div className="version-tools">
          {version > 1 && (
            <button
              type="button"
              className="button small"
              aria-label={history.show_changes_of(formats.count(version))}
              onClick={() => onShow(version - 1, version)}
            >
              {history.show_changes}
            </button>
          )}
          {restore && !is_newest && (
            <Confirm
              label={history.restore}
              name={history.restore_one(formats.count(version))}
              question={history.restore_ask(formats.count(version))}
              yes={history.restore}
              change={restore}
              onYes={() => restore.run(version)}
            />
          )}
        </div>
      </div>
    </li>
  );
};
