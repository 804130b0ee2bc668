/** Privacy decisions of macOS, as `tccd` logs them in AUTHREQ_RESULT lines and as TCC.db stores them. */
import type { Code } from '../define.ts';
import { symbolTable } from './table.ts';

const shared = { source: 'macOS tccd logs and TCC.db', os: ['macos'], prefix: /^/ } as const;

const values = symbolTable({ ...shared, namespace: 'tcc-auth-value', confidence: 'medium' }, [
  [0, 'denied', 'permissions', 'denied; in a preflight this is only an answer, not yet a failure'],
  [1, 'unknown', null, 'not decided yet: the user was never asked'],
  [2, 'allowed', null, 'allowed'],
  [3, 'limited', null, 'allowed in part'],
]);

const reasons = symbolTable({ ...shared, namespace: 'tcc-auth-reason', confidence: 'medium' }, [
  [1, 'error', null, 'the decision failed'],
  [2, 'user-consent', null, 'the user answered the prompt'],
  [3, 'user-set', null, 'the user set it'],
  [4, 'system-set', null, 'set in System Settings or by the system'],
  [5, 'service-policy', 'permissions', 'no stored decision fits: never granted, or the app was replaced or re-signed'],
  [6, 'mdm-policy', 'permissions', 'device management decides; nothing on the device changes it'],
  [7, 'override-policy', 'permissions', 'an override policy decides; nothing on the device changes it'],
  [8, 'missing-usage-string', 'permissions', 'the app does not state why it needs the device'],
  [9, 'prompt-timeout', 'permissions', 'no one answered the prompt in time'],
  [11, 'entitled', null, 'the app is entitled to it'],
  [12, 'app-type-policy', null, 'decided by the kind of app'],
]);

const codes: readonly Code[] = [...values, ...reasons];

export default codes;

const nameOf = (table: readonly Code[]) => {
  const names = new Map(table.map(({ code, symbol }) => [Number(code), symbol]));
  return (value: number): string | null => names.get(value) ?? null;
};

/** `denied`, `unknown`, `allowed` or `limited` for the authValue of a privacy decision; null for another number. */
export const authValueName = nameOf(values);

/** Why a privacy decision fell, by its authReason (`mdm-policy` for 6); null for another number. */
export const authReasonName = nameOf(reasons);
