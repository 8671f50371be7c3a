/** The team. */
export const users = {
  levels: { viewer: 'Viewer', member: 'Member', admin: 'Administrator', operator: 'Operator' },
  level_options: {
    viewer: 'Viewer: can view everything',
    member: 'Member: can also edit cases and calls',
    admin: 'Administrator: can also manage the team and settings',
    operator: 'Operator: can also manage all funeral homes on this server',
  },
  the_server: 'Pharos',
  you: 'You',
  level: 'Access level',
  invite: 'Invite team member',
  invite_another: 'Invite another',
  create_link: 'Create link',
  link_for: (name: string) => `Link for ${name}`,
  link_hint: (until: string) =>
    `Send this link now; it won’t be shown again. It can be used once, until ${until}, to choose a password.`,
  locations_limit: 'Limit to locations',
  locations_limit_hint:
    'Leave all unchecked for no limit. Everyone can see cases without a location, and administrators can see all locations.',
  limited_to: (names: string) => `Only ${names}`,
  level_of: (name: string) => `Access level of ${name}`,
  change_level: 'Change access level',
  new_link: 'New link',
  new_link_ask: (name: string) =>
    `Create a new link for ${name}? They’ll use it to choose a new password. Earlier links stop working.`,
  deactivate: 'Deactivate',
  deactivate_ask: (name: string) =>
    `Deactivate ${name}? They’re signed out everywhere and their tokens stop working. Their name stays on past work, and you can reactivate them anytime.`,
  deactivated: 'Deactivated',
  deactivated_hint: (name: string) => `${name} can’t sign in. Their name stays on past work.`,
  reactivate: 'Reactivate',
  above_you: 'You can’t edit someone with a higher access level than yours.',
};
