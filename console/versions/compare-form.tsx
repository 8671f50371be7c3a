import { TextInput } from '../forms/fields.tsx';
import { textOf } from '../forms/filled.ts';
import { useFormats, useTexts } from '../texts/texts.tsx';

type Props = {
  pair: { from: number; to: number } | null;
  newest: number;
  onShow(from: number, to: number): void;
};

/** Which two versions are compared; there can be hundreds, so they are written rather than chosen. */
export const CompareForm = ({ pair, newest, onShow }: Props) => {
  const { history } = useTexts();
  const formats = useFormats();
  return (
    <form
      key={`${pair?.from} ${pair?.to}`}
      className="filter row"
      aria-label={history.compare}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onShow(Number(textOf(form, 'from')), Number(textOf(form, 'to')));
      }}
    >
      <TextInput label={history.from} name="from" value={String(pair?.from ?? '')} numeric />
      <TextInput label={history.to} name="to" value={String(pair?.to ?? '')} numeric />
      <button type="submit" className="button">
        {history.compare}
      </button>
      <p className="soft hint">{history.range(formats.count(newest))}</p>
    </form>
  );
};
