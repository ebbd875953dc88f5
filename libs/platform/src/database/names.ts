/** Name of the data source that works as `waypost_system`; the unnamed one works as `waypost_app`. */
export const SYSTEM = 'system';
