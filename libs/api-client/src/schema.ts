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
         * @description A program finds its tokens in the answer: the access token lasts ten minutes, auth/refresh gives the next. A page of Waypost gets cookies instead, which no script can read.
         */
        post: operations["Auth.login"];
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
        /** Who is signed in, and the tenants that are open to them; or what the API key is */
        get: operations["Auth.me"];
        put?: never;
        post?: never;
        /** Erase your account, and what is kept about you */
        delete: operations["OwnData.erase"];
        options?: never;
        head?: never;
        /** Change your name or your language */
        patch: operations["Profile.change"];
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
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a new access token
         * @description Programs send the refresh token and get the next one; pages have theirs in a cookie. Each works once: one that comes back later ends the session.
         */
        post: operations["Sessions.refresh"];
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
         * Sign out here
         * @description Ends the session of the access token, of the refresh token and of the cookies that come along.
         */
        post: operations["Sessions.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere, here too */
        post: operations["Sessions.logoutAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in, newest first */
        get: operations["Sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out somewhere */
        delete: operations["Sessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/impersonation/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop working as somebody else
         * @description A page goes on in the session of the super-admin. A program goes on with its own tokens, and may send its refresh token to have new ones.
         */
        post: operations["Sessions.endImpersonation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign access tokens with a new key from now on
         * @description Happens by itself every 30 days. Tokens that the former key has signed stay good until they are over; the public keys are at /.well-known/jwks.json.
         */
        post: operations["SigningKeys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to sign in to a tenant that has a provider of its own
         * @description For browsers: a cookie remembers for ten minutes what was begun.
         */
        post: operations["Oidc.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider leads back to
         * @description Goes on to the dashboard: signed in, or at the sign-in page, which says by `sso` what is in the way.
         */
        get: operations["Oidc.callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a stranger can do here */
        get: operations["Registration.options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a tenant with its first administrator
         * @description Signs in at once. A mail asks to verify the address; until then everything can be set up and nothing sent. The older fields adminName, adminEmail and adminPassword are taken too.
         */
        post: operations["Registration.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation to register is for */
        post: operations["Registration.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify an e-mail address by the link of the mail */
        post: operations["Registration.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the mail that verifies your address again
         * @description Once a minute at most.
         */
        post: operations["Registration.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registration-invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations to register, newest first */
        get: operations["RegistrationInvites.list"];
        put?: never;
        /**
         * Invite somebody to register a tenant
         * @description By mail, good for fourteen days. An invitation to the same address that was not used is replaced.
         */
        post: operations["RegistrationInvites.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registration-invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel an invitation to register */
        delete: operations["RegistrationInvites.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password
         * @description Ends all your sessions but this one.
         */
        post: operations["Passwords.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with a link to a new password
         * @description Answers the same whether there is such an account or not. The link is good for an hour, once.
         */
        post: operations["Passwords.forgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the link of a mail
         * @description Takes the links of both mails: to a new password, and of a welcome. Ends all sessions of the person, who signs in with the new password then.
         */
        post: operations["Passwords.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a secret for an authenticator
         * @description It counts from auth/totp/enable on. A proposal before it is over.
         */
        post: operations["Totp.setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for codes at every sign-in from now on */
        post: operations["Totp.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for no codes any more */
        post: operations["Totp.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes in place of the old ones */
        post: operations["Totp.renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invites/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for */
        post: operations["Invites.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invites/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a tenant by an invitation, and be signed in there
         * @description Somebody new gives name and password; the link has verified the address. Somebody who has an account must be signed in with it, or give its password and code: the link alone opens no account.
         */
        post: operations["Invites.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys, newest first */
        get: operations["ApiKeys.list"];
        put?: never;
        /** Make an API key; the answer shows it for the only time */
        post: operations["ApiKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key: the next call with it is refused */
        delete: operations["ApiKeys.revoke"];
        options?: never;
        head?: never;
        /** Rename an API key or change its scopes, which are replaced as a whole */
        patch: operations["ApiKeys.change"];
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret of an API key; the answer shows the new key for the only time */
        post: operations["ApiKeys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the plans that are offered; a super-admin sees all, also archived ones */
        get: operations["Plans.list"];
        put?: never;
        /** Create a plan */
        post: operations["Plans.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the tenant's plan, and what is used of it */
        get: operations["Plans.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a plan that no tenant has */
        delete: operations["Plans.delete"];
        options?: never;
        head?: never;
        /**
         * Change a plan, archive it or reopen it
         * @description Tenants that have it have the change at once. What is over a smaller limit is kept; no more can be added.
         */
        patch: operations["Plans.update"];
        trace?: never;
    };
    "/api/v1/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who works in the tenant, longest there first */
        get: operations["Team.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is invited, newest first */
        get: operations["Team.listInvites"];
        put?: never;
        /**
         * Invite somebody into the team
         * @description By mail, good for seven days. Your own address must be verified.
         */
        post: operations["Team.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team/invites/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description With a new link; the one before is over.
         */
        post: operations["Team.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel an invitation */
        delete: operations["Team.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/team/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody out of the team
         * @description Ends what they have open in the tenant.
         */
        delete: operations["Team.remove"];
        options?: never;
        head?: never;
        /** Give somebody another role */
        patch: operations["Team.changeRole"];
        trace?: never;
    };
    "/api/v1/tenants/current/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the tenant can work, and if not, since when and why */
        get: operations["Standing.standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current/theme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how the tenant presents itself, with the colours solved for both themes */
        get: operations["Theme.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, colour or language; null goes back to what everybody has */
        patch: operations["Theme.update"];
        trace?: never;
    };
    "/api/v1/tenants/current/theme/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the logo: the picture itself as the body, PNG, JPEG or WebP of up to 200 KB */
        put: operations["Theme.putLogo"];
        post?: never;
        /** Remove the logo; the name is shown instead */
        delete: operations["Theme.removeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who is told of trouble */
        get: operations["Notifications.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change who is told of trouble, and of which */
        patch: operations["Notifications.update"];
        trace?: never;
    };
    "/api/v1/tenants/current/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show where the people of the tenant sign in */
        get: operations["OidcSettings.show"];
        /**
         * Let people sign in at a provider of the tenant
         * @description The provider is asked at once; what it says counts in this tenant alone.
         */
        put: operations["OidcSettings.put"];
        post?: never;
        /** End it, and the sessions that it has opened */
        delete: operations["OidcSettings.remove"];
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
        /** List tenants with plan and use, newest first */
        get: operations["Tenants.list"];
        put?: never;
        /**
         * Create a tenant, with its first administrator if one is given
         * @description An administrator without a password gets a welcome mail with a link to choose one.
         */
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
    "/api/v1/tenants/erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tenants that were erased or are being erased, latest first */
        get: operations["Tenants.erased"];
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
        /** Show a tenant with plan, usage and administrators */
        get: operations["Tenants.get"];
        put?: never;
        post?: never;
        /**
         * Delete a tenant after a grace
         * @description At once its webhooks are held and its people cannot work. When the grace is over, everything of it is erased.
         */
        delete: operations["Tenants.delete"];
        options?: never;
        head?: never;
        /** Change name or slug of a tenant */
        patch: operations["Tenants.update"];
        trace?: never;
    };
    "/api/v1/tenants/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who works in a tenant, longest there first */
        get: operations["Tenants.members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/plan-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what another plan would mean for a tenant */
        get: operations["Tenants.planChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a tenant another plan
         * @description What is over the limits of the new plan is kept; no more can be added.
         */
        post: operations["Tenants.changePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/tenants/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a tenant back that is being deleted, and send on what was held for it */
        post: operations["Tenants.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}/impersonate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work in a tenant as one of its people
         * @description The reason is kept in both audits. auth/impersonation/end leads back.
         */
        post: operations["Impersonation.impersonate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brand/{token}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of a brand, at an address that cannot be guessed */
        get: operations["Brand.logo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who is told of the platform's trouble */
        get: operations["PlatformNotifications.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change who is told of the platform's trouble, and of which */
        patch: operations["PlatformNotifications.update"];
        trace?: never;
    };
    "/api/v1/system/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whether mails go out, and how many wait */
        get: operations["PlatformNotifications.mail"];
        put?: never;
        post?: never;
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
    "/api/v1/sandbox/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the mails that the simulator has caught, as far as they are for oneself */
        get: operations["SandboxMails.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/mails/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one of them as the page that a mail program shows */
        get: operations["SandboxMails.page"];
        put?: never;
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
        /** Whether requests can be served: needs the database, reports the queue and the workers */
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
    "/api/v1/system/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which root key wraps the data keys of stored secrets, and how far a renewal is */
        get: operations["Keys.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/keys/rewrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wrap all data keys under the present root key, or seal all secrets under new data keys */
        post: operations["Keys.rewrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The metrics of this process, as Prometheus reads them at /metrics
         * @description Prometheus itself uses /metrics with METRICS_TOKEN as its bearer token.
         */
        get: operations["Metrics.show"];
        put?: never;
        post?: never;
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
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who did what in the tenant, newest first */
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the audit as CSV, newest first */
        get: operations["Audit.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that no entry of the audit was changed or taken away */
        get: operations["Audit.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who did what on the platform, newest first */
        get: operations["PlatformAudit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the audit of the platform as CSV, newest first */
        get: operations["PlatformAudit.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that no entry of the audit of the platform was changed or taken away */
        get: operations["PlatformAudit.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show all that is kept about a customer, part by part */
        post: operations["Privacy.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a customer from everything that is kept */
        post: operations["Privacy.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List erasures, newest first, without whom they were about */
        get: operations["Privacy.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far an erasure is */
        get: operations["Privacy.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/current/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how long the tenant keeps what came in */
        get: operations["Retention.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose how long the tenant keeps what came in */
        patch: operations["Retention.set"];
        trace?: never;
    };
    "/api/v1/auth/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show all that is kept about you */
        get: operations["OwnData.export"];
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
            /**
             * @description Six digits of the authenticator, or a recovery code; asked for with totp_required
             * @example 123456
             */
            code?: string;
        };
        SessionTenant: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended" | "deleting";
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
        Impersonator: {
            /** Format: uuid */
            userId: string;
            email: string;
        };
        SessionView: {
            /** @description For programs; a browser has it in a cookie that scripts cannot read */
            accessToken?: string;
            /** @description For programs: gives the next access token at auth/refresh, once */
            refreshToken?: string;
            /** @description Seconds for which the access token is good */
            expiresIn: number;
            /** @description Null for who belongs to no tenant */
            tenant: components["schemas"]["SessionTenant"] | null;
            user: components["schemas"]["SessionUser"];
            /** @description The super-admin who works as this person */
            impersonator?: components["schemas"]["Impersonator"];
        };
        ProblemField: {
            /** @example admin.email */
            field: string;
            /** @example must be an email */
            message: string;
        };
        ProblemLimit: {
            /** @enum {string} */
            name: "messagesPerMinute" | "messagesPerMonth" | "apiCallsPerMinute" | "numbers" | "projects" | "users" | "contacts" | "apiKeys" | "retentionDays";
            used: number;
            max: number | null;
        };
        ProblemDetails: {
            /** @description With limit_reached: the limit of the plan */
            limit?: components["schemas"]["ProblemLimit"];
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
            code: "invalid_body" | "invalid_input" | "unauthenticated" | "bad_credentials" | "totp_required" | "bad_code" | "bad_signature" | "bad_verify_token" | "forbidden" | "email_not_verified" | "registration_closed" | "limit_reached" | "not_found" | "already_exists" | "in_use" | "number_taken" | "wrong_state" | "idempotency_conflict" | "idempotency_running" | "idempotency_unknown" | "link_over" | "body_too_large" | "tenant_required" | "destination_refused" | "too_many_requests" | "internal" | "unavailable";
            /**
             * @description Plain words with the way out
             * @example There is no project with this id here.
             */
            detail: string;
            /** @description Also in the header X-Request-Id; what the operator needs to find it in the log */
            requestId: string;
            /** @description What single fields did wrong */
            errors?: components["schemas"]["ProblemField"][];
            /** @description What a program can go by */
            details?: components["schemas"]["ProblemDetails"];
        };
        MeUser: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            superAdmin: boolean;
            emailVerified: boolean;
            /** @enum {string} */
            locale: "en" | "es" | "ar";
            /** @description False for who signs in at another provider only */
            hasPassword: boolean;
            /** @description Whether a code of an authenticator is asked for */
            hasTotp: boolean;
        };
        MeSession: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description At the latest
             */
            endsAt: string;
        };
        MeView: {
            user: components["schemas"]["MeUser"];
            /** @description The tenant of the session */
            tenant: components["schemas"]["SessionTenant"] | null;
            /** @description Where auth/switch can go */
            tenants: components["schemas"]["SessionTenant"][];
            session: components["schemas"]["MeSession"];
            /** @description The super-admin who works as this person */
            impersonator: components["schemas"]["Impersonator"] | null;
        };
        ApiKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: ("waba:read" | "waba:write" | "routing:read" | "routing:write" | "deliveries:read" | "deliveries:write" | "team:read" | "keys:read" | "plan:read" | "settings:read" | "audit:read" | "privacy:read" | "privacy:write")[];
            /**
             * @description How the key begins
             * @example wp_live_0Q7f3KcXwzK1n5yB2aR9tu
             */
            prefix: string;
            /**
             * @description How it ends
             * @example x7Qa
             */
            lastFour: string;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the last rotation is accepted
             */
            previousUntil: string | null;
            /**
             * Format: uuid
             * @description Null when the person is gone
             */
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        KeyTenant: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended" | "deleting";
        };
        KeyMeView: {
            apiKey: components["schemas"]["ApiKeyAnswer"];
            /** @description The one tenant that the key opens */
            tenant: components["schemas"]["KeyTenant"];
        };
        SwitchBody: {
            /** Format: uuid */
            tenantId: string;
        };
        RefreshBody: {
            /** @description Of a program; a page has its own in a cookie */
            refreshToken?: string;
        };
        SessionItem: {
            /** Format: uuid */
            id: string;
            /** @example 203.0.113.7 */
            address: string;
            /** @description What the browser or the program says of itself */
            userAgent: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was opened or last renewed
             */
            lastUsedAt: string;
            /**
             * Format: date-time
             * @description Unless it is used before
             */
            endsAt: string;
            /** @description Whether it is the one that asks */
            current: boolean;
        };
        EndedImpersonationView: {
            /** @description The super-admin’s own; null to a program that sends no refresh token of it */
            session: components["schemas"]["SessionView"] | null;
        };
        SigningKeyView: {
            /**
             * Format: uuid
             * @description The `kid` of tokens that are issued from now on
             */
            keyId: string;
        };
        OidcStartBody: {
            /**
             * @description Slug of the tenant
             * @example acme
             */
            tenant: string;
        };
        OidcStartView: {
            /** @description Where the browser is to go */
            url: string;
        };
        ProfileBody: {
            name?: string;
            /**
             * @description In which pages and mails are written to you
             * @enum {string}
             */
            locale?: "en" | "es" | "ar";
        };
        AuthOptionsView: {
            /**
             * @description Who may register a tenant: everybody, whom the operator has invited, or nobody
             * @enum {string}
             */
            registration: "open" | "invitation" | "off";
            /** @description Characters that a password has at least */
            passwordMinLength: number;
        };
        RegisterBody: {
            /** @example Acme */
            tenantName: string;
            /**
             * @description Made from the name when absent
             * @example acme
             */
            slug?: string;
            /** @example Ada Lovelace */
            name: string;
            /** @example ada@example.com */
            email: string;
            /** @description Any characters; the commonest passwords, and those made of your names, are refused */
            password: string;
            /** @description The token of an invitation by the operator */
            invite?: string;
        };
        TokenBody: {
            /** @description Behind `#token=` of the link in the mail */
            token: string;
        };
        RegistrationLookView: {
            /** @description The address that was invited, with which to register */
            email: string;
            /** @description The name that the operator has suggested */
            tenantName: string | null;
        };
        VerifiedView: {
            /** @description The address that is verified now */
            email: string;
        };
        RegistrationInviteBody: {
            /** @example ada@example.com */
            email: string;
            /** @description A name to suggest for the tenant */
            tenantName?: string;
        };
        RegistrationInviteView: {
            /** Format: uuid */
            id: string;
            email: string;
            tenantName: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When somebody has registered by it
             */
            usedAt: string | null;
        };
        ChangePasswordBody: {
            currentPassword: string;
            newPassword: string;
        };
        ForgotPasswordBody: {
            /** @example ada@example.com */
            email: string;
        };
        ResetPasswordBody: {
            /** @description Behind `#token=` of the link in the mail */
            token: string;
            password: string;
        };
        TotpSetupBody: {
            password: string;
        };
        TotpProposalView: {
            /** @description To type into an authenticator: base32 */
            secret: string;
            /**
             * @description To show as a QR code
             * @example otpauth://totp/Waypost:ada@example.com?secret=…
             */
            uri: string;
        };
        TotpEnableBody: {
            /**
             * @description What the authenticator shows
             * @example 123456
             */
            code: string;
        };
        RecoveryCodesView: {
            /** @description Shown this once; each signs in once without the authenticator */
            recoveryCodes: string[];
        };
        TotpProofBody: {
            password: string;
            /**
             * @description What the authenticator shows, or a recovery code
             * @example 123456
             */
            code: string;
        };
        InviteTenant: {
            name: string;
            /** @example acme */
            slug: string;
        };
        InviteLookView: {
            tenant: components["schemas"]["InviteTenant"];
            /** @description Who is invited */
            email: string;
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @description Whether the person signs in to join; else they choose a name and a password */
            hasAccount: boolean;
        };
        AcceptInviteBody: {
            /** @description Behind `#token=` of the link in the mail */
            token: string;
            /** @description Of somebody new */
            name?: string;
            /** @description Somebody new chooses it. Somebody who has an account gives theirs, unless they are signed in with it. */
            password?: string;
            /**
             * @description Of somebody who has an account with an authenticator
             * @example 123456
             */
            code?: string;
        };
        CreateApiKeyBody: {
            /**
             * @description What the key is for
             * @example Shop backend
             */
            name: string;
            /** @description What it may do; nothing that you may not do yourself */
            scopes: ("waba:read" | "waba:write" | "routing:read" | "routing:write" | "deliveries:read" | "deliveries:write" | "team:read" | "keys:read" | "plan:read" | "settings:read" | "audit:read" | "privacy:read" | "privacy:write")[];
            /**
             * Format: date-time
             * @description When it ends by itself; never when absent
             */
            expiresAt?: string;
        };
        ApiKeyWithKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: ("waba:read" | "waba:write" | "routing:read" | "routing:write" | "deliveries:read" | "deliveries:write" | "team:read" | "keys:read" | "plan:read" | "settings:read" | "audit:read" | "privacy:read" | "privacy:write")[];
            /**
             * @description How the key begins
             * @example wp_live_0Q7f3KcXwzK1n5yB2aR9tu
             */
            prefix: string;
            /**
             * @description How it ends
             * @example x7Qa
             */
            lastFour: string;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the last rotation is accepted
             */
            previousUntil: string | null;
            /**
             * Format: uuid
             * @description Null when the person is gone
             */
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description The key itself, shown this one time
             * @example wp_live_0Q7f3KcXwzK1n5yB2aR9tu_…
             */
            key: string;
        };
        UpdateApiKeyBody: {
            /**
             * @description What the key is for
             * @example Shop backend
             */
            name?: string;
            /** @description What it may do; nothing that you may not do yourself */
            scopes?: ("waba:read" | "waba:write" | "routing:read" | "routing:write" | "deliveries:read" | "deliveries:write" | "team:read" | "keys:read" | "plan:read" | "settings:read" | "audit:read" | "privacy:read" | "privacy:write")[];
        };
        RotateApiKeyBody: {
            /**
             * @description Hours during which the key is accepted with its former secret too
             * @default 24
             */
            overlapHours?: number;
        };
        PlanLimitsView: {
            messagesPerMinute: number | null;
            messagesPerMonth: number | null;
            apiCallsPerMinute: number | null;
            numbers: number | null;
            projects: number | null;
            users: number | null;
            contacts: number | null;
            apiKeys: number | null;
            retentionDays: number | null;
        };
        PlanView: {
            /** Format: uuid */
            id: string;
            /** @example starter */
            slug: string;
            name: string;
            description: string;
            /** @description Null is without limit */
            limits: components["schemas"]["PlanLimitsView"];
            features: ("branding" | "single-sign-on" | "audit-export" | "campaigns" | "bot")[];
            /** @description Micro-units of the currency, per interval */
            priceMicros: number;
            /** @example USD */
            currency: string;
            /** @enum {string} */
            interval: "month" | "year";
            public: boolean;
            /** Format: date-time */
            archivedAt: string | null;
            position: number;
            /** @description How many tenants have it; for super-admins */
            tenants?: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        PlansView: {
            /** @description In the operator's order */
            data: components["schemas"]["PlanView"][];
        };
        LimitUseView: {
            /** @enum {string} */
            name: "messagesPerMinute" | "messagesPerMonth" | "apiCallsPerMinute" | "numbers" | "projects" | "users" | "contacts" | "apiKeys" | "retentionDays";
            used: number;
            /** @description Null is without limit */
            max: number | null;
        };
        CurrentPlanView: {
            plan: components["schemas"]["PlanView"];
            /** @description What the tenant has of what is counted */
            usage: components["schemas"]["LimitUseView"][];
        };
        PlanLimitsBody: {
            /** @description Messages that the tenant may send within a minute */
            messagesPerMinute?: number | null;
            /** @description Messages that the tenant may send within a calendar month */
            messagesPerMonth?: number | null;
            /** @description Calls of the API within a minute */
            apiCallsPerMinute?: number | null;
            /** @description Phone numbers */
            numbers?: number | null;
            /** @description Projects */
            projects?: number | null;
            /** @description Members and open invitations */
            users?: number | null;
            /** @description Contacts */
            contacts?: number | null;
            /** @description API keys */
            apiKeys?: number | null;
            /** @description Days for which events and deliveries are kept; never longer than the installation keeps them */
            retentionDays?: number | null;
        };
        CreatePlanBody: {
            /** @example Team */
            name: string;
            /**
             * @description Made from the name when absent; it never changes
             * @example team
             */
            slug?: string;
            description?: string;
            /** @description What is absent or null is without limit */
            limits?: components["schemas"]["PlanLimitsBody"];
            features?: ("branding" | "single-sign-on" | "audit-export" | "campaigns" | "bot")[];
            /**
             * @description Micro-units of the currency: 29000000 is 29
             * @example 29000000
             */
            priceMicros: number;
            /** @example USD */
            currency: string;
            /** @enum {string} */
            interval: "month" | "year";
            /**
             * @description Shown to every tenant; others are given by super-admins only
             * @default true
             */
            public?: boolean;
            /** @default 0 */
            position?: number;
        };
        UpdatePlanBody: {
            /** @example Team */
            name?: string;
            description?: string;
            /** @description What is absent or null is without limit */
            limits?: components["schemas"]["PlanLimitsBody"];
            features?: ("branding" | "single-sign-on" | "audit-export" | "campaigns" | "bot")[];
            /**
             * @description Micro-units of the currency: 29000000 is 29
             * @example 29000000
             */
            priceMicros?: number;
            /** @example USD */
            currency?: string;
            /** @enum {string} */
            interval?: "month" | "year";
            /**
             * @description Shown to every tenant; others are given by super-admins only
             * @default true
             */
            public?: boolean;
            /** @default 0 */
            position?: number;
            /** @description True: nobody gets it any more, and who has it keeps it */
            archived?: boolean;
        };
        TeamMemberView: {
            /** Format: uuid */
            userId: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @enum {string} */
            status: "active" | "disabled";
            /** Format: date-time */
            joinedAt: string;
            emailVerified: boolean;
            /** @description Whether a code of an authenticator is asked for at sign-in */
            hasTotp: boolean;
        };
        InviteView: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @description Name of the person, or of the API key */
            invitedByName: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the mail was sent last
             */
            sentAt: string;
            /**
             * Format: date-time
             * @description From then on its link is over, until it is sent again
             */
            expiresAt: string;
        };
        InviteBody: {
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @example grace@example.com */
            email: string;
        };
        RoleBody: {
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
        };
        TenantStandingView: {
            /** @enum {string} */
            status: "active" | "suspended" | "deleting";
            /**
             * Format: date-time
             * @description When that began; null for an active tenant
             */
            since: string | null;
            /** @description What the operator gave as the reason of a suspension */
            reason: string | null;
            /**
             * Format: date-time
             * @description Until then the operator can restore it
             */
            eraseAfter: string | null;
        };
        ChosenView: {
            name: string | null;
            /** @example #108a9e */
            brandColor: string | null;
            /** @enum {string|null} */
            locale: "en" | "es" | "ar" | null;
        };
        AsGivenView: {
            /**
             * @description Contrast of the colour itself with white
             * @example 4.1
             */
            onLight: number;
            /**
             * @description Contrast of the colour itself with the dark surface
             * @example 4.4
             */
            onDark: number;
        };
        BrandThemeView: {
            /**
             * @description Fills: buttons
             * @example #108a9e
             */
            brand: string;
            /**
             * @description Text on a fill
             * @example #108a9e
             */
            brandFg: string;
            /**
             * @description Links and active icons, on any surface
             * @example #108a9e
             */
            brandText: string;
            /**
             * @description A tint behind brandText
             * @example #108a9e
             */
            brandSoft: string;
            /**
             * @description Of brandFg on brand; 4.5 or more
             * @example 5.2
             */
            fillContrast: number;
            /**
             * @description Of brandText where it is least; 4.5 or more
             * @example 5.4
             */
            textContrast: number;
        };
        BrandColorsView: {
            /**
             * @description Degrees, in OKLCH
             * @example 212.9
             */
            hue: number;
            /**
             * @description 0 to 0.16, in OKLCH
             * @example 0.0991
             */
            chroma: number;
            asGiven: components["schemas"]["AsGivenView"];
            light: components["schemas"]["BrandThemeView"];
            dark: components["schemas"]["BrandThemeView"];
        };
        ThemeView: {
            /**
             * @description As shown in pages and mails
             * @example Acme
             */
            name: string;
            /** @example #108a9e */
            brandColor: string;
            /**
             * @description Of mails to people whose language is not known
             * @enum {string}
             */
            locale: "en" | "es" | "ar";
            /** @description Path of the picture; another one for every picture */
            logoUrl: string | null;
            /** @description What the tenant has chosen itself; null is what everybody has */
            chosen: components["schemas"]["ChosenView"];
            /** @description What becomes of the colour: every text keeps a contrast of 4.5:1 */
            colors: components["schemas"]["BrandColorsView"];
        };
        ThemeBody: {
            /** @description null: the name of the tenant */
            name?: string | null;
            /**
             * @description null: the product's own
             * @example #108a9e
             */
            brandColor?: string | null;
            /**
             * @description null: English
             * @enum {string|null}
             */
            locale?: "en" | "es" | "ar" | null;
        };
        NotificationsView: {
            /**
             * @description Empty: those who administer and develop the tenant; for the platform, OPERATOR_EMAIL or the super-admins
             * @example [
             *       "ops@example.com"
             *     ]
             */
            emails: string[];
            /**
             * @description Called with a signed POST (Standard Webhooks)
             * @example https://example.com/alerts
             */
            webhookUrl: string | null;
            /** @description Of projects that have failed for days, and of their disabling */
            projectFailing: boolean;
            /** @description When more goes wrong than usual, and when that is over */
            errorSpikes: boolean;
        };
        NotificationsBody: {
            /**
             * @description Empty: those who administer and develop the tenant; for the platform, OPERATOR_EMAIL or the super-admins
             * @example [
             *       "ops@example.com"
             *     ]
             */
            emails?: string[];
            /**
             * @description Called with a signed POST (Standard Webhooks)
             * @example https://example.com/alerts
             */
            webhookUrl?: string | null;
            projectFailing?: boolean;
            errorSpikes?: boolean;
        };
        ChangedNotificationsView: {
            /**
             * @description Empty: those who administer and develop the tenant; for the platform, OPERATOR_EMAIL or the super-admins
             * @example [
             *       "ops@example.com"
             *     ]
             */
            emails: string[];
            /**
             * @description Called with a signed POST (Standard Webhooks)
             * @example https://example.com/alerts
             */
            webhookUrl: string | null;
            /** @description Of projects that have failed for days, and of their disabling */
            projectFailing: boolean;
            /** @description When more goes wrong than usual, and when that is over */
            errorSpikes: boolean;
            /**
             * @description Of a webhook that was just named; shown this once. A new address has a new one
             * @example whsec_…
             */
            webhookSecret: string | null;
        };
        OidcProviderView: {
            issuer: string;
            clientId: string;
            emailDomains: string[];
            /** @enum {string} */
            defaultRole: "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            createPeople: boolean;
            /** Format: date-time */
            updatedAt: string;
        };
        OidcSettingsView: {
            /** @description What the provider has to lead back to: enter it there */
            redirectUri: string;
            /** @description Null where people sign in with passwords alone */
            provider: components["schemas"]["OidcProviderView"] | null;
        };
        OidcSettingsBody: {
            /**
             * @description As the provider writes it, to the letter
             * @example https://login.example.com
             */
            issuer: string;
            /** @example waypost */
            clientId: string;
            /** @description Left out, the present one stays; another issuer needs it again */
            clientSecret?: string;
            /**
             * @description Only addresses of these domains are let in
             * @example [
             *       "example.com"
             *     ]
             */
            emailDomains: string[];
            /**
             * @description Of who gets an account by signing in
             * @enum {string}
             */
            defaultRole: "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @description Whether who is neither a member nor invited gets an account */
            createPeople: boolean;
        };
        FirstAdminBody: {
            /** @example ada@example.com */
            email: string;
            name: string;
            /** @description Better left out: then the person chooses one by a link in a welcome mail */
            password?: string;
        };
        CreateTenantBody: {
            /** @example Acme */
            name: string;
            /**
             * @description Made from the name when absent
             * @example acme
             */
            slug?: string;
            /**
             * @description Id or slug. The plan of new tenants when absent
             * @example pro
             */
            planId?: string;
            /**
             * @description Language of its mails, and of its first administrator
             * @enum {string}
             */
            locale?: "en" | "es" | "ar";
            /** @description The first TENANT_ADMIN. A person who exists already joins with the name and password they have. */
            admin?: components["schemas"]["FirstAdminBody"];
        };
        TenantPlanView: {
            /** Format: uuid */
            id: string;
            /** @example starter */
            slug: string;
            name: string;
        };
        TenantUseView: {
            people: number;
            numbers: number;
            projects: number;
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
            status: "active" | "suspended" | "deleting";
            /**
             * @description Language of its mails; null is that of the platform
             * @enum {string|null}
             */
            locale: "en" | "es" | "ar" | null;
            plan: components["schemas"]["TenantPlanView"];
            use: components["schemas"]["TenantUseView"];
            /** Format: date-time */
            suspendedAt: string | null;
            suspendedReason: string | null;
            /**
             * Format: date-time
             * @description When its deletion was asked for
             */
            deletionAskedAt: string | null;
            /**
             * Format: date-time
             * @description Until then it can be restored
             */
            eraseAfter: string | null;
            /**
             * Format: date-time
             * @description When erasing began: there is no way back
             */
            erasingSince: string | null;
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
            status: "active" | "suspended" | "deleting";
            /**
             * @description Language of its mails; null is that of the platform
             * @enum {string|null}
             */
            locale: "en" | "es" | "ar" | null;
            plan: components["schemas"]["TenantPlanView"];
            use: components["schemas"]["TenantUseView"];
            /** Format: date-time */
            suspendedAt: string | null;
            suspendedReason: string | null;
            /**
             * Format: date-time
             * @description When its deletion was asked for
             */
            deletionAskedAt: string | null;
            /**
             * Format: date-time
             * @description Until then it can be restored
             */
            eraseAfter: string | null;
            /**
             * Format: date-time
             * @description When erasing began: there is no way back
             */
            erasingSince: string | null;
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
        TombstoneView: {
            /**
             * Format: uuid
             * @description Id that the tenant had
             */
            id: string;
            /**
             * Format: date-time
             * @description When the deletion was asked for
             */
            askedAt: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description Null while it is being erased
             */
            deletedAt: string | null;
            /** @description Rows that were erased, by table */
            counts: {
                [key: string]: number;
            };
        };
        TenantMemberView: {
            /** Format: uuid */
            userId: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "TENANT_ADMIN" | "AGENT" | "BILLING_ADMIN" | "DEVELOPER";
            /** @enum {string} */
            status: "active" | "disabled";
            /** Format: date-time */
            joinedAt: string;
        };
        TenantDetailsView: {
            /** Format: uuid */
            id: string;
            /** @example acme */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "suspended" | "deleting";
            /**
             * @description Language of its mails; null is that of the platform
             * @enum {string|null}
             */
            locale: "en" | "es" | "ar" | null;
            plan: components["schemas"]["TenantPlanView"];
            use: components["schemas"]["TenantUseView"];
            /** Format: date-time */
            suspendedAt: string | null;
            suspendedReason: string | null;
            /**
             * Format: date-time
             * @description When its deletion was asked for
             */
            deletionAskedAt: string | null;
            /**
             * Format: date-time
             * @description Until then it can be restored
             */
            eraseAfter: string | null;
            /**
             * Format: date-time
             * @description When erasing began: there is no way back
             */
            erasingSince: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The plan with its limits and price */
            fullPlan: components["schemas"]["PlanView"];
            /** @description What it has of what is counted */
            usage: components["schemas"]["LimitUseView"][];
            /** @description Longest there first */
            administrators: components["schemas"]["TenantMemberView"][];
            /** @description For how many days it could be restored if it were deleted now */
            deleteGraceDays: number;
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
        LimitConsequenceView: {
            /** @enum {string} */
            name: "messagesPerMinute" | "messagesPerMonth" | "apiCallsPerMinute" | "numbers" | "projects" | "users" | "contacts" | "apiKeys" | "retentionDays";
            /** @description Null for what is not counted, such as a rate */
            used: number | null;
            maxNow: number | null;
            maxThen: number | null;
            /** @description More is in use than there will be room for: it is kept, and no more can be added */
            over: boolean;
            /** @description The same in plain words */
            words: string;
        };
        PlanChangeView: {
            planNow: components["schemas"]["PlanView"];
            planThen: components["schemas"]["PlanView"];
            limits: components["schemas"]["LimitConsequenceView"][];
            featuresLost: ("branding" | "single-sign-on" | "audit-export" | "campaigns" | "bot")[];
            featuresGained: ("branding" | "single-sign-on" | "audit-export" | "campaigns" | "bot")[];
        };
        ChangePlanBody: {
            /**
             * @description Id or slug
             * @example pro
             */
            planId: string;
        };
        SuspendTenantBody: {
            /** @description Shown to the people of the tenant and written to its administrators */
            reason?: string;
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
            status: "active" | "suspended" | "deleting";
            /**
             * @description Language of its mails; null is that of the platform
             * @enum {string|null}
             */
            locale: "en" | "es" | "ar" | null;
            plan: components["schemas"]["TenantPlanView"];
            use: components["schemas"]["TenantUseView"];
            /** Format: date-time */
            suspendedAt: string | null;
            suspendedReason: string | null;
            /**
             * Format: date-time
             * @description When its deletion was asked for
             */
            deletionAskedAt: string | null;
            /**
             * Format: date-time
             * @description Until then it can be restored
             */
            eraseAfter: string | null;
            /**
             * Format: date-time
             * @description When erasing began: there is no way back
             */
            erasingSince: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            held: components["schemas"]["HeldView"];
        };
        ImpersonateBody: {
            /**
             * Format: uuid
             * @description A member; the administrator who is longest there when absent
             */
            userId?: string;
            /** @description Why; kept in the tenant's audit and in the platform's */
            reason: string;
        };
        MailFiguresView: {
            /** @description Whether there is a mail server (SMTP_HOST); without one mails wait */
            configured: boolean;
            waiting: number;
            /** @description Seconds since the oldest of them was written */
            oldestSeconds: number;
            sent24h: number;
            /** @description Given up within a day */
            failed24h: number;
            /** @description Why the last one in trouble was not taken */
            lastError: string | null;
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
        SandboxMailView: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @example Waypost <waypost@localhost> */
            from: string;
            /**
             * @example [
             *       "ada@example.com"
             *     ]
             */
            to: string[];
            subject: string;
            /** @description The mail in plain text */
            text: string;
            /** @description The mail in HTML; sandbox/mails/{id}/page shows it safely */
            html: string | null;
        };
        SandboxMailboxView: {
            /** @description Whether a simulator that takes mails runs here */
            available: boolean;
            /** @description Newest first; those to oneself, and all for super-admins */
            mails: components["schemas"]["SandboxMailView"][];
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
            /**
             * @description Whether one was heard of in the last ten seconds
             * @enum {string}
             */
            workers: "ok" | "down";
        };
        ReadyView: {
            /**
             * @description degraded: served, but the queue or every worker is away
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
        DataKeysView: {
            /** @example local:0123456789abcdef */
            rootKey: string;
            dataKeys: number;
        };
        RewrapView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /**
             * @description keys: data keys are wrapped under the present root key; secrets: secrets are sealed under new data keys
             * @enum {string}
             */
            phase: "keys" | "secrets";
            newDataKeys: boolean;
            /**
             * Format: uuid
             * @description null: of all tenants
             */
            onlyTenant: string | null;
            /** @example local:0123456789abcdef */
            rootKey: string;
            /** @description What stands in the way, and what to do */
            error: string | null;
            keysTotal: number;
            keysDone: number;
            secretsTotal: number;
            secretsDone: number;
            /** @description Secrets that do not open; the audit has them as secret.altered */
            secretsUnreadable: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        KeysView: {
            /**
             * @description The root key that wraps data keys; its name, never its value
             * @example local:0123456789abcdef
             */
            rootKey: string;
            /** @description Former root keys that still open what they wrapped */
            previousRootKeys: string[];
            /** @description How many data keys each root key has wrapped */
            dataKeys: components["schemas"]["DataKeysView"][];
            /** @description The latest renewal */
            latest: components["schemas"]["RewrapView"] | null;
        };
        RewrapBody: {
            /**
             * @description Gives tenants a new data key too, and seals all their secrets anew under it
             * @default false
             */
            newDataKeys?: boolean;
            /**
             * Format: uuid
             * @description Only the keys and secrets of this tenant
             */
            tenantId?: string;
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
        PersonView: {
            id: string;
            name: string | null;
            /** @description Null when the person was erased */
            email: string | null;
        };
        ActorView: {
            id: string;
            name: string | null;
            /** @description Null when the person was erased */
            email: string | null;
            /** @enum {string} */
            kind: "person" | "key" | "system" | "stranger";
            /** @description The super-admin who worked as the actor */
            impersonator: components["schemas"]["PersonView"] | null;
        };
        TargetView: {
            /** @example project */
            type: string;
            id: string;
            name: string | null;
        };
        AuditEntryView: {
            /** Format: uuid */
            id: string;
            /** @description Place in the chain, from 1 and without a gap */
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @example project.created */
            action: string;
            actor: components["schemas"]["ActorView"];
            target: components["schemas"]["TargetView"];
            /** @description Only what differs, where both sides are known; secrets are hidden */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description Only what differs, where both sides are known; secrets are hidden */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description IP address of the call */
            address: string | null;
            userAgent: string | null;
            requestId: string | null;
            /** @description SHA-256 in hex, over this entry and the hash of the one before */
            hash: string;
        };
        BrokenLinkView: {
            sequence: number;
            /** @description What does not match */
            problem: string;
        };
        AuditVerifiedView: {
            /** @description Entries that were looked at in this call */
            checked: number;
            /** @description The last entry that holds */
            upTo: number;
            /** @description False when there is more to check: call again with `after` */
            complete: boolean;
            broken: components["schemas"]["BrokenLinkView"] | null;
        };
        CustomerExportBody: {
            /**
             * @description Number of the customer with its country code, in any notation
             * @example +1 202 555 0143
             */
            phone?: string;
            /**
             * @description Business-scoped user id of the customer
             * @example US.13491208655302741918
             */
            userId?: string;
            /** @description `nextCursor` of the part before */
            cursor?: string;
        };
        KeptAttemptView: {
            /** Format: date-time */
            at: string;
            status: number | null;
            error: string | null;
            /** @description What the project answered */
            answer: string;
        };
        KeptDeliveryView: {
            /** Format: uuid */
            id: string;
            /** @description Name of the project that it went to */
            project: string;
            state: string;
            attempts: components["schemas"]["KeptAttemptView"][];
        };
        KeptView: {
            /** @enum {string} */
            kind: "event" | "webhook";
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description In Meta's shape, the items about the customer */
            payload: {
                [key: string]: unknown;
            };
            deliveries: components["schemas"]["KeptDeliveryView"][];
        };
        CustomerExportView: {
            /** @description Numbers under which was looked */
            numbers: string[];
            /** @description User ids under which was looked, with those that were found; name one in the next call */
            userIds: string[];
            /** @description Oldest first; a part may be empty and not be the last one */
            data: components["schemas"]["KeptView"][];
            /** @description Null when everything was gone through */
            nextCursor: string | null;
        };
        CustomerBody: {
            /**
             * @description Number of the customer with its country code, in any notation
             * @example +1 202 555 0143
             */
            phone?: string;
            /**
             * @description Business-scoped user id of the customer
             * @example US.13491208655302741918
             */
            userId?: string;
        };
        ErasureView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "running" | "done";
            /** @description Events in which the customer was */
            events: number;
            /** @description Further webhooks, such as repetitions */
            webhooks: number;
            /** @description Messages, statuses and the like about the customer */
            items: number;
            /** @description Answers of projects that were dropped with them */
            answers: number;
            /** @description Deliveries that had not gone out and will not */
            cancelled: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        RetentionView: {
            eventDays: number;
            /** @description What the plan and the installation allow */
            maxEventDays: number;
        };
        RetentionBody: {
            /** @description Days after which events and deliveries are deleted */
            eventDays: number;
        };
        OwnDataView: {
            person: {
                [key: string]: unknown;
            } | null;
            memberships: {
                [key: string]: unknown;
            }[];
            sessions: {
                [key: string]: unknown;
            }[];
            invitations: {
                [key: string]: unknown;
            }[];
            /** @description What you did, newest first, at most 5,000 entries */
            audit: {
                [key: string]: unknown;
            }[];
        };
        EraseMeBody: {
            /** @description Your present password */
            password: string;
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
                    "application/json": components["schemas"]["MeView"] | components["schemas"]["KeyMeView"];
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
    "OwnData.erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseMeBody"];
            };
        };
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
            /** @description You are the only administrator of a tenant */
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
    "Profile.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeUser"];
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
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
    "Sessions.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
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
    "Sessions.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
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
    "Sessions.logoutAll": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
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
    "Sessions.list": {
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
                        data: components["schemas"]["SessionItem"][];
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
    "Sessions.end": {
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
    "Sessions.endImpersonation": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedImpersonationView"];
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
    "SigningKeys.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                    "application/json": components["schemas"]["SigningKeyView"];
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
    "Oidc.start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcStartBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStartView"];
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
    "Oidc.callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To /app/, or to /app/sign-in?sso=<problem> */
            302: {
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
    "Registration.options": {
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
                    "application/json": components["schemas"]["AuthOptionsView"];
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
    "Registration.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description The e-mail or the slug is in use */
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
    "Registration.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationLookView"];
                };
            };
            410: {
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
    "Registration.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedView"];
                };
            };
            /** @description The link was used or is over */
            410: {
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
    "Registration.resend": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way, unless the address is verified already */
            202: {
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
    "RegistrationInvites.list": {
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
                        data: components["schemas"]["RegistrationInviteView"][];
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
    "RegistrationInvites.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationInviteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationInviteView"];
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
            /** @description The person has an account, or registration is off */
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
    "RegistrationInvites.cancel": {
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
    "Passwords.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
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
    "Passwords.forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordBody"];
            };
        };
        responses: {
            /** @description If there is such an account, the mail is on its way */
            202: {
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
    "Passwords.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link was used or is over */
            410: {
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
    "Totp.setUp": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpSetupBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpProposalView"];
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
    "Totp.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpEnableBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
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
    "Totp.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpProofBody"];
            };
        };
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
    "Totp.renewRecoveryCodes": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpProofBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
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
    "Invites.look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteLookView"];
                };
            };
            /** @description The link was used, cancelled or is over */
            410: {
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
    "Invites.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInviteBody"];
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
            /** @description The link was used, cancelled or is over */
            410: {
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
    "ApiKeys.list": {
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
                        data: components["schemas"]["ApiKeyAnswer"][];
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
            /** @description The role lacks keys:read */
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
    "ApiKeys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithKeyAnswer"];
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
            /** @description The role lacks keys:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A scope or the time is not allowed */
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
    "ApiKeys.revoke": {
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
            /** @description The role lacks keys:write */
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
    "ApiKeys.change": {
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
                "application/json": components["schemas"]["UpdateApiKeyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyAnswer"];
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
            /** @description The role lacks keys:write */
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
    "ApiKeys.rotate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKeyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithKeyAnswer"];
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
            /** @description The role lacks keys:write */
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
    "Plans.list": {
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
                    "application/json": components["schemas"]["PlansView"];
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
    "Plans.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlanBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
    "Plans.current": {
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
                    "application/json": components["schemas"]["CurrentPlanView"];
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
            /** @description The role lacks plan:read */
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
    "Plans.delete": {
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
            /** @description Tenants have it: archive it instead */
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
    "Plans.update": {
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
                "application/json": components["schemas"]["UpdatePlanBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
    "Team.list": {
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
                        data: components["schemas"]["TeamMemberView"][];
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
            /** @description The role lacks team:read */
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
    "Team.listInvites": {
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
                        data: components["schemas"]["InviteView"][];
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
            /** @description The role lacks team:read */
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
    "Team.invite": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteView"];
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
            /** @description The role lacks team:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In the team, or invited, already */
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
    "Team.resend": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                    "application/json": components["schemas"]["InviteView"];
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
            /** @description The role lacks team:write */
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
    "Team.cancel": {
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
            /** @description The role lacks team:write */
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
    "Team.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                userId: string;
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
            /** @description The role lacks team:write */
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
            /** @description It is the only administrator */
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
    "Team.changeRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
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
            /** @description The role lacks team:write */
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
            /** @description It is the only administrator */
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
    "Standing.standing": {
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
                    "application/json": components["schemas"]["TenantStandingView"];
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
    "Theme.show": {
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
                    "application/json": components["schemas"]["ThemeView"];
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
            /** @description The role lacks settings:read */
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
    "Theme.update": {
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
                "application/json": components["schemas"]["ThemeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeView"];
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
            /** @description The role lacks settings:write */
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
    "Theme.putLogo": {
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
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeView"];
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
            /** @description The role lacks settings:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
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
    "Theme.removeLogo": {
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
            /** @description The role lacks settings:write */
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
    "Notifications.show": {
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
                    "application/json": components["schemas"]["NotificationsView"];
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
            /** @description The role lacks settings:read */
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
    "Notifications.update": {
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
                "application/json": components["schemas"]["NotificationsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedNotificationsView"];
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
            /** @description The role lacks settings:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
    "OidcSettings.show": {
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
                    "application/json": components["schemas"]["OidcSettingsView"];
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
            /** @description The role lacks settings:read */
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
    "OidcSettings.put": {
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
                "application/json": components["schemas"]["OidcSettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcSettingsView"];
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
            /** @description The role lacks settings:write */
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
    "OidcSettings.remove": {
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
            /** @description The role lacks settings:write */
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
    "Tenants.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Part of a name, of a slug or of a member's e-mail, or the id */
                search?: string;
                status?: "active" | "suspended" | "deleting";
                /** @description Id or slug of a plan */
                plan?: string;
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
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
            /** @description The slug is taken, or the plan is archived */
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
    "Tenants.erased": {
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
                        data: components["schemas"]["TombstoneView"][];
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
                    "application/json": components["schemas"]["TenantDetailsView"];
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
    "Tenants.delete": {
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
    "Tenants.members": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
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
                    "application/json": {
                        data: components["schemas"]["TenantMemberView"][];
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
    "Tenants.planChange": {
        parameters: {
            query: {
                /** @description Id or slug */
                planId: string;
            };
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
                    "application/json": components["schemas"]["PlanChangeView"];
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
    "Tenants.changePlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePlanBody"];
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
            /** @description The plan is archived */
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SuspendTenantBody"];
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
            /** @description It is being deleted */
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
    "Tenants.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
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
            /** @description It is being deleted */
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
    "Tenants.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
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
            /** @description The grace is over */
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
    "Impersonation.impersonate": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpersonateBody"];
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
            /** @description There is nobody to work as */
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
    "Brand.logo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "image/png": string;
                    "image/jpeg": string;
                    "image/webp": string;
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
    "PlatformNotifications.show": {
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
                    "application/json": components["schemas"]["NotificationsView"];
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
    "PlatformNotifications.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedNotificationsView"];
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
    "PlatformNotifications.mail": {
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
                    "application/json": components["schemas"]["MailFiguresView"];
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
    "SandboxMails.list": {
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
                    "application/json": components["schemas"]["SandboxMailboxView"];
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
    "SandboxMails.page": {
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
                    "text/html": string;
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
    "Keys.show": {
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
                    "application/json": components["schemas"]["KeysView"];
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
    "Keys.rewrap": {
        parameters: {
            query?: never;
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewrapBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewrapView"];
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
            /** @description One is running */
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
    "Metrics.show": {
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
                    "text/plain": string;
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
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
            header?: {
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
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
    "Audit.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description An action, or what comes before its full stop */
                action?: string;
                /** @description Id or e-mail of a person, or id of an API key */
                actor?: string;
                targetType?: string;
                targetId?: string;
                /** @description At or after */
                since?: string;
                /** @description Before */
                until?: string;
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
                        data: components["schemas"]["AuditEntryView"][];
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
            /** @description The role lacks audit:read */
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
    "Audit.export": {
        parameters: {
            query?: {
                /** @description An action, or what comes before its full stop */
                action?: string;
                /** @description Id or e-mail of a person, or id of an API key */
                actor?: string;
                targetType?: string;
                targetId?: string;
                /** @description At or after */
                since?: string;
                /** @description Before */
                until?: string;
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
            /** @description UTF-8, commas; a cell that a spreadsheet would take for a formula has an apostrophe in front */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
            /** @description The role lacks audit:read */
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
    "Audit.verify": {
        parameters: {
            query?: {
                /** @description `upTo` of the call before, when that was not complete */
                after?: number;
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
                    "application/json": components["schemas"]["AuditVerifiedView"];
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
            /** @description The role lacks audit:read */
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
    "PlatformAudit.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description An action, or what comes before its full stop */
                action?: string;
                /** @description Id or e-mail of a person, or id of an API key */
                actor?: string;
                targetType?: string;
                targetId?: string;
                /** @description At or after */
                since?: string;
                /** @description Before */
                until?: string;
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
                        data: components["schemas"]["AuditEntryView"][];
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
    "PlatformAudit.export": {
        parameters: {
            query?: {
                /** @description An action, or what comes before its full stop */
                action?: string;
                /** @description Id or e-mail of a person, or id of an API key */
                actor?: string;
                targetType?: string;
                targetId?: string;
                /** @description At or after */
                since?: string;
                /** @description Before */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8, commas; a cell that a spreadsheet would take for a formula has an apostrophe in front */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    "PlatformAudit.verify": {
        parameters: {
            query?: {
                /** @description `upTo` of the call before, when that was not complete */
                after?: number;
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
                    "application/json": components["schemas"]["AuditVerifiedView"];
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
    "Privacy.export": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerExportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerExportView"];
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
            /** @description The role lacks privacy:read */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is named, or a number of your own */
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
    "Privacy.erase": {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant to act for. A super-admin must name one; others may name one of their own. */
                "X-Tenant-Id"?: string;
                /** @description New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerBody"];
            };
        };
        responses: {
            /** @description Mostly done when it is answered; else it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
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
            /** @description The role lacks privacy:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is named, or a number of your own */
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
    "Privacy.list": {
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
                        data: components["schemas"]["ErasureView"][];
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
            /** @description The role lacks privacy:read */
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
    "Privacy.get": {
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
                    "application/json": components["schemas"]["ErasureView"];
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
            /** @description The role lacks privacy:read */
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
    "Retention.get": {
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
                    "application/json": components["schemas"]["RetentionView"];
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
            /** @description The role lacks settings:read */
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
    "Retention.set": {
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
                "application/json": components["schemas"]["RetentionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionView"];
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
            /** @description The role lacks settings:write */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description More than the plan allows */
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
    "OwnData.export": {
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
                    "application/json": components["schemas"]["OwnDataView"];
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
}
