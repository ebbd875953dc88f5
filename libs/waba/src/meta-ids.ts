/** Meta's ids of accounts, apps and numbers: decimal digits, too many for a JavaScript number. */
export const metaIdPattern = /^\d{5,20}$/;
