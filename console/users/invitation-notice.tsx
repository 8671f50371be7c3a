import type { InvitationLink } from '@pharos/contract/users.ts';
import { useLocale } from '../texts/texts.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';

export const InvitationNotice = ({ name, invitation }: { name: string; invitation: InvitationLink }) => {
  const { texts, formats } = useLocale();
  const { users } = texts;
  return (
    <ShownOnce
      label={users.link_for(name)}
      value={invitation.link}
      hint={users.link_hint(formats.moment(invitation.expires_at))}
    />
  );
};
