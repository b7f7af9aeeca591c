package io.watchfloor.gateway.access;

/**
 * A signed-in browser.
 *
 * @param hash of its token; the token itself is the browser's alone
 * @param userId whose it is
 * @param startedAtMillis epoch milliseconds of the sign-in
 * @param settingUp whether a password and a second factor have to be set before anything else
 * @param pendingFactor sealed secret of a second factor that is not proved yet; null when there is none
 */
public record Session(String hash, String userId, long startedAtMillis, boolean settingUp, String pendingFactor) {
    Session withPendingFactor(String sealed) {
        return new Session(hash, userId, startedAtMillis, settingUp, sealed);
    }
}
