import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { AUTHORITY } from './authority.ts';

/** Refuses to start while a handler does not say who may call it: forgetting must not mean allowing. */
@Injectable()
export class AuthorityCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (!metatype) return [];
      const handlers = metatype.prototype as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(handlers)
        .filter((name) => {
          const handler = handlers[name];
          if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
          return this.reflector.getAllAndOverride(AUTHORITY, [handler, metatype]) === undefined;
        })
        .map((name) => `${metatype.name}.${name}`);
    });
    if (silent.length > 0) throw new Error(`Without @Needs, @SignedIn or @Public: ${silent.join(', ')}.`);
  }
}
