package io.watchfloor.gateway.access;

import io.vertx.core.MultiMap;
import io.watchfloor.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that tell a browser what our pages may do: run our own files, talk to this server, nothing else. */
public final class SecurityHeaders {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern TILE_ORIGIN = Pattern.compile("(https?)://(?:\\{s\\}\\.)?([^/{}]+)");

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final Map<String, String> headers;

    private SecurityHeaders(String contentSecurityPolicy) {
        headers = Map.of(
                "Content-Security-Policy", contentSecurityPolicy,
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
    }

    /**
     * Headers for these pages. A page's inline import map, which has to be inline, is allowed by its hash.
     *
     * @param pages HTML of every page
     * @param tileUrl where map tiles come from; null when from nowhere
     */
    public static SecurityHeaders forPages(List<String> pages, String tileUrl) {
        Set<String> scripts = new LinkedHashSet<>();
        for (String page : pages) {
            Matcher map = IMPORT_MAP.matcher(page);
            while (map.find()) {
                scripts.add("'sha256-" + sha256(map.group(1)) + "'");
            }
        }
        return new SecurityHeaders("default-src 'none'; script-src " + String.join(" ", withSelf(scripts))
                + "; style-src 'self'; img-src 'self' data:" + tileSource(tileUrl)
                + "; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
                + "; frame-ancestors 'none'");
    }

    void putAll(MultiMap response, boolean encrypted) {
        headers.forEach(response::set);
        if (encrypted) {
            response.set("Strict-Transport-Security", TWO_YEARS);
        }
    }

    private static Set<String> withSelf(Set<String> hashes) {
        Set<String> sources = new LinkedHashSet<>();
        sources.add("'self'");
        sources.addAll(hashes);
        return sources;
    }

    private static String tileSource(String tileUrl) {
        if (tileUrl == null) {
            return "";
        }
        Matcher origin = TILE_ORIGIN.matcher(tileUrl);
        if (!origin.lookingAt()) {
            return "";
        }
        return " " + origin.group(1) + "://" + (tileUrl.contains("{s}") ? "*." : "") + origin.group(2);
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
