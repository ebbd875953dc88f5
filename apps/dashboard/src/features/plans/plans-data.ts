import { $api } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';

/** All of them, also archived ones, in the operator's order. */
export const usePlans = () => $api.useQuery('get', '/api/v1/plans');

/** After plans, or who has them, have changed. */
export const readPlansAgain = () => readAgain('plans', 'tenants');
