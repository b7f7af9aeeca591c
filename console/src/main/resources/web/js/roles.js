/** Roles as the gateway names them; of the last three nobody has two. */
export const ROLES = [
  'call-taker',
  'dispatcher',
  'duty-officer',
  'responder',
  'feed',
  'drill-director',
  'system-admin',
  'audit-admin',
  'security-admin',
];
