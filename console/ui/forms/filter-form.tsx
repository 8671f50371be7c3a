import type { ReactNode, Ref } from 'react';
import styles from './filter-form.module.css';

type Props = {
  label: string;
  ref?: Ref<HTMLFormElement>;
  className?: string;
  /** All that stands in the form, once it is sent. */
  onShow(form: FormData): void;
  children: ReactNode;
};

/** A form above a list that says what the list shows. */
export const FilterForm = ({ label, ref, className = '', onShow, children }: Props) => (
  <form
    ref={ref}
    className={`${styles.form} ${className}`}
    aria-label={label}
    onSubmit={(event) => {
      event.preventDefault();
      onShow(new FormData(event.currentTarget));
    }}
  >
    {children}
  </form>
);
