import type { Version } from '@pharos/contract/versions.ts';
import { type ComponentProps, Fragment } from 'react';
import { useWho } from '../api/users.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import styles from './version-list.module.css';
import { fieldNames, noteWords } from './words.ts';

type Props = {
  list: ComponentProps<typeof ShowMore>['of'] & { data: { pages: { items: Version[] }[] } };
  pair: { from: number; to: number } | null;
  newest: number;
  onShow(from: number, to: number): void;
  /** Null without the right to. */
  restore: Change<number, unknown> | null;
};

/** The versions, newest first: who made each and when, and which fields it changed. */
export const VersionList = ({ list, pair, newest, onShow, restore }: Props) => {
  const { versions } = useTexts();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{versions.versions}</h2>
      <List ordered>
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
      </List>
      <ShowMore of={list} />
    </section>
  );
};

type LineProps = Pick<Props, 'onShow' | 'restore'> & { version: Version; is_shown: boolean; is_newest: boolean };

const OneVersion = ({ version: one, is_shown, is_newest, onShow, restore }: LineProps) => {
  const { texts, formats } = useLocale();
  const { versions } = texts;
  const who = useWho();
  const { version, created_at, created_by, changed, note } = one;
  const fields = fieldNames(changed, texts);
  return (
    <ListItem
      is_current={is_shown}
      title={
        <>
          {versions.version(formats.count(version))} {is_newest && <span className="chip">{versions.current}</span>}
        </>
      }
      facts={[
        <Fragment key="who">
          <span>{who(created_by)}</span>
          <time dateTime={created_at}>{formats.moment(created_at)}</time>
        </Fragment>,
        note ? noteWords(note, { texts, formats }) : version === 1 ? versions.created(fields) : fields,
      ]}
      aside={
        <div className={`${styles.tools} off-paper`}>
          {version > 1 && (
            <button
              type="button"
              className="button small"
              aria-label={versions.show_changes_of(formats.count(version))}
              onClick={() => onShow(version - 1, version)}
            >
              {versions.show_changes}
            </button>
          )}
          {restore && !is_newest && (
            <Confirm
              label={versions.restore}
              name={versions.restore_one(formats.count(version))}
              question={versions.restore_ask(formats.count(version))}
              yes={versions.restore}
              change={restore}
              onYes={() => restore.run(version)}
            />
          )}
        </div>
      }
    />
  );
};
