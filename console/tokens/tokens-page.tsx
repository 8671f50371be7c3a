import type { Token } from '@pharos/contract/tokens.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe, useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useWho } from '../api/users.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { Disclosure } from '../ui/forms/disclosure.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { Section } from '../ui/section.tsx';
import { NewToken } from './new-token.tsx';
import { tokenPages } from './queries.ts';

const route = getRouteApi('/app/settings/tokens');

/** Page of API tokens: the reader's own, and everyone's for an administrator. */
export const TokensPage = () => {
  const { tokens } = useTexts();
  const whose = route.useSearch();
  const may_see_all = useReaches('admin');
  return (
    <Section name="tokens">
      <Disclosure label={tokens.create}>
        <NewToken />
      </Disclosure>
      {may_see_all && (
        <nav className="row" aria-label={tokens.filter}>
          <Link to="/settings/tokens" search={{}} className="chip" activeOptions={{ exact: true }}>
            {tokens.yours}
          </Link>
          <Link to="/settings/tokens" search={{ all: 'true' }} className="chip">
            {tokens.everyones}
          </Link>
        </nav>
      )}
      <SearchResults of={whose}>{(asked) => <Tokens whose={asked} />}</SearchResults>
    </Section>
  );
};

const Tokens = ({ whose }: { whose: { all?: 'true' } }) => {
  const { tokens, settings } = useTexts();
  const list = useSuspenseInfiniteQuery(tokenPages(whose));
  const found = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {found.length === 0 && <Empty>{tokens.none}</Empty>}
      <List label={settings.sections.tokens}>
        {found.map((token) => (
          <OneToken key={token.uuid} token={token} />
        ))}
      </List>
      <ShowMore of={list} />
    </>
  );
};

const OneToken = ({ token }: { token: Token }) => {
  const { texts, formats } = useLocale();
  const { users, tokens } = texts;
  const who = useWho();
  const me = useMe();
  const { uuid: token_uuid, name, prefix, scopes, access_level, last_used_at, expires_at, revoked_at } = token;
  const change = useChange(() => pharos.tokens.revoke({ token_uuid }), { kind: 'token' });
  return (
    <ListItem
      title={
        <>
          {name} <code>{prefix}</code>
        </>
      }
      facts={
        <>
          {token.user_uuid !== me?.user.uuid && <span>{who(token.user_uuid)}</span>}
          <span>{users.levels[access_level]}</span>
          <span>{scopes.map((scope) => tokens.scopes[scope]).join(', ')}</span>
          <span>{last_used_at ? tokens.last_used(formats.moment(last_used_at)) : tokens.never_used}</span>
          {expires_at && <span>{tokens.expires(formats.moment(expires_at))}</span>}
          {revoked_at && <span className="chip">{tokens.revoked(formats.moment(revoked_at))}</span>}
        </>
      }
      aside={
        revoked_at ? null : (
          <Confirm
            label={tokens.revoke}
            name={tokens.revoke_one(name)}
            question={tokens.revoke_ask(name)}
            yes={tokens.revoke}
            change={change}
            onYes={() => change.run(undefined)}
          />
        )
      }
    />
  );
};
