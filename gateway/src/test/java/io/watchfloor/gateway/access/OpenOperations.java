package io.watchfloor.gateway.access;

import java.util.Set;

/** What anybody may ask, because it tells nothing of anybody. */
public final class OpenOperations {
    public static final Set<String> ALL = Set.of(
            "getOpenApiYaml",
            "getOpenApiJson",
            "getAsyncApiYaml",
            "getReady",
            "getMetrics",
            "getSession",
            "signIn",
            "signInOnce",
            "beginProviderSignIn",
            "endProviderSignIn",
            "getOsmAnd",
            "postOsmAnd",
            "postOwnTracks");

    private OpenOperations() {}
}
