import { AppError } from '@waypost/platform';

/** Refuses one field of the input; the message goes on after its name: `must be …`. */
export function invalidField(field: string, message: string): AppError {
  return new AppError('invalid_input', { detail: `${field} ${message}.`, errors: [{ field, message }] });
}
