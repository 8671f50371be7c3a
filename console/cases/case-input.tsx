type Props = { label: string; wrong?: string[]; onText(text: string): void };

/** Field of a new case for a line of text, with what the server said of it. */
export const CaseInput = ({ label, wrong, onText }: Props) => (
  <label className="field">
    <span className="label">{label}</span>
    <input className="input" dir="auto" maxLength={255} onChange={({ currentTarget }) => onText(currentTarget.value)} />
    {wrong?.map((one) => (
      <span key={one} className="wrong hint">
        {one}
      </span>
    ))}
  </label>
);
