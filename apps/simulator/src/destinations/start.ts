import { serve, type Serving } from '../serving.ts';
import { Destinations, type DestinationsOptions } from './destinations.ts';

export interface StartedDestinations extends Pick<
  Destinations,
  'setMode' | 'setSecret' | 'requests' | 'clear' | 'view' | 'all' | 'waitFor'
> {
  port: number;
  url: string;
  /** Address of one destination. */
  endpoint(name: string): string;
  close(): Promise<void>;
}

/** Destinations on a server of their own, without the rest of the simulator. */
export async function startDestinations(
  options: DestinationsOptions & { port?: number } = {},
): Promise<StartedDestinations> {
  const destinations = new Destinations(options);
  const { port, url, close } = await serve(
    (request, response) => destinations.handle(request, response),
    options.port ?? 0,
  );
  return startedOn(destinations, { port, url, close });
}

/** The destinations of a server that runs, as those who use them in the same process want them. */
export function startedOn(
  destinations: Destinations,
  { port, url, close }: Pick<Serving, 'port' | 'url' | 'close'>,
): StartedDestinations {
  return {
    port,
    url,
    endpoint: (name) => `${url}/destinations/${name}`,
    setMode: (name, mode) => destinations.setMode(name, mode),
    setSecret: (name, secret) => destinations.setSecret(name, secret),
    requests: (name, limit) => destinations.requests(name, limit),
    clear: (name) => destinations.clear(name),
    view: (name) => destinations.view(name),
    all: () => destinations.all(),
    waitFor: (name, enough, timeoutMs) => destinations.waitFor(name, enough, timeoutMs),
    close: async () => {
      await close();
      destinations.close();
    },
  };
}
