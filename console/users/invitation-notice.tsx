import type { InvitationLink } from '@pharos/contract/users.ts';
import { useSpoken } from '../texts/texts.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';

export const InvitationNotice = ({ name, invitation }: { name: string; invitation: InvitationLink }) => {
  const { texts, formats } = useSpoken();
  const { settings } = texts;
  return (
    <ShownOnce
      label={settings.link_for(name)}
      value={invitation.link}
      hint={settings.link_hint(formats.stamp(invitation.expires_at))}
    />
  );
};
