import { readFileSync } from 'node:fs';
import { requiredText } from './fields.ts';
import { asObject, BadRequest, parseJson } from './http.ts';

/**
 * The apps and destinations of the hub's demo tenant, as the settings that name them, from the `demo.json` that the hub
 * keeps in its data folder: where both run in containers, nobody else can hand them over.
 */
export function demoSettings(file: string): { SIMULATOR_APPS: string; SIMULATOR_DESTINATIONS: string } {
  const demo = asObject(parseJson(textOf(file), 'SIMULATOR_DEMO'), 'SIMULATOR_DEMO');
  const field = (name: string) => requiredText(demo, name);
  const app = {
    id: field('appId'),
    secret: field('appSecret'),
    verifyToken: field('verifyToken'),
    phoneNumberId: field('phoneNumberId'),
    phoneNumber: field('phoneNumber'),
    businessId: field('businessId'),
  };
  if (!Array.isArray(demo.projects)) throw new BadRequest('SIMULATOR_DEMO: "projects" must be a list.');
  const destinations = demo.projects.map((value) => {
    const project = asObject(value, 'A project');
    // A destination is known by the last part of its address.
    return {
      name: requiredText(project, 'endpoint').split('/').pop(),
      secret: requiredText(project, 'secret'),
    };
  });
  return { SIMULATOR_APPS: JSON.stringify([app]), SIMULATOR_DESTINATIONS: JSON.stringify(destinations) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadRequest(
      `SIMULATOR_DEMO names ${file}, which cannot be read (${code}): start Waypost with WAYPOST_DEMO=1 first, which writes it.`,
    );
  }
}
