package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Sha256;
import io.watchfloor.gateway.redis.RedisLink;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The organization's OpenID Connect provider: it says who somebody is, by the code flow with PKCE (RFC 7636); what they may
 * do is kept here. The provider is asked for its addresses and keys at the first sign-in.
 */
public final class Provider {
    private static final Duration GOOD = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final AccessSettings.Provider settings;
    private final RedisLink redis;
    private final Clock clock;
    private Future<OAuth2Auth> discovered;

    /** Where to send the browser, and the state that it has to come back with. */
    public record Begun(String address, String state) {}

    /** Who came back: subject and name, as the provider says. */
    public record Identity(String subject, String name) {}

    /** The provider of these settings; what a sign-in began with is kept in Redis. */
    public Provider(Vertx vertx, AccessSettings.Provider settings, RedisLink redis, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.redis = redis;
        this.clock = clock;
    }

    /** Begins a sign-in that comes back to {@code redirect}. */
    public Future<Begun> begin(String redirect) {
        String state = Secrets.token();
        String verifier = Secrets.token();
        String nonce = Secrets.token();
        Request keep = Request.cmd(Command.SET)
                .arg(key(state))
                .arg(verifier + " " + nonce)
                .arg("PX")
                .arg(GOOD.toMillis());
        return redis.send(keep).compose(kept -> auth()).map(auth -> {
            OAuth2AuthorizationURL address = new OAuth2AuthorizationURL()
                    .setRedirectUri(redirect)
                    .setState(state)
                    .addScope("openid")
                    .addScope("profile")
                    .setCodeChallenge(challenge(verifier))
                    .setCodeChallengeMethod("S256");
            address.putAdditionalParameter("nonce", nonce);
            return new Begun(auth.authorizeURL(address), state);
        });
    }

    /** Who it is that came back with this code; empty when it is not one that we began, or the token is not good. */
    public Future<Optional<Identity>> end(String state, String code, String redirect) {
        return redis.send(Request.cmd(Command.GETDEL).arg(key(state))).compose(kept -> {
            if (kept == null) {
                return Future.succeededFuture(Optional.empty());
            }
            String[] parts = kept.toString().split(" ", 2);
            Oauth2Credentials credentials = new Oauth2Credentials()
                    .setFlow(OAuth2FlowType.AUTH_CODE)
                    .setCode(code)
                    .setRedirectUri(redirect)
                    .setCodeVerifier(parts[0]);
            return auth().compose(auth -> auth.authenticate(credentials)).map(user -> identity(user, parts[1]));
        });
    }

    /** The identity token, whose signature the library has checked, is for us, from them, of now and of this sign-in. */
    private Optional<Identity> identity(User user, String nonce) {
        JsonObject token = user.attributes().getJsonObject("idToken");
        if (token == null) {
            return Optional.empty();
        }
        Object audience = token.getValue("aud");
        boolean forUs = audience instanceof Iterable<?> several
                ? contains(several)
                : settings.clientId().equals(audience);
        boolean good = forUs
                && settings.issuer().toString().equals(token.getString("iss"))
                && nonce.equals(token.getString("nonce"))
                && token.getLong("exp", 0L) > clock.instant().getEpochSecond();
        String name = token.getString(settings.nameClaim());
        String subject = token.getString("sub");
        return good && name != null && subject != null
                ? Optional.of(new Identity(settings.issuer() + " " + subject, name))
                : Optional.empty();
    }

    private boolean contains(Iterable<?> several) {
        for (Object one : several) {
            if (settings.clientId().equals(one)) {
                return true;
            }
        }
        return false;
    }

    private Future<OAuth2Auth> auth() {
        if (discovered == null || discovered.failed()) {
            discovered = OpenIDConnectAuth.discover(
                    vertx,
                    new OAuth2Options()
                            .setSite(settings.issuer().toString())
                            .setClientId(settings.clientId())
                            .setClientSecret(settings.clientSecret()));
        }
        return discovered;
    }

    private static String challenge(String verifier) {
        byte[] digest = Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String key(String state) {
        return "provider:" + Secrets.hash(state);
    }
}
