package io.watchfloor.gateway.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Who gets in, and how.
 *
 * @param demo whether the people of this world are made up, so that an officer may try the page of any of them
 * @param keyFile keys that are known without the graph, see {@link KeyFile}; null when there is none
 * @param sealKey 32 bytes in base 64 that seal what has to be read again; null when second factors and signing keys cannot be kept
 * @param firstSecret lets the first user in while nobody has a password; null to draw one and print it
 * @param tls where connections are encrypted
 * @param idle a session ends that was not used, and had no live screen, for so long
 * @param longest a session ends after so long whatever happens
 * @param requestsPerSecond requests of the API that one caller may make, five seconds' worth at once
 * @param provider the organization's OpenID Connect provider; null when users sign in here
 */
public record AccessSettings(
        boolean demo,
        Path keyFile,
        String sealKey,
        String firstSecret,
        Tls tls,
        Duration idle,
        Duration longest,
        int requestsPerSecond,
        Provider provider) {

    /**
     * Where connections are encrypted.
     *
     * @param certificate PEM file; null when not here
     * @param key PEM file; null when not here
     * @param behindProxy whether a proxy in front does, and says so in {@code X-Forwarded-Proto} and {@code -For}
     */
    public record Tls(Path certificate, Path key, boolean behindProxy) {
        /** Whether it is done here. */
        public boolean isHere() {
            return certificate != null;
        }
    }

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its address, below which the discovery document lies
     * @param nameClaim claim of the identity token that is the user's name here
     */
    public record Provider(URI issuer, String clientId, String clientSecret, String nameClaim) {}
}
