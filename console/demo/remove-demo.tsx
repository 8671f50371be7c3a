import { useQuery } from '@tanstack/react-query';
import { useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { demoQuery } from './queries.ts';

/** Button that removes the sample cases, for users who may. */
export const RemoveDemo = () => {
  const { demo } = useTexts();
  const may_remove = useReaches('admin');
  const change = useChange(() => pharos.demo.remove(), { kind: 'demo' });
  if (!may_remove) return null;
  return (
    <Confirm
      label={demo.remove}
      question={demo.remove_ask}
      yes={demo.remove}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};

/** Section of the settings for sample data that is still there; nothing once it is gone. */
export const DemoSection = () => {
  const { demo } = useTexts();
  const { data } = useQuery(demoQuery);
  if (!data?.is_here) return null;
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{demo.section}</h2>
      <p className="soft">{demo.what}</p>
      <RemoveDemo />
    </section>
  );
};
