import { useStoredList } from './stored.ts';

/** Somebody who writes to the business, invented here. */
export interface Customer {
  name: string;
  /** With the country code, digits alone. */
  phone: string;
}

// Numbers of a range that is kept free for stories (Ofcom, 07700 900000 to 900999).
const people = ['Pia Lund', 'Gus Orrin', 'Mara Quist', 'Omar Haddad', 'Lena Forss', 'Ben Aldous', 'Ines Rocha', 'Tomo Arai'];
const phoneOf = (index: number) => `447700900${String(101 + index * 7).padStart(3, '0')}`;
const first = [
  { name: 'Pia Lund', phone: phoneOf(0) },
  { name: 'Gus Orrin', phone: phoneOf(1) },
] as const satisfies Customer[];

/** Whom the next one could be. */
export function suggestCustomer(taken: readonly Customer[]): Customer {
  const index = Array.from({ length: 100 }, (_, at) => at).find((at) => taken.every(({ phone }) => phone !== phoneOf(at))) ?? 0;
  return { name: people[index % people.length] ?? 'Pia Lund', phone: phoneOf(index) };
}

export function useCustomers(tenantId: string) {
  const [kept, change] = useStoredList<Customer>(localStorage, `waypost.sandbox.customers.${tenantId}`);
  const customers: readonly [Customer, ...Customer[]] = kept?.[0] ? [kept[0], ...kept.slice(1)] : first;
  const add = (customer: Customer) => change(() => [...customers.filter(({ phone }) => phone !== customer.phone), customer]);
  return { customers, add };
}
