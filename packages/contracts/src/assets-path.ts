/** Where browsers find an asset on the app's host. Apart from all else, since a published page reads it. */
export const ASSETS_PATH = "/_app/assets/";
