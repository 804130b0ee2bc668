import { errnoName } from '../codes/errno.ts';
import type { Carry } from '../define.ts';
import type { Field } from '../model.ts';
import { addField } from './entry.ts';

/** Keys whose number is an errno of the machine's system. */
const errnoKeys = ['errno', 'get_last_errno', 'so_error', 'last_error'];

export const errnoNameKey = 'errno_name';

/** `errno_name` beside each errno: the same number means different things on different systems. */
export function nameErrnos(fields: Map<string, Field[]>, os: Carry['os']): void {
  for (const key of errnoKeys) {
    for (const field of fields.get(key) ?? []) {
      const name = typeof field.value === 'number' ? errnoName(field.value, os) : null;
      if (name !== null) addField(fields, errnoNameKey, { ...field, value: name });
    }
  }
}
