/** Where the address of whoever asks is to be read. */

/** The header that Cloudflare sets and nobody else can. */
export const CLIENT_ADDRESS_HEADER = "cf-connecting-ip";
