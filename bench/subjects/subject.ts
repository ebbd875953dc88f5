import { join } from 'node:path';
import type { Services } from '../services.ts';

/** How a figure wants its subjects to be started. */
export interface Setting {
  services: Services;
  /** Makes database names unique within the run. */
  label: string;
  receiverPort: number;
  /** Number of tenants, each with one number and one project. */
  tenants: number;
  /** Whether webhooks are to be worked off, or only taken in. */
  worker: boolean;
  /** Whether a redis-server may be used. */
  redis: boolean;
  /** Where processes leave their CPU profiles, as subject/role; absent: no profiling. */
  profileDir?: string;
}

/** A started subject: something that takes webhooks on `port` and may forward them to the receiver. */
export interface Running {
  name: string;
  port: number;
  /** Processes by role, for the CPU account. */
  pids: Record<string, number>;
  /** Signing secret by path on the receiver. */
  secrets: Record<string, string>;
  /** Delivery attempts logged in the database so far; undefined when they cannot be counted. */
  attempts(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export interface Subject {
  name: string;
  /** One line for the reader of the report. */
  title: string;
  start(setting: Setting): Promise<Running>;
}

/** Node's arguments that make a process leave its CPU profile when it ends. */
export const profiling = ({ profileDir }: Setting, subject: string, role: string): string[] =>
  profileDir ? ['--cpu-prof', `--cpu-prof-dir=${join(profileDir, subject, role)}`] : [];
