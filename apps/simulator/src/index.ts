/** The simulator as a library, for tests that want it in their own process. */
export { madeUpNumber, parseApp, type MetaApp } from './apps.ts';
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';

export { Destinations, type DestinationsOptions, type DestinationView } from './destinations/destinations.ts';
export { parseMode, type DestinationMode } from './destinations/modes.ts';
export { asJson, type DestinationCounts, type ReceivedRequest } from './destinations/received.ts';
export { checkHubSignature, checkStandardSignature, type SignatureCheck } from './destinations/signatures.ts';
export { startDestinations, startedOn, type StartedDestinations } from './destinations/start.ts';

export * from './webhooks/account.ts';
export * from './webhooks/account-events.ts';
export * from './webhooks/coexistence.ts';
export {
  customerToldBy,
  defaultCustomer,
  identities,
  type Customer,
  type Identity,
} from './webhooks/customer.ts';
export * from './webhooks/envelope.ts';
export { Connections, isHttpUrl, postWebhook, type Answer } from './webhooks/http-post.ts';
export { numericId, userId, wamid } from './webhooks/ids.ts';
export {
  buildUpdate,
  buildUpdates,
  kindNames,
  storyNames,
  type Kind,
  type KindInput,
  type Story,
} from './webhooks/kinds.ts';
export * from './webhooks/messages.ts';
export * from './webhooks/rare-fields.ts';
export * from './webhooks/status-story.ts';
export * from './webhooks/system-messages.ts';
export * from './webhooks/unusual-messages.ts';
export { planPosts, type Disorder } from './webhooks/plan.ts';
export {
  Poster,
  type PosterOptions,
  type PostManyOptions,
  type PostOptions,
  type StartedPost,
  type Target,
} from './webhooks/post.ts';
export { PostJournal, type Attempt, type PostRecord, type PostSummary } from './webhooks/post-journal.ts';
export { metaSchedule, retryDelays, shortSchedule, type RetrySchedule } from './webhooks/schedule.ts';
export { serialize, sign, type SerializeOptions, type Spacing } from './webhooks/serialize.ts';
export * from './webhooks/statuses.ts';
export { verifySubscription, type Verification } from './webhooks/verify.ts';
