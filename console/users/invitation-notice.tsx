import type { InvitationLink } from '@pharos/contract/users.ts';
import { ShownOnce } from '../forms/shown-once.tsx';
import { useSpoken } from '../texts/texts.tsx';

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
