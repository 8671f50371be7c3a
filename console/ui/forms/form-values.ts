/** Value of a field, without surrounding spaces. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** Value of a field, or null if empty. */
export const textOrNull = (form: FormData, name: string): string | null => textOf(form, name) || null;

/** A whole number, or null where the field is empty. What is none goes to the server as it is, which says so. */
export const numberOrNull = (form: FormData, name: string): number | null => {
  const text = textOf(form, name);
  if (text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : (text as never);
};

/** The reader's own midnight with which a calendar day begins, as the contract writes a moment. */
export const startOf = (day: string): string | undefined => midnight(day, 0);

/** The midnight with which it ends. */
export const endOf = (day: string): string | undefined => midnight(day, 1);

const midnight = (day: string, days_later: number) => {
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + days_later);
  return at.toISOString();
};
