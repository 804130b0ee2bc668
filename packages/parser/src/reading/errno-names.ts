import { errnoName } from '../codes/errno.ts';
import type { Carry } from '../define.ts';
import type { Field } from '../model.ts';

/** Keys whose number is an errno of the machine's system. */
const errnoKeys = ['errno', 'get_last_errno', 'so_error', 'last_error'];

export const errnoNameKey = 'errno_name';

/** What stands under `errno_name`, beside each errno: the same number means different things on different systems. */
export function errnoNames(under: (key: string) => readonly Field[] | undefined, os: Carry['os']): Field[] {
  const names: Field[] = [];
  for (const key of errnoKeys)
    for (const field of under(key) ?? []) {
      const name = typeof field.value === 'number' ? errnoName(field.value, os) : null;
      if (name !== null) names.push({ ...field, value: name });
    }
  return names;
}
