import type { AuditEvent } from '@pharos/contract/audit.ts';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.tsx';
import { useNames } from './names.ts';

/** Pages that show what has none of its own. */
const SHOWN_AT = {
  generation_template: '/settings/templates',
  job: '/settings/jobs',
  location: '/settings/locations',
  organization: '/settings/organization',
  token: '/settings/tokens',
  user: '/settings/people',
} as const;

const isOf = <T extends object>(table: T, name: PropertyKey): name is keyof T => Object.hasOwn(table, name);

type Props = {
  event: AuditEvent;
  /** Words for a record that is not known. */
  otherwise: string;
};

/** The record of an event, by its name where there is one, with a link to its page. */
export const Subject = ({ event: { subject_type, subject_uuid }, otherwise }: Props) => {
  const { audit } = useTexts();
  const nameOf = useNames();
  if (subject_uuid === null) return otherwise;
  const name =
    nameOf(subject_uuid) ?? (isOf(audit.subjects, subject_type) ? audit.subjects[subject_type] : subject_type);
  if (subject_type === 'case') {
    return (
      <Link to="/cases/$case_uuid" params={{ case_uuid: subject_uuid }} preload={false}>
        {name}
      </Link>
    );
  }
  if (subject_type === 'call') {
    return (
      <Link to="/calls/$call_uuid" params={{ call_uuid: subject_uuid }} preload={false}>
        {name}
      </Link>
    );
  }
  if (!isOf(SHOWN_AT, subject_type)) return <span className="soft">{name}</span>;
  return (
    <Link to={SHOWN_AT[subject_type]} preload={false}>
      {name}
    </Link>
  );
};
