import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from '@waypost/platform';

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly what: string) {}

  transform(value: string): string {
    if (!isUuid(value)) throw notFound(this.what);
    return value.toLowerCase();
  }
}

/** A UUID in the path; what is none names nothing here, so it answers 404 like an id that does not exist. */
export const IdParam = (name: string, what: string) => Param(name, new IdPipe(what));
