import { SOURCE_KINDS, type Source, type SourceCreate, type SourceKind } from '@pharos/contract/sources.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { kindName } from '../naming/phone-systems.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Disclosure, useClose } from '../ui/forms/disclosure.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { ReadFirst } from '../ui/read-first.tsx';
import { Section } from '../ui/section.tsx';
import { Silence } from './activity.tsx';
import { sourcePages, sourceQuery } from './queries.ts';
import { SourceForm } from './source-form.tsx';
import { SourcePanel } from './source-panel.tsx';

/** Page of the telephone systems that calls come in from. */
export const SourcesPage = () => (
  <Section name="sources">
    <Sources />
  </Section>
);

const Sources = () => {
  const { settings, sources } = useTexts();
  const list = useSuspenseInfiniteQuery(sourcePages());
  const found = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <Disclosure label={sources.add}>
        <NewSource />
      </Disclosure>
      {found.length === 0 && (
        <Empty>
          <p>{sources.none}</p>
          <ol>
            {sources.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Empty>
      )}
      {found.length > 0 && (
        <List label={settings.sections.sources}>
          {found.map((source) => (
            <OneSource key={source.uuid} source={source} />
          ))}
        </List>
      )}
      <ShowMore of={list} />
    </>
  );
};

const NewSource = () => {
  const texts = useTexts();
  const { calls, sources } = texts;
  const close = useClose();
  const id = useId();
  // A folder is the server's own: only an operator names one.
  const is_operator = useReaches('operator');
  const kinds = SOURCE_KINDS.filter((kind) => kind !== 'folder' || is_operator);
  const [kind, setKind] = useState<SourceKind>('twilio');
  const change = useChange((body: Omit<SourceCreate, 'kind'>) => pharos.sources.create({ body: { ...body, kind } }), {
    kind: 'source',
    done: () => close(calls.saved),
  });
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{sources.kind}</label>
        <select
          id={id}
          className="input"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as SourceKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindName(one, texts)}
            </option>
          ))}
        </select>
      </div>
      <SourceForm key={kind} label={sources.add} kind={kind} change={change} />
    </>
  );
};

const OneSource = ({ source }: { source: Source }) => {
  const { texts, formats } = useLocale();
  const { settings, sources } = texts;
  const { uuid, name, kind, activity } = source;
  const { last_call_at } = activity;
  return (
    <ListItem
      title={name}
      facts={
        <>
          <span>{kindName(kind, texts)}</span>
          <span>{last_call_at ? sources.last_call(formats.moment(last_call_at)) : sources.no_call_yet}</span>
        </>
      }
      below={<Silence source={source} />}
      open_label={settings.edit_one(name)}
    >
      <ReadFirst query={sourceQuery(uuid)}>{(read) => <SourcePanel source={read} />}</ReadFirst>
    </ListItem>
  );
};
