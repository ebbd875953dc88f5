/** What the runner tells a baseline program through its environment. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const appSecret = (): string => required('APP_SECRET');
export const projectSecret = (): string => required('PROJECT_SECRET');
export const destination = (): URL => new URL(required('DESTINATION'));
export const port = (): number => Number(required('PORT'));
export const databaseUrl = (): string => required('DATABASE_URL');
/** Absent: BullMQ works on PostgreSQL. */
export const redisUrl = (): string | undefined => process.env.REDIS_URL;
