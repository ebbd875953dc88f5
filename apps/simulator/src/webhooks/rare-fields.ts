import { accountChange } from './account.ts';
import { customerOf, type Customer } from './customer.ts';
import {
  itemUpdate,
  type AccountUpdate,
  type BusinessNumber,
  type ItemUpdate,
  type JsonObject,
} from './envelope.ts';
import { numericId, seconds, wamid } from './ids.ts';

interface At {
  at?: Date;
}
interface Account {
  businessId: string;
}

/** A call that the customer starts or ends. The session description is no more than a mark: nobody answers here. */
export function callUpdate(
  number: BusinessNumber,
  options: At & { from?: string | Customer; event?: string; id?: string } = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const { event = 'connect', at = new Date() } = options;
  const ended: JsonObject = {
    status: 'COMPLETED',
    start_time: String(seconds(at) - 42),
    end_time: String(seconds(at)),
    duration: 42,
  };
  const item: JsonObject = {
    id: options.id ?? `wacid.${wamid(customer.seed).slice('wamid.'.length)}`,
    from: customer.phone,
    from_user_id: customer.userId,
    to: number.phoneNumber,
    event,
    timestamp: String(seconds(at)),
    direction: 'USER_INITIATED',
    ...(event === 'terminate' ? ended : { session: { sdp_type: 'offer', sdp: 'v=0\r\n' } }),
  };
  return itemUpdate(number, { field: 'calls', list: 'calls', item, contact: customer.contact });
}

/** A lead or a purchase that Meta itself read out of a conversation that began with an ad. */
export function automaticEvent(
  number: BusinessNumber,
  options: At & { event?: string; from?: string | Customer } = {},
): ItemUpdate {
  const { event = 'LeadSubmitted', at = new Date() } = options;
  const item: JsonObject = {
    id: wamid(customerOf(options.from, number).seed),
    event_name: event,
    timestamp: seconds(at),
    ctwa_clid: 'AffExampleClickId',
    custom_data: event === 'Purchase' ? { currency: 'USD', value: 25_000 } : undefined,
  };
  return itemUpdate(number, { field: 'automatic_events', list: 'automatic_events', item });
}

/** A group of the number: created, suspended, its settings changed … (`event` is the type Meta prints). */
export function groupUpdate(
  number: BusinessNumber,
  options: At & { event?: string; groupId?: string } = {},
): ItemUpdate {
  const { event = 'group_create', at = new Date() } = options;
  const item: JsonObject = {
    timestamp: String(seconds(at)),
    type: event,
    group_id: options.groupId ?? numericId(18),
    request_id: numericId(12),
  };
  return itemUpdate(number, { field: fieldOfGroup(event), list: 'groups', item });
}

function fieldOfGroup(event: string): string {
  if (event.startsWith('group_participant')) return 'group_participants_update';
  if (event.startsWith('group_settings')) return 'group_settings_update';
  return event.startsWith('group_suspend') ? 'group_status_update' : 'group_lifecycle_update';
}

/** The health of a flow's endpoint, or its state. */
export function flowUpdate(
  account: Account,
  options: At & { event?: string; flowId?: string } = {},
): AccountUpdate {
  const { event = 'FLOW_STATUS_CHANGE', flowId = numericId(), at } = options;
  const rates = { error_rate: 14.28, threshold: 10, alert_state: 'ACTIVATED' };
  const states = { old_status: 'DRAFT', new_status: 'PUBLISHED' };
  const message = event === 'FLOW_STATUS_CHANGE' ? 'The flow is published' : 'The endpoint has trouble';
  const value = { event, message, flow_id: flowId, ...(event === 'FLOW_STATUS_CHANGE' ? states : rates) };
  return accountChange(account, 'flows', value, { at });
}

/** The username of the business itself. */
export function businessUsername(
  number: Account & { phoneNumber: string },
  options: At & { event?: string; name?: string } = {},
): AccountUpdate {
  const { event: status = 'approved', name = 'example.shop', at } = options;
  const username = status === 'deleted' ? undefined : name;
  const value = { display_phone_number: number.phoneNumber, username, status };
  return accountChange(number, 'business_username_update', value, { at });
}

export function partnerSolution(account: Account, options: At & { event?: string } = {}): AccountUpdate {
  const { event = 'SOLUTION_CREATED', at } = options;
  const value = { event, solution_id: numericId(), solution_status: 'INITIATED' };
  return accountChange(account, 'partner_solutions', value, { at });
}

export function paymentConfiguration(account: Account, { at = new Date() }: At = {}): AccountUpdate {
  const value = {
    configuration_name: 'example-payments',
    provider_name: 'razorpay',
    provider_mid: numericId(),
    status: 'Needs Testing',
    created_timestamp: seconds(at),
    updated_timestamp: seconds(at),
  };
  return accountChange(account, 'payment_configuration_update', value, { at });
}

/** A field that does not exist yet: receivers must keep it and go on. */
export function unknownField(account: Account, options: At & { event?: string } = {}): AccountUpdate {
  const { event = 'SOMETHING_NEW', at } = options;
  return accountChange(account, 'a_field_of_tomorrow', { event, of: { which: ['nobody', 'knows'] } }, { at });
}
