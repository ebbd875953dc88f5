import { ValidationPipe } from '@nestjs/common';
import type { FieldError } from '@waypost/contracts';
import { AppError } from '@waypost/platform';
import type { ValidationError } from 'class-validator';

/** Checks bodies and queries against their classes; what no class names is refused rather than ignored. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (problems) => {
    const errors = problems.flatMap((problem) => fieldErrors(problem, ''));
    const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return new AppError('invalid_input', { detail: `${detail}.`, errors });
  },
});

function fieldErrors(problem: ValidationError, parent: string): FieldError[] {
  const { property, value, constraints = {}, children = [] } = problem;
  const field = parent ? `${parent}.${property}` : property;
  // Every rule of a missing field complains; one sentence is enough.
  if (value === undefined && children.length === 0) return [{ field, message: 'is required' }];
  // Decorators run bottom up; the rule written first, mostly the type, says most.
  const rules = Object.entries(constraints).reverse();
  const own = rules.map(([rule, text]) => ({ field, message: messageOf(rule, text, property) }));
  return [...own, ...children.flatMap((child) => fieldErrors(child, field))];
}

function messageOf(rule: string, text: string, property: string): string {
  if (rule === 'whitelistValidation') return 'is not a known field';
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}
