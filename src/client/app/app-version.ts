declare const __APP_VERSION__: string;

/** Version of this build, from package.json. */
export const appVersion: string = __APP_VERSION__;
