declare module 'pino-roll' {
  import type { DestinationStream } from 'pino';

  /** A stream into numbered files, the next one begun by time or size. */
  export default function roll(options: {
    file: string;
    extension?: string;
    frequency?: 'daily' | 'hourly' | number;
    /** Such as `50m`. */
    size?: string | number;
    mkdir?: boolean;
    limit?: { count: number };
  }): Promise<DestinationStream>;
}
