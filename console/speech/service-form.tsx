import type { SpeechService, SpeechSettings } from '@pharos/contract/speech.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { providerName } from '../jobs/reason-words.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import styles from './service-card.module.css';
import { TestResult } from './test-result.tsx';

/** Settings of a speech service: tested first, then used. */
export const ServiceForm = ({ service }: { service: SpeechService }) => {
  const texts = useTexts();
  const { speech } = texts;
  const { provider, set_up_by, is_default } = service;
  const form = useRef<HTMLFormElement>(null);
  const test = useMutation({
    mutationFn: async (body: SpeechSettings) => (await pharos.speech.test({ body })).data,
  });
  const use = useChange((body: SpeechSettings) => pharos.speech.set({ body }), { kind: 'speech' });
  const remove = useChange(() => pharos.speech.remove({ provider }), { kind: 'speech' });
  const given = (): SpeechSettings => {
    const data = new FormData(form.current as HTMLFormElement);
    const fields = ['api_key', 'base_url', 'model'].flatMap((name) => {
      const text = textOf(data, name);
      return text === '' ? [] : [[name, text]];
    });
    return { provider, ...Object.fromEntries(fields) };
  };
  const works = test.data?.reason === null;
  const name = providerName(provider, texts);
  if (provider === 'local' && set_up_by === null) return <HowToAdd />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (works) use.run(given());
    else if (!test.isPending) test.mutate(given());
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onInput={() => test.reset()} noValidate>
      <Fields service={service} />
      <div role="status" aria-busy={test.isPending}>
        {test.isPending && <p className="soft">{speech.testing}</p>}
        {test.data && <TestResult result={test.data} provider={provider} />}
      </div>
      <TroubleNotice trouble={test.error && troubleOf(test.error, texts)} />
      <TroubleNotice trouble={use.trouble ?? remove.trouble} />
      <div className="row">
        {works && (
          <button type="submit" className="button first" disabled={use.busy}>
            {speech.use(name)}
          </button>
        )}
        <button
          type={works ? 'button' : 'submit'}
          className={works ? 'button' : 'button first'}
          disabled={test.isPending}
          onClick={works ? () => test.mutate(given()) : undefined}
        >
          {works ? speech.test_again : speech.test}
        </button>
        {!works && !is_default && set_up_by !== null && (
          <button type="button" className="button" disabled={use.busy} onClick={() => use.run({ provider })}>
            {speech.use(name)}
          </button>
        )}
        {set_up_by === 'organization' && (
          <Confirm
            label={speech.forget}
            question={speech.forget_ask(name)}
            yes={speech.forget}
            change={remove}
            onYes={() => remove.run(undefined)}
          />
        )}
      </div>
      {use.done && <p role="status">{speech.used(name)}</p>}
    </form>
  );
};

const Fields = ({ service: { provider, set_up_by, base_url, model } }: { service: SpeechService }) => {
  const { speech } = useTexts();
  const is_operator = useReaches('operator');
  if (provider === 'local') return <p className="soft">{speech.nothing_to_set}</p>;
  const hint =
    set_up_by === 'organization'
      ? speech.key_set
      : set_up_by === 'environment'
        ? speech.key_of_server
        : speech.key_hint;
  const own_server = provider === 'speech_server';
  const key = { name: 'api_key', type: 'password', autoComplete: 'off', hint } as const;
  return (
    <div className={styles.fields}>
      {own_server &&
        (is_operator ? (
          <TextInput label={speech.address} name="base_url" value={base_url ?? ''} hint={speech.address_hint} />
        ) : (
          <p className="soft">{speech.address_needs}</p>
        ))}
      {own_server && <TextInput label={speech.model} name="model" value={model ?? ''} hint={speech.model_hint} />}
      {own_server ? <TextInput label={speech.key_if_wanted} {...key} /> : <TextInput label={speech.key} {...key} />}
    </div>
  );
};

/** Steps by which the engine comes to this machine. */
const HowToAdd = () => {
  const { speech } = useTexts();
  return (
    <div className={styles.form}>
      <p>{speech.add_engine}</p>
      <p>
        <code>npm run add-speech</code>
      </p>
    </div>
  );
};
