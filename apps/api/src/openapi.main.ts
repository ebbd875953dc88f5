import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '@waypost/platform';
import { ApiModule } from './api.module.ts';
import { openApiDocument } from './http/openapi.ts';

/** Prints the OpenAPI document. Needs no database: in preview nothing is instantiated. */
const app = await NestFactory.create<NestFastifyApplication>(
  ApiModule.forRoot({ settings: readSettings({}) }),
  new FastifyAdapter(),
  { preview: true, logger: false, abortOnError: false },
);
app.setGlobalPrefix('api/v1');
process.stdout.write(JSON.stringify(openApiDocument(app)));
