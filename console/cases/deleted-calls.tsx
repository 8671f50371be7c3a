import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { deletedCalls } from '../api/cases.ts';
import { useMayWrite } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { titleOf } from '../naming/call-title.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Folded } from '../ui/folded.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import styles from './deleted-calls.module.css';
import { RestoreButton } from './restore-button.tsx';

const HASH = 'deleted-calls';

/** Deleted calls of a case, loaded when the list is opened. */
export const DeletedCalls = ({ case_uuid }: { case_uuid: string }) => {
  const { cases } = useTexts();
  const [open, setOpen] = useState(useLocation().hash === HASH);
  return (
    <Folded
      id={HASH}
      className={styles.deleted}
      summary={cases.deleted_calls}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {open && <DeletedList case_uuid={case_uuid} />}
    </Folded>
  );
};

const DeletedList = ({ case_uuid }: { case_uuid: string }) => {
  const { texts, formats } = useLocale();
  const { cases } = texts;
  const { data, error } = useQuery(deletedCalls(case_uuid));
  const may_write = useMayWrite();
  if (!data) return <TroubleNotice trouble={error && troubleOf(error, texts)} />;
  if (data.length === 0) return <p className="soft">{cases.no_deleted_calls}</p>;
  return (
    <List label={cases.deleted_calls}>
      {data.map((call) => {
        const title = titleOf(call, texts, formats);
        const restore = () => pharos.calls.restore({ call_uuid: call.uuid });
        return (
          <ListItem
            key={call.uuid}
            title={title}
            facts={cases.deleted_at(formats.moment(call.deleted_at as string))}
            aside={may_write && <RestoreButton what={title} ask={restore} />}
          />
        );
      })}
    </List>
  );
};
