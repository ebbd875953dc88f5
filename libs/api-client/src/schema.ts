// Made by "node tools/generate.mjs" from the OpenAPI document; edit the controllers and their DTOs, not this file.
export interface paths {
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description A browser also gets the cookie `waypost_session`, which lasts twelve hours and needs no header.
         */
        post: operations["Auth.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out of this browser
         * @description Takes the session cookie away.
         */
        post: operations["Auth.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and the tenants that are open to them */
        get: operations["Auth.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on in another of your tenants, without a password */
        post: operations["Auth.switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tenants, newest first */
        get: operations["Tenants.list"];
        put?: never;
        /** Create a tenant, with its first administrator if one is given */
        post: operations["Tenants.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how every tenant stands */
        get: operations["Tenants.figuresOfAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a tenant */
        get: operations["Tenants.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name or slug of a tenant */
        patch: operations["Tenants.update"];
        trace?: never;
    };
    "/api/v1/tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a tenant: its webhooks are stored and held, its people cannot work */
        post: operations["Tenants.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a suspended tenant, and send on what was held for it */
        post: operations["Tenants.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List business accounts, newest first */
        get: operations["BusinessAccounts.list"];
        put?: never;
        /** Add a business account (WABA) */
        post: operations["BusinessAccounts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a business account */
        get: operations["BusinessAccounts.get"];
        put?: never;
        post?: never;
        /** Remove a business account */
        delete: operations["BusinessAccounts.delete"];
        options?: never;
        head?: never;
        /** Change name or time zone of a business account */
        patch: operations["BusinessAccounts.patch"];
        trace?: never;
    };
    "/api/v1/business-accounts/{id}/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the apps of a business account */
        get: operations["BusinessAccounts.listApps"];
        put?: never;
        /** Add a Meta app to a business account */
        post: operations["BusinessAccounts.createApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Meta apps, newest first */
        get: operations["Apps.list"];
        put?: never;
        /** Add a Meta app */
        post: operations["Apps.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a Meta app */
        get: operations["Apps.get"];
        put?: never;
        post?: never;
        /** Remove a Meta app */
        delete: operations["Apps.delete"];
        options?: never;
        head?: never;
        /** Change a Meta app, replace its secrets, or switch it off */
        patch: operations["Apps.patch"];
        trace?: never;
    };
    "/api/v1/apps/{id}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whether Meta reaches a Meta app, and what was refused last */
        get: operations["Apps.setup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{id}/phone-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the phone numbers connected through a Meta app */
        get: operations["Apps.listNumbers"];
        put?: never;
        /** Connect a phone number through a Meta app */
        post: operations["Apps.createNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phone-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List phone numbers, newest first */
        get: operations["PhoneNumbers.list"];
        put?: never;
        /** Connect a phone number */
        post: operations["PhoneNumbers.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/phone-numbers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a phone number, addressed by Meta's phone_number_id */
        get: operations["PhoneNumbers.get"];
        put?: never;
        post?: never;
        /** Disconnect a phone number and remove its mappings */
        delete: operations["PhoneNumbers.delete"];
        options?: never;
        head?: never;
        /** Change a phone number, or move it to another app or business account */
        patch: operations["PhoneNumbers.patch"];
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List projects with their health, newest first */
        get: operations["Projects.list"];
        put?: never;
        /** Create a project; the answer shows its signing secret for the only time */
        post: operations["Projects.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a project with its health */
        get: operations["Projects.get"];
        put?: never;
        post?: never;
        /** Delete a project and its mappings; its past deliveries stay */
        delete: operations["Projects.delete"];
        options?: never;
        head?: never;
        /** Change a project; headers are replaced as a whole */
        patch: operations["Projects.patch"];
        trace?: never;
    };
    "/api/v1/projects/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the signing secret; the answer shows the new one for the only time */
        post: operations["Projects.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a project and forget its past failures */
        post: operations["Projects.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable a project: it gets nothing until it is enabled again */
        post: operations["Projects.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the project a test message, delivered like any other */
        post: operations["Projects.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a project now with a test message, past its circuit; a 2xx closes the circuit */
        post: operations["Projects.probe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send everything that failed or was not sent since an instant, as a bulk operation */
        post: operations["Projects.recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mappings, newest first */
        get: operations["Mappings.list"];
        put?: never;
        /** Send a number's webhooks to a project */
        post: operations["Mappings.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a mapping */
        get: operations["Mappings.get"];
        put?: never;
        post?: never;
        /** Stop sending a number's webhooks to a project */
        delete: operations["Mappings.delete"];
        options?: never;
        head?: never;
        /** Change priority or fields of a mapping */
        patch: operations["Mappings.patch"];
        trace?: never;
    };
    "/api/v1/phone-numbers/{id}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all projects that get a number's webhooks, those with the highest priority first */
        get: operations["Mappings.projectsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what came in, newest first */
        get: operations["Events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an event with its payload and its deliveries */
        get: operations["Events.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event again, to the projects it is routed to now or to one */
        post: operations["Events.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replay every event that meets a filter, as a bulk operation */
        post: operations["Events.replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries, newest first */
        get: operations["Deliveries.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the deliveries that meet a filter */
        get: operations["Deliveries.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the deliveries that meet a filter by time
         * @description Of the last 24 hours unless `since` and `until` say otherwise.
         */
        get: operations["Deliveries.histogram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry every delivery that meets a filter, as a bulk operation */
        post: operations["Deliveries.retryAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a delivery with every attempt */
        get: operations["Deliveries.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a delivery back on its way now */
        post: operations["Deliveries.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up on a delivery that has not gone out */
        post: operations["Deliveries.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk retries and replays, newest first */
        get: operations["BulkOperations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a bulk operation is */
        get: operations["BulkOperations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a bulk operation within two seconds */
        post: operations["BulkOperations.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow one POST of Meta's from its arrival to every attempt
         * @description The id is that of the header x-waypost-webhook-id which the POST was answered with.
         */
        get: operations["Webhooks.trace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what there is to play with */
        get: operations["Sandbox.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to a number as a customer would */
        post: operations["Sandbox.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/setup/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask an app's webhook URL what Meta asks it, with the app's own verify token */
        post: operations["Sandbox.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/destinations/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell a destination of your projects how to answer */
        put: operations["Sandbox.setMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of changes as they happen
         * @description Server-sent events. `hello` `{at}` first; `change` `{topics}` when something may have changed, at most ten times a
         *     second, with some of deliveries, events, projects, bulk, setup; `beat` `{at}` every ten seconds. Nothing is sent
         *     again: after a reconnect, read again what you show. Without a tenant a super-admin hears of all of them.
         */
        get: operations["Stream.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, uptime and the processes that are alive */
        get: operations["Health.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers as long as the process runs */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served: needs the database, reports the queue */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/cache/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the look-up caches of every process hold, and how often they knew */
        get: operations["Cache.stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/cache/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clear the look-up caches of every process */
        post: operations["Cache.clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/queues/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed, per step, read from the rows */
        get: operations["Operator.queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks that were kept aside, newest first */
        get: operations["Operator.quarantined"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a webhook that was kept aside, with its body */
        get: operations["Operator.quarantinedOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/quarantine/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a webhook again that was kept aside */
        post: operations["Operator.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/unclaimed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List numbers and accounts that Meta reports on and nobody holds */
        get: operations["Operator.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/unclaimed/{subject}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an unclaimed number to a tenant, and send on what came for it */
        post: operations["Operator.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/unclaimed/{subject}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send on what came for a number or account, now that somebody holds it */
        post: operations["Operator.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how the tenant stands and what needs a person */
        get: operations["Overview.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find anything of the tenant by an id, a number or a name */
        get: operations["Search.within"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find anything of any tenant by an id, a number or a name */
        get: operations["Search.everywhere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignInBody: {
            /** @example admin@waypost.local */
            email: string;
            password: string;
        };
        SessionTenant: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
        };
        SessionUser: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            superAdmin: boolean;
        };
        SessionView: {
            accessToken: string;
            /** @description Seconds */
            expiresIn: number;
            /** @description Null for who belongs to no tenant */
            tenant: components["schemas"]["SessionTenant"] | null;
            user: components["schemas"]["SessionUser"];
        };
        ProblemField: {
            /** @example admin.email */
            field: string;
            /** @example must be an email */
            message: string;
        };
        Problem: {
            /** @example urn:waypost:problem:not_found */
            type: string;
            /** @example Not found */
            title: string;
            /** @example 404 */
            status: number;
            /**
             * @example not_found
             * @enum {string}
             */
            code: "invalid_body" | "invalid_input" | "unauthenticated" | "bad_credentials" | "bad_signature" | "bad_verify_token" | "forbidden" | "not_found" | "already_exists" | "in_use" | "number_taken" | "wrong_state" | "body_too_large" | "tenant_required" | "destination_refused" | "too_many_requests" | "internal" | "unavailable";
            /**
             * @description Plain words with the way out
             * @example There is no project with this id here.
             */
            detail: string;
            /** @description Also in the header X-Request-Id; what the operator needs to find it in the log */
            requestId: string;
            /** @description What single fields did wrong */
            errors?: components["schemas"]["ProblemField"][];
        };
        MeView: {
            user: components["schemas"]["SessionUser"];
            /** @description The tenant of the session */
            tenant: components["schemas"]["SessionTenant"] | null;
            /** @description Where auth/switch can go */
            tenants: components["schemas"]["SessionTenant"][];
        };
        SwitchBody: {
            /** Format: uuid */
            tenantId: string;
        };
        FirstAdminBody: {
            /** @example ada@example.com */
            email: string;
            name: string;
            password: string;
        };
        CreateTenantBody: {
            /** @example Acme */
            name: string;
            /**
             * @description Made from the name when absent
             * @example acme
             */
            slug?: string;
            /** @description The first TENANT_ADMIN. A person who exists already joins with the name and password they have. */
            admin?: components["schemas"]["FirstAdminBody"];
        };
        FirstAdminView: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
        };
        CreatedTenantView: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            admin?: components["schemas"]["FirstAdminView"];
        };
        TenantView: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        TenantFiguresView: {
            /** Format: uuid */
            id: string;
            numbers: number;
            projects: number;
            /** @description Events that came within a day, tests apart */
            received24h: number;
            /** @description Deliveries that are not out yet, whenever they came */
            waiting: number;
            /** @description Deliveries of the last day that were given up */
            failed: number;
        };
        TenantsFiguresView: {
            /** @description Newest tenant first */
            data: components["schemas"]["TenantFiguresView"][];
        };
        UpdateTenantBody: {
            /** @example Acme */
            name?: string;
            /**
             * @description Made from the name when absent
             * @example acme
             */
            slug?: string;
        };
        ResumeTenantBody: {
            /** @description Held deliveries younger than this are sent on, older ones cancelled; without it all are sent on */
            releaseYoungerThanHours?: number;
        };
        HeldView: {
            /** @description Deliveries that are on their way now */
            released: number;
            /** @description Deliveries that were too old; they can be retried */
            cancelled: number;
        };
        ResumedTenantView: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            held: components["schemas"]["HeldView"];
        };
        CreateBusinessAccountBody: {
            /**
             * @description Id of the WhatsApp Business account (WABA)
             * @example 102290129340398
             */
            businessId: string;
            /** @example Acme */
            name: string;
            /**
             * @description IANA name
             * @default UTC
             * @example Europe/Berlin
             */
            timezone?: string;
        };
        BusinessAccountAnswer: {
            /** @example 102290129340398 */
            businessId: string;
            name: string;
            /** @example UTC */
            timezone: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateBusinessAccountBody: {
            /** @example Acme */
            name?: string;
            /**
             * @description IANA name
             * @default UTC
             * @example Europe/Berlin
             */
            timezone?: string;
        };
        AppAnswer: {
            /**
             * @description Meta's app id
             * @example 670843887433847
             */
            id: string;
            /** @example 102290129340398 */
            businessId: string | null;
            name: string;
            /** @description What to enter as callback URL in Meta's app dashboard */
            webhookUrl: string;
            hasAppSecret: boolean;
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateAppBody: {
            /**
             * @description Meta's app id
             * @example 670843887433847
             */
            id: string;
            /**
             * @description The business account that the app belongs to; only the platform's own apps have none
             * @example 102290129340398
             */
            businessId?: string;
            /** @example Acme */
            name: string;
            /** @description What you enter as verify token in Meta's app dashboard; never answered */
            verifyToken: string;
            /** @description With which Meta signs its webhooks; never answered. Without it the webhooks of the app are refused */
            appSecret?: string;
        };
        UpdateAppBody: {
            /** @example Acme */
            name?: string;
            /** @description What you enter as verify token in Meta's app dashboard; never answered */
            verifyToken?: string;
            /** @description With which Meta signs its webhooks; never answered. Without it the webhooks of the app are refused */
            appSecret?: string;
            /** @description Webhooks of an app that is not active are refused */
            active?: boolean;
        };
        AppSetupAnswer: {
            /** @description What to enter as callback URL in Meta's app dashboard */
            webhookUrl: string;
            /** @description Meta calls no other addresses than https ones */
            https: boolean;
            hasAppSecret: boolean;
            active: boolean;
            /**
             * Format: date-time
             * @description When Meta last proved the address with the verify token
             */
            verifiedAt: string | null;
            /**
             * Format: date-time
             * @description Up to ten seconds late
             */
            lastWebhookAt: string | null;
            /** Format: date-time */
            lastRefusedAt: string | null;
            /** @description A sentence */
            lastRefusedReason: string | null;
            /** @description Numbers that are connected through it */
            numbers: number;
        };
        PhoneNumberAnswer: {
            /** @example 106540352242922 */
            phoneNumberId: string;
            /** @example 670843887433847 */
            appId: string;
            /** @example 102290129340398 */
            businessId: string | null;
            /**
             * @description Digits with the country code
             * @example 15550109999
             */
            phoneNumber: string;
            displayName: string;
            /**
             * Format: date-time
             * @description When a webhook for it last came, up to ten seconds late
             */
            lastWebhookAt: string | null;
            /** @description How many projects it is mapped to */
            mappings: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateNumberOfAppBody: {
            /**
             * @description Meta's phone_number_id
             * @example 106540352242922
             */
            phoneNumberId: string;
            /**
             * @description With the country code, in any common notation
             * @example +1 555 010 9999
             */
            phoneNumber: string;
            /** @example Acme support */
            displayName: string;
            /** @description The number's business account; that of the app by default */
            businessId?: string;
            /**
             * @description As in the address, or absent
             * @example 670843887433847
             */
            appId?: string;
        };
        CreatePhoneNumberBody: {
            /**
             * @description Meta's phone_number_id
             * @example 106540352242922
             */
            phoneNumberId: string;
            /**
             * @description Meta's id of the app whose webhooks carry the number
             * @example 670843887433847
             */
            appId: string;
            /**
             * @description With the country code, in any common notation
             * @example +1 555 010 9999
             */
            phoneNumber: string;
            /** @example Acme support */
            displayName: string;
            /** @description The number's business account; that of the app by default */
            businessId?: string;
        };
        UpdatePhoneNumberBody: {
            /**
             * @description Meta's id of the app whose webhooks carry the number
             * @example 670843887433847
             */
            appId?: string;
            /**
             * @description With the country code, in any common notation
             * @example +1 555 010 9999
             */
            phoneNumber?: string;
            /** @example Acme support */
            displayName?: string;
            /** @description The number's business account; that of the app by default */
            businessId?: string;
        };
        CreateProjectBody: {
            /** @example Orders */
            name: string;
            /**
             * @description Made from the name when absent
             * @example orders
             */
            slug?: string;
            /**
             * @description http or https
             * @example https://orders.example.com/whatsapp
             */
            endpoint: string;
            description?: string;
            /**
             * @description Up to 20 headers of your own for every delivery. A change replaces all of them
             * @example {
             *       "Authorization": "Bearer …"
             *     }
             */
            headers?: {
                [key: string]: string;
            };
            /**
             * @description `event`: one message or status per request, for receivers that read only the first
             * @default batch
             * @enum {string}
             */
            split?: "batch" | "event";
        };
        ProjectHealthAnswer: {
            /**
             * @description `open`: nothing goes out until `openUntil`; `half_open`: one request at a time
             * @enum {string}
             */
            breaker: "closed" | "open" | "half_open";
            /** Format: date-time */
            openUntil: string | null;
            consecutiveFailures: number;
            /**
             * Format: date-time
             * @description Since when every attempt has failed
             */
            failingSince: string | null;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /** Format: date-time */
            lastFailureAt: string | null;
        };
        ProjectWithSecretAnswer: {
            /** Format: uuid */
            id: string;
            /** @example orders */
            slug: string;
            name: string;
            description: string;
            endpoint: string;
            /**
             * @description Names; the values are never answered
             * @example {
             *       "Authorization": "••••"
             *     }
             */
            headers: {
                [key: string]: string;
            };
            /**
             * @description `event`: one message or status per request, for receivers that read only the first
             * @enum {string}
             */
            split: "batch" | "event";
            /** @enum {string} */
            status: "enabled" | "disabled";
            /**
             * @description `gone`: the endpoint answered 410; `failing`: nothing but failures for days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Until when deliveries are signed with the previous secret too
             */
            previousSecretExpiresAt: string | null;
            /** @description How many numbers are mapped to it */
            mappings: number;
            health: components["schemas"]["ProjectHealthAnswer"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description With which deliveries are signed. Keep it: it is not shown again
             * @example whsec_…
             */
            secret: string;
        };
        ProjectAnswer: {
            /** Format: uuid */
            id: string;
            /** @example orders */
            slug: string;
            name: string;
            description: string;
            endpoint: string;
            /**
             * @description Names; the values are never answered
             * @example {
             *       "Authorization": "••••"
             *     }
             */
            headers: {
                [key: string]: string;
            };
            /**
             * @description `event`: one message or status per request, for receivers that read only the first
             * @enum {string}
             */
            split: "batch" | "event";
            /** @enum {string} */
            status: "enabled" | "disabled";
            /**
             * @description `gone`: the endpoint answered 410; `failing`: nothing but failures for days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Until when deliveries are signed with the previous secret too
             */
            previousSecretExpiresAt: string | null;
            /** @description How many numbers are mapped to it */
            mappings: number;
            health: components["schemas"]["ProjectHealthAnswer"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateProjectBody: {
            /** @example Orders */
            name?: string;
            /**
             * @description Made from the name when absent
             * @example orders
             */
            slug?: string;
            /**
             * @description http or https
             * @example https://orders.example.com/whatsapp
             */
            endpoint?: string;
            description?: string;
            /**
             * @description Up to 20 headers of your own for every delivery. A change replaces all of them
             * @example {
             *       "Authorization": "Bearer …"
             *     }
             */
            headers?: {
                [key: string]: string;
            };
            /**
             * @description `event`: one message or status per request, for receivers that read only the first
             * @default batch
             * @enum {string}
             */
            split?: "batch" | "event";
        };
        RotateSecretBody: {
            /**
             * @description Hours during which deliveries are signed with the previous secret too
             * @default 24
             */
            overlapHours?: number;
        };
        TestView: {
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            deliveryId: string;
        };
        ProbeAnswer: {
            /** @description HTTP status; null when there was no answer */
            status: number | null;
            /** @description Milliseconds */
            durationMs: number;
            /** @description What was wrong, in words */
            error: string | null;
            /** @description It answered with a 2xx: its circuit is closed, and what waits goes out */
            healthy: boolean;
        };
        RecoverBody: {
            /**
             * Format: date-time
             * @description Everything that failed or was not sent since then goes out again
             */
            since: string;
        };
        BulkView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "retry" | "replay";
            /** @enum {string} */
            state: "running" | "done" | "cancelled";
            filter: Record<string, never>;
            /** @description Rows that met the filter when it was asked for */
            total: number;
            /** @description Rows looked at so far */
            processed: number;
            /** @description Deliveries put back on their way */
            affected: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        CreateMappingBody: {
            /**
             * @description Meta's phone_number_id
             * @example 106540352242922
             */
            phoneNumberId: string;
            /**
             * @description Id or slug of the project
             * @example orders
             */
            projectId: string;
            /**
             * @description Projects with a higher one get their copy earlier
             * @default 0
             */
            priority?: number;
            /**
             * @description Fields of Meta's webhooks that the project gets; `*` is every one
             * @default [
             *       "messages"
             *     ]
             * @example [
             *       "messages"
             *     ]
             */
            fields?: string[];
        };
        MappingAnswer: {
            /** Format: uuid */
            id: string;
            /** @example 106540352242922 */
            phoneNumberId: string;
            /** Format: uuid */
            projectId: string;
            /** @example orders */
            projectSlug: string;
            priority: number;
            /**
             * @description Fields of Meta's webhooks that the project gets; `*` is every one
             * @example [
             *       "messages"
             *     ]
             */
            fields: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateMappingBody: {
            /**
             * @description Projects with a higher one get their copy earlier
             * @default 0
             */
            priority?: number;
            /**
             * @description Fields of Meta's webhooks that the project gets; `*` is every one
             * @default [
             *       "messages"
             *     ]
             * @example [
             *       "messages"
             *     ]
             */
            fields?: string[];
        };
        MappedProjectAnswer: {
            /** Format: uuid */
            id: string;
            /** @example orders */
            slug: string;
            name: string;
            description: string;
            endpoint: string;
            /**
             * @description Names; the values are never answered
             * @example {
             *       "Authorization": "••••"
             *     }
             */
            headers: {
                [key: string]: string;
            };
            /**
             * @description `event`: one message or status per request, for receivers that read only the first
             * @enum {string}
             */
            split: "batch" | "event";
            /** @enum {string} */
            status: "enabled" | "disabled";
            /**
             * @description `gone`: the endpoint answered 410; `failing`: nothing but failures for days
             * @enum {string|null}
             */
            disabledReason: "manual" | "gone" | "failing" | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Until when deliveries are signed with the previous secret too
             */
            previousSecretExpiresAt: string | null;
            /** @description How many numbers are mapped to it */
            mappings: number;
            health: components["schemas"]["ProjectHealthAnswer"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            mappingId: string;
            priority: number;
            /**
             * @description Fields of Meta's webhooks that the project gets; `*` is every one
             * @example [
             *       "messages"
             *     ]
             */
            fields: string[];
        };
        DeliveryCountsView: {
            total: number;
            delivered: number;
            /** @description Waiting for another attempt, or failed */
            troubled: number;
            /** @description Pending, or on their way */
            open: number;
        };
        EventView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description Meta's phone_number_id */
            phoneNumberId: string | null;
            /** @description WABA id */
            businessId: string;
            fields: string[];
            kinds: string[];
            /** @description Meta's ids of messages and statuses */
            itemIds: string[];
            items: number;
            /** @description How its deliveries stand */
            deliveryCounts: components["schemas"]["DeliveryCountsView"];
        };
        DeliveryView: {
            /**
             * Format: uuid
             * @description Also the webhook-id that the project sees
             */
            id: string;
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            projectId: string;
            /** @description Which item of the event, for projects that want one each */
            item: number | null;
            priority: number;
            /** @enum {string} */
            state: "pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled";
            /** @description Why it is held or was cancelled */
            cause: string | null;
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due; null when none is
             */
            nextAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            source: "live" | "replay" | "test";
            /** @description What is in it */
            kinds: string[];
            /** @description Meta's phone_number_id */
            phoneNumberId: string | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** @description How long the last attempt took, in milliseconds */
            lastDurationMs: number | null;
            projectName: string;
            projectSlug: string;
        };
        EventDetailView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description Meta's phone_number_id */
            phoneNumberId: string | null;
            /** @description WABA id */
            businessId: string;
            fields: string[];
            kinds: string[];
            /** @description Meta's ids of messages and statuses */
            itemIds: string[];
            items: number;
            /** @description How its deliveries stand */
            deliveryCounts: components["schemas"]["DeliveryCountsView"];
            /** @description The forwarded body; null when it is not kept any more */
            payload: string | null;
            deliveries: components["schemas"]["DeliveryView"][];
        };
        ReplayBody: {
            /**
             * Format: uuid
             * @description One project instead of those it is routed to now
             */
            projectId?: string;
        };
        ReplayView: {
            /** @description How many deliveries were made */
            deliveries: number;
        };
        BulkReplayBody: {
            /**
             * @description Meta's phone_number_id
             * @example 106540352242922
             */
            phoneNumberId?: string;
            /** @description WABA id */
            businessId?: string;
            /**
             * @description Field of Meta's webhook
             * @example messages
             */
            field?: string;
            /**
             * @description What is in it
             * @example status:read
             */
            kind?: string;
            /**
             * Format: date-time
             * @description Came at or after
             */
            since?: string;
            /**
             * Format: date-time
             * @description Came before
             */
            until?: string;
            /**
             * Format: uuid
             * @description One project instead of those it is routed to now
             */
            projectId?: string;
        };
        DeliveryCountView: {
            count: number;
            /**
             * Format: date-time
             * @description When the oldest of them was taken up
             */
            oldestAt: string | null;
        };
        BucketView: {
            /**
             * Format: date-time
             * @description When it begins
             */
            at: string;
            delivered: number;
            /** @description Waiting for another attempt, or failed */
            troubled: number;
            /** @description Pending, or on their way */
            open: number;
        };
        DeliveryTotalsView: {
            pending: number;
            delivering: number;
            delivered: number;
            waiting: number;
            failed: number;
            cancelled: number;
        };
        HistogramView: {
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            /** @description Milliseconds that a bucket spans */
            bucketMs: number;
            buckets: components["schemas"]["BucketView"][];
            totals: components["schemas"]["DeliveryTotalsView"];
        };
        DeliveryFilterBody: {
            /** Format: uuid */
            projectId?: string;
            /** Format: uuid */
            eventId?: string;
            /** @description In a query, separated by commas */
            states?: ("pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled")[];
            /**
             * @description HTTP status that the project answered last
             * @example 500
             */
            status?: number;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            until?: string;
            /**
             * @description Meta's phone_number_id
             * @example 106540352242922
             */
            phoneNumberId?: string;
            /**
             * @description `text`, `status:read`; `status` means all statuses
             * @example status:read
             */
            kind?: string;
            /** @description A delivery's or an event's id, Meta's id of a message, five digits or more of your number, or part of an error */
            q?: string;
            /** @description The last attempt took longer, in milliseconds */
            minDurationMs?: number;
            /** @enum {string} */
            source?: "live" | "replay" | "test";
        };
        AttemptView: {
            number: number;
            /** Format: date-time */
            startedAt: string;
            /** @description Milliseconds */
            durationMs: number;
            status: number | null;
            /** @description What went wrong, in words */
            error: string | null;
            /** @description The first 16 KiB of the answer */
            response: string;
        };
        HeaderView: {
            name: string;
            value: string;
        };
        RequestView: {
            /** @description Where the project is today */
            url: string;
            /** @description Placeholders stand for signatures and for values of your own headers */
            headers: components["schemas"]["HeaderView"][];
            body: string;
            bytes: number;
            /** @description Of the body, in hex */
            sha256: string;
            /** @description Whether these are the bytes that Meta sent */
            unchanged: boolean;
        };
        SignatureView: {
            appId: string | null;
            appName: string | null;
        };
        DeliveryDetailView: {
            /**
             * Format: uuid
             * @description Also the webhook-id that the project sees
             */
            id: string;
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            projectId: string;
            /** @description Which item of the event, for projects that want one each */
            item: number | null;
            priority: number;
            /** @enum {string} */
            state: "pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled";
            /** @description Why it is held or was cancelled */
            cause: string | null;
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due; null when none is
             */
            nextAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            source: "live" | "replay" | "test";
            /** @description What is in it */
            kinds: string[];
            /** @description Meta's phone_number_id */
            phoneNumberId: string | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** @description How long the last attempt took, in milliseconds */
            lastDurationMs: number | null;
            projectName: string;
            projectSlug: string;
            /** @description How many attempts are made at most, unless it is retried */
            attemptLimit: number;
            log: components["schemas"]["AttemptView"][];
            /** @description Null when the body is not kept any more */
            request: components["schemas"]["RequestView"] | null;
            event: components["schemas"]["EventView"] | null;
            /** @description The app whose signature was checked; nulls for tests */
            signature: components["schemas"]["SignatureView"];
        };
        TracedDeliveryView: {
            /**
             * Format: uuid
             * @description Also the webhook-id that the project sees
             */
            id: string;
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            projectId: string;
            /** @description Which item of the event, for projects that want one each */
            item: number | null;
            priority: number;
            /** @enum {string} */
            state: "pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled";
            /** @description Why it is held or was cancelled */
            cause: string | null;
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due; null when none is
             */
            nextAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            source: "live" | "replay" | "test";
            /** @description What is in it */
            kinds: string[];
            /** @description Meta's phone_number_id */
            phoneNumberId: string | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** @description How long the last attempt took, in milliseconds */
            lastDurationMs: number | null;
            projectName: string;
            projectSlug: string;
            log: components["schemas"]["AttemptView"][];
        };
        TracedEventView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When the webhook was split into it
             */
            splitAt: string;
            items: number;
            kinds: string[];
            deliveries: components["schemas"]["TracedDeliveryView"][];
        };
        WebhookTraceView: {
            /** Format: uuid */
            webhookId: string;
            /** Format: date-time */
            receivedAt: string;
            bytes: number;
            /** @description Of the bytes that came, in hex */
            sha256: string;
            /**
             * @description `stored`: not split yet; split without events: everything in it had come before
             * @enum {string}
             */
            state: "stored" | "split" | "quarantined";
            events: components["schemas"]["TracedEventView"][];
        };
        SandboxNumberView: {
            phoneNumberId: string;
            phoneNumber: string;
            displayName: string;
            /** @description WABA id */
            businessId: string | null;
        };
        DestinationModeView: {
            /** @example ok */
            mode: string;
            ms?: number;
            status?: number;
            retryAfter?: number;
            probability?: number;
            first?: number;
        };
        DestinationCountsView: {
            received: number;
            /** @description With a wrong signature, where the secret is known to the simulator */
            unsigned: number;
            /** @description By mode */
            answered: {
                [key: string]: number;
            };
        };
        SandboxDestinationView: {
            name: string;
            /**
             * Format: uuid
             * @description The newest project that points to it
             */
            projectId: string;
            mode: components["schemas"]["DestinationModeView"];
            counts: components["schemas"]["DestinationCountsView"];
        };
        SandboxView: {
            /** @description A simulator runs beside this Waypost and answers */
            available: boolean;
            simulatorUrl: string | null;
            numbers: components["schemas"]["SandboxNumberView"][];
            /** @description Those that projects of yours point to */
            destinations: components["schemas"]["SandboxDestinationView"][];
        };
        SandboxMessageBody: {
            /** @description A number of yours */
            phoneNumberId: string;
            /**
             * @description The customer's phone number
             * @example +1 202 555 0143
             */
            from: string;
            /**
             * @description The customer's name
             * @example Pia Lund
             */
            name?: string;
            /** @enum {string} */
            kind: "text" | "image" | "video" | "audio" | "voice" | "document" | "sticker" | "location" | "contacts" | "reaction" | "button" | "button_reply" | "list_reply" | "flow_reply" | "order" | "unsupported";
            /** @description Text, caption, title of a button, or emoji */
            text?: string;
            /** @description A picture (JPEG, PNG or WebP) of at most 300 KB as a data URL; for the kind image */
            image?: string;
            latitude?: number;
            longitude?: number;
            /**
             * @description How often the same webhook comes, byte for byte
             * @default 1
             */
            times?: number;
        };
        SentWebhookView: {
            /** @description Null when it was refused */
            webhookId: string | null;
            /** @description Null without an answer */
            status: number | null;
            /** @description Milliseconds until the answer */
            durationMs: number;
            /** @description Milliseconds until the signature was found right */
            checkMs: number | null;
            /** @description Milliseconds of the commit */
            commitMs: number | null;
            /** @description Webhooks that the same commit wrote */
            rows: number | null;
            /**
             * Format: date-time
             * @description When it was posted
             */
            at: string;
        };
        SandboxMessageView: {
            /** @description Meta's id of the message */
            messageId: string | null;
            sent: components["schemas"]["SentWebhookView"][];
        };
        SandboxVerifyBody: {
            /** @description An app of yours */
            appId: string;
        };
        SandboxVerifyView: {
            /** @description What the callback URL answered */
            status: number | null;
            /** @description It answered 200 and the challenge alone */
            ok: boolean;
        };
        DestinationModeBody: {
            /** @enum {string} */
            mode: "ok" | "slow" | "status" | "410" | "429" | "hang" | "reset" | "drop";
            /** @description Of `slow`: milliseconds */
            ms?: number;
            /** @description Of `status` */
            status?: number;
            /** @description Of `status` and `429`: Retry-After in seconds */
            retryAfter?: number;
            /** @description Share of the requests, 0 to 1; the others get 200 */
            probability?: number;
            /** @description Only for so many requests from now on */
            first?: number;
        };
        LiveProcess: {
            /** @enum {string} */
            kind: "api" | "worker";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            seenAt: string;
        };
        HealthView: {
            /** @example Waypost */
            name: string;
            /** @example 0.1.0 */
            version: string;
            /** @description Seconds since this process started */
            uptime: number;
            /** @description Heard of in the last ten seconds */
            processes: components["schemas"]["LiveProcess"][];
        };
        LiveView: {
            /** @enum {string} */
            status: "ok";
        };
        ReadyChecks: {
            /** @enum {string} */
            database: "ok" | "down";
            /** @enum {string} */
            queue: "ok" | "down";
        };
        ReadyView: {
            /**
             * @description degraded: served, but the queue is away
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            checks: components["schemas"]["ReadyChecks"];
        };
        CacheTotals: {
            entries: number;
            hits: number;
            misses: number;
            /**
             * @description 0 to 1; null before the first look-up
             * @example 0.97
             */
            hitRate: number | null;
        };
        CacheView: {
            /** @example numbers */
            name: string;
            entries: number;
            hits: number;
            misses: number;
            clears: number;
        };
        ProcessCaches: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "api" | "worker";
            host: string;
            pid: number;
            /** Format: date-time */
            seenAt: string;
            caches: components["schemas"]["CacheView"][];
        };
        CacheStatsView: {
            totals: components["schemas"]["CacheTotals"];
            processes: components["schemas"]["ProcessCaches"][];
        };
        ClearedProcess: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "api" | "worker";
            host: string;
            pid: number;
            cleared: boolean;
        };
        CacheClearView: {
            /** @description Processes that hold nothing older than this call */
            cleared: number;
            /** @description Processes that have not confirmed it within two seconds */
            pending: number;
            processes: components["schemas"]["ClearedProcess"][];
        };
        QueueView: {
            /** @enum {string} */
            queue: "explode" | "deliver" | "bulk";
            /** @description Due and not taken up */
            pending: number;
            /** @description Being worked on */
            active: number;
            /** @description For later */
            waiting: number;
            completed: number;
            failed: number;
            /** @description Seconds since the oldest due work became due */
            oldestSeconds: number;
        };
        QueuesView: {
            /** @enum {string} */
            backend: "redis" | "postgresql";
            queues: components["schemas"]["QueueView"][];
        };
        QuarantineView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** @enum {string} */
            reason: "not_json" | "not_meta" | "foreign" | "failed";
            detail: string;
            /** @description Meta's id of the app that signed it */
            appId: string | null;
            /** @description Bytes */
            size: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            releasedAt: string | null;
        };
        QuarantineDetailView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            webhookId: string;
            /** @enum {string} */
            reason: "not_json" | "not_meta" | "foreign" | "failed";
            detail: string;
            /** @description Meta's id of the app that signed it */
            appId: string | null;
            /** @description Bytes */
            size: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            releasedAt: string | null;
            /** @description The received body; null when it is not kept any more */
            body: string | null;
        };
        UnclaimedView: {
            /** @description Meta's phone_number_id, or WABA id */
            subject: string;
            /** @enum {string} */
            kind: "number" | "account";
            /** @description WABA id */
            businessId: string;
            phoneNumber: string | null;
            webhooks: number;
            items: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
        };
        AssignBody: {
            /**
             * Format: uuid
             * @description The tenant that gets the number
             */
            tenantId: string;
            /** @description Meta's id of the app through which it is connected: the tenant's own or a platform app */
            appId: string;
            /** @example +1 555 078 3881 */
            phoneNumber: string;
            displayName: string;
            /** @description Ids or slugs of projects to map it to, before what came is sent on */
            projects?: string[];
        };
        ReplayedView: {
            /** @description Webhooks that are split again */
            webhooks: number;
        };
        SetupView: {
            account: boolean;
            app: boolean;
            /** @description Meta has proved the address of an app, or has sent something */
            verified: boolean;
            number: boolean;
            project: boolean;
            mapping: boolean;
            webhook: boolean;
        };
        AttentionSubjectView: {
            /** @enum {string} */
            type: "project" | "app" | "number";
            /** @description A project's id, or Meta's id of an app or a number */
            id: string;
            name: string;
        };
        AttentionView: {
            /** @enum {string} */
            kind: "app_refused" | "app_without_secret" | "project_disabled" | "circuit_open" | "deliveries_failed" | "project_failing" | "app_not_verified";
            /** @enum {string} */
            severity: "bad" | "warn";
            subject: components["schemas"]["AttentionSubjectView"];
            /** Format: date-time */
            since: string | null;
            /** @description Of deliveries, or of failures in a row (project_failing) */
            count: number | null;
            /**
             * Format: date-time
             * @description When the pause of an open circuit ends
             */
            until: string | null;
            /** @description `manual`, `gone` or `failing` of a disabled project; a sentence of a refused app */
            detail: string | null;
        };
        WindowFiguresView: {
            /** @description Events that came, tests apart */
            received: number;
            delivered: number;
            /** @description Given up */
            failed: number;
            /** @description Not out yet (waiting or pending), whenever it came; in `previous`: what came then */
            waiting: number;
            /** @description Half of all deliveries took no longer from arrival to the 2xx, in milliseconds; null when nothing was delivered */
            p50Ms: number | null;
            /** @description Nineteen of twenty took no longer, in milliseconds; null when nothing was delivered */
            p95Ms: number | null;
        };
        FiguresView: {
            /** @description Events that came, tests apart */
            received: number;
            delivered: number;
            /** @description Given up */
            failed: number;
            /** @description Not out yet (waiting or pending), whenever it came; in `previous`: what came then */
            waiting: number;
            /** @description Half of all deliveries took no longer from arrival to the 2xx, in milliseconds; null when nothing was delivered */
            p50Ms: number | null;
            /** @description Nineteen of twenty took no longer, in milliseconds; null when nothing was delivered */
            p95Ms: number | null;
            /** @description The same of the window before, as long as this one */
            previous: components["schemas"]["WindowFiguresView"];
        };
        HourView: {
            /** Format: date-time */
            at: string;
            received: number;
            delivered: number;
            /** @description Failed, or waiting for another try */
            troubled: number;
        };
        TickView: {
            /** Format: date-time */
            at: string;
            delivered: number;
            /** @description Failed, or waiting for another try */
            troubled: number;
        };
        ProjectOverviewView: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @enum {string} */
            breaker: "closed" | "open" | "half_open";
            /** Format: date-time */
            openUntil: string | null;
            /** @description Not out yet, whenever it came; counted up to 100,000 */
            waiting: number;
            failed: number;
            delivered: number;
            /** @description 24 equal parts of the range */
            ticks: components["schemas"]["TickView"][];
        };
        OverviewView: {
            /**
             * Format: date-time
             * @description Of what is kept
             */
            firstWebhookAt: string | null;
            setup: components["schemas"]["SetupView"];
            /** @description At most 20, the most harmful first */
            attention: components["schemas"]["AttentionView"][];
            figures: components["schemas"]["FiguresView"];
            /** @description As many as were asked for, the last one ending now */
            hours: components["schemas"]["HourView"][];
            /** @description Newest first, at most 200 */
            projects: components["schemas"]["ProjectOverviewView"][];
        };
        HitView: {
            /** @enum {string} */
            kind: "delivery" | "event" | "number" | "project" | "app" | "account" | "tenant";
            /** @description By which it is addressed: a UUID, or Meta's id of a number, an app or an account */
            id: string;
            title: string;
            detail: string;
            /** Format: uuid */
            tenantId: string;
            tenantName: string;
        };
        FoundView: {
            /** @description At most 20, the surest first */
            data: components["schemas"]["HitView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Auth.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Auth.switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TenantView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTenantBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTenantView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.figuresOfAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsFiguresView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTenantBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.suspend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Tenants.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeTenantBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedTenantView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BusinessAccountAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBusinessAccountBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessAccountAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is in this hub already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessAccountAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Apps or numbers belong to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBusinessAccountBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessAccountAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.listApps": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AppAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BusinessAccounts.createApp": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The app is in this hub already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AppAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such business account here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The app is in this hub already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Phone numbers are connected through it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.setup": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppSetupAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.listNumbers": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhoneNumberAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Apps.createNumber": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNumberOfAppBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneNumberAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You or another tenant of this hub has the number */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PhoneNumbers.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhoneNumberAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PhoneNumbers.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePhoneNumberBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneNumberAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such app or business account here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You or another tenant of this hub has the number */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PhoneNumbers.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneNumberAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PhoneNumbers.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PhoneNumbers.patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePhoneNumberBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneNumberAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks waba:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProjectAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProjectBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectWithSecretAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The endpoint or a header is not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProjectBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The slug is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The endpoint or a header is not allowed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecretBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectWithSecretAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.probe": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project is disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Projects.recover": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those of this number: Meta's phone_number_id */
                phoneNumberId?: string;
                /** @description Only those of this project: its id or slug */
                projectId?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MappingAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMappingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such number or project here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The number is mapped to the project already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.patch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMappingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingAnswer"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mappings.projectsOf": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MappedProjectAnswer"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks routing:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Meta's phone_number_id */
                phoneNumberId?: string;
                /** @description WABA id */
                businessId?: string;
                /** @description Field of Meta's webhook */
                field?: string;
                /** @description What is in it */
                kind?: string;
                /** @description Came at or after */
                since?: string;
                /** @description Came before */
                until?: string;
                /** @description Meta's id of a message; its statuses are found too */
                messageId?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetailView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.replayAll": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkReplayBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                projectId?: string;
                eventId?: string;
                /** @description In a query, separated by commas */
                states?: ("pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled")[];
                /** @description HTTP status that the project answered last */
                status?: number;
                since?: string;
                until?: string;
                /** @description Meta's phone_number_id */
                phoneNumberId?: string;
                /** @description `text`, `status:read`; `status` means all statuses */
                kind?: string;
                /** @description A delivery's or an event's id, Meta's id of a message, five digits or more of your number, or part of an error */
                q?: string;
                /** @description The last attempt took longer, in milliseconds */
                minDurationMs?: number;
                source?: "live" | "replay" | "test";
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeliveryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.count": {
        parameters: {
            query?: {
                projectId?: string;
                eventId?: string;
                /** @description In a query, separated by commas */
                states?: ("pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled")[];
                /** @description HTTP status that the project answered last */
                status?: number;
                since?: string;
                until?: string;
                /** @description Meta's phone_number_id */
                phoneNumberId?: string;
                /** @description `text`, `status:read`; `status` means all statuses */
                kind?: string;
                /** @description A delivery's or an event's id, Meta's id of a message, five digits or more of your number, or part of an error */
                q?: string;
                /** @description The last attempt took longer, in milliseconds */
                minDurationMs?: number;
                source?: "live" | "replay" | "test";
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryCountView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.histogram": {
        parameters: {
            query?: {
                projectId?: string;
                eventId?: string;
                /** @description In a query, separated by commas */
                states?: ("pending" | "delivering" | "delivered" | "waiting" | "failed" | "cancelled")[];
                /** @description HTTP status that the project answered last */
                status?: number;
                since?: string;
                until?: string;
                /** @description Meta's phone_number_id */
                phoneNumberId?: string;
                /** @description `text`, `status:read`; `status` means all statuses */
                kind?: string;
                /** @description A delivery's or an event's id, Meta's id of a message, five digits or more of your number, or part of an error */
                q?: string;
                /** @description The last attempt took longer, in milliseconds */
                minDurationMs?: number;
                source?: "live" | "replay" | "test";
                buckets?: number;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistogramView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.retryAll": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryFilterBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetailView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was delivered, or is on its way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deliveries.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BulkOperations.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BulkOperations.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "BulkOperations.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It has ended already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Webhooks.trace": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTraceView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sandbox.show": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sandbox.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxMessageBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxMessageView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The app of the number has no secret */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sandbox.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxVerifyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxVerifyView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sandbox.setMode": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationModeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxDestinationView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Stream.stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stays open until the session ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cache.stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheStatsView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cache.clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CacheClearView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.quarantined": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Also those that were released */
                released?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["QuarantineView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.quarantinedOne": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineDetailView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UnclaimedView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Operator.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Overview.get": {
        parameters: {
            query?: {
                /** @description How far back */
                hours?: number;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Search.within": {
        parameters: {
            query: {
                /** @description A delivery's or event's id, Meta's id of a message, a phone number or id of Meta's in full or in part, or a name */
                q: string;
            };
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks deliveries:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Search.everywhere": {
        parameters: {
            query: {
                /** @description A delivery's or event's id, Meta's id of a message, a phone number or id of Meta's in full or in part, or a name */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundView"];
                };
            };
            /** @description No token, or one that is not accepted */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role lacks platform:admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the caller can mend */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
