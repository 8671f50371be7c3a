import type { ReactNode } from 'react';
import styles from './file-button.module.css';

type Props = {
  className?: string;
  accept?: string;
  disabled?: boolean;
  /** Files are being held over the page. */
  over: boolean;
  onFiles(files: File[]): void;
  children: ReactNode;
};

/** A button that asks for files of this device. */
export const FileButton = ({ className = '', accept, disabled, over, onFiles, children }: Props) => (
  <label className={`button ${className} ${styles.button} ${over ? styles.over : ''} off-paper`}>
    <input
      type="file"
      className="unseen"
      accept={accept}
      disabled={disabled}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
    {children}
  </label>
);
