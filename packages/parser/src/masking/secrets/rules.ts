/**
 * Where secrets are in log text. A rule names either what precedes a secret and how far the secret then reaches,
 * or the looks of the secret itself. They are tried in this order and the first to claim a stretch of text keeps it: the
 * surer a rule, the earlier it comes.
 */
import { accountRules } from './accounts.ts';
import { addressRules } from './addresses.ts';
import { attendanceRules } from './attendance.ts';
import { deviceRules } from './devices.ts';
import { loginRules } from './logins.ts';
import { meetingRules } from './meetings.ts';
import { nameRules } from './names.ts';
import { passcodeRules } from './passcodes.ts';
import type { SecretRule } from './patterns.ts';
import { tokenRules } from './tokens.ts';

export const secretRules: readonly SecretRule[] = [
  ...tokenRules,
  ...passcodeRules,
  ...addressRules,
  ...meetingRules,
  ...deviceRules,
  ...attendanceRules,
  ...nameRules,
  ...accountRules,
  ...loginRules,
];
