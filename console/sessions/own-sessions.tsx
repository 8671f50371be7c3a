import type { Session } from '@pharos/contract/sessions.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { browserOf } from './browser-name.ts';
import { sessionPages } from './queries.ts';

/** Browsers in which the reader is signed in, each of which can be signed out from here. */
export const OwnSessions = () => {
  const { sessions } = useTexts();
  const list = useSuspenseInfiniteQuery(sessionPages());
  const found = list.data.pages.flatMap(({ items }) => items);
  const change = useChange(() => pharos.sessions.endOthers(), { kind: 'session' });
  return (
    <>
      <List label={sessions.yours}>
        {found.map((session) => (
          <OneSession key={session.uuid} session={session} />
        ))}
      </List>
      <ShowMore of={list} />
      {found.some(({ is_current }) => !is_current) && (
        <Confirm
          label={sessions.end_others}
          question={sessions.end_others_ask}
          yes={sessions.end_others}
          change={change}
          onYes={() => change.run(undefined)}
        />
      )}
    </>
  );
};

const OneSession = ({ session }: { session: Session }) => {
  const { texts, formats } = useLocale();
  const { sessions } = texts;
  const { uuid: session_uuid, last_seen_at, address, is_current } = session;
  const found = browserOf(session.user_agent);
  const name = found ? sessions.browser_on(found.browser, found.system) : sessions.unknown_browser;
  const change = useChange(() => pharos.sessions.endOne({ session_uuid }), { kind: 'session' });
  return (
    <ListItem
      title={name}
      is_current={is_current}
      facts={
        <>
          {is_current && <span className="chip">{sessions.this_browser}</span>}
          <span>{sessions.last_active(formats.moment(last_seen_at))}</span>
          {address && <span>{address}</span>}
        </>
      }
      aside={
        is_current ? null : (
          <Confirm
            label={sessions.end}
            name={sessions.end_one(name)}
            question={sessions.end_ask(name)}
            yes={sessions.end}
            change={change}
            onYes={() => change.run(undefined)}
          />
        )
      }
    />
  );
};
