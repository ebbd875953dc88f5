/** One number of one tenant as Meta would address it, and its share of the traffic. */
export interface Target {
  tag: string;
  appId: string;
  appSecret: string;
  businessId: string;
  phoneNumberId: string;
  phoneNumber: string;
  weight: number;
}

/** The tenants every subject knows, in order; the first one is used wherever one project is enough. */
export function target(index: number, weight = 1): Target {
  return {
    tag: `T${index}`,
    appId: `31000000000000${index}`,
    appSecret: `bench-app-secret-${index}-7d1f0c`,
    businessId: `32000000000000${index}`,
    phoneNumberId: `33000000000000${index}`,
    phoneNumber: `1555010000${index}`,
    weight,
  };
}

/** Path on the receiver that belongs to a tenant's project. */
export const destinationPath = (index: number): string => `/destination/${index}`;

/** What the baselines sign forwarded requests with; the product makes its own. */
export const BASELINE_PROJECT_SECRET = 'bench-project-secret';
