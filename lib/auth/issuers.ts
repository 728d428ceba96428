/**
 * Who vouches for a person: an identity is (issuer, subject), never an e-mail address, which can change hands.
 * For both of these the subject is the person's own id; another provider brings its own.
 */
export const PASSWORD_ISSUER = "portal";
export const DEMO_ISSUER = "portal demonstration";

/** Every e-mail address of the demonstration ends so: .example is kept out of the internet for good (RFC 2606). */
export const DEMO_ADDRESS = "@demo.example";
