import { isISO8601, ValidateBy } from 'class-validator';

/** ISO 8601 down to a day or a moment. Weeks and days of a year are refused: they are ISO 8601, but no instant to JavaScript. */
export const IsInstant = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && isISO8601(value, { strict: true }) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => '$property must be a date or an instant in ISO 8601, such as 2026-11-20T14:30:00Z',
    },
  });
