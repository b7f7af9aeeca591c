package io.watchfloor.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.watchfloor.gateway.access.KeyFile;
import io.watchfloor.gateway.feed.FeedMappingException;
import io.watchfloor.gateway.feed.FileFeed;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.net.BindException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;

/** Starts the gateway as a process of its own. */
public final class GatewayMain {
    private static final int WRONG_SETTINGS = 2;
    private static final int STOP_SECONDS = 8;
    private static final int CATCH_UP_SECONDS = 20;

    private GatewayMain() {}

    /**
     * Reads the settings from the environment, starts, and says {@code READY gateway http=…} when it listens and
     * shows what is known. A graph or a Redis that is down holds that up, but not for ever: what serves half of it is of
     * more use than what is started over and over; {@code /health/ready} says which half.
     */
    public static void main(String[] arguments) {
        Settings settings;
        try {
            settings = Settings.parse(System.getenv());
            if (settings.access().keyFile() != null) {
                KeyFile.read(settings.access().keyFile());
            }
            if (settings.feed() != null) {
                FileFeed.check(settings.feed().file(), settings.feed().mapping());
            }
        } catch (SettingsException | FeedMappingException | IllegalArgumentException e) {
            fail(e.getMessage());
            return;
        }
        GatewayMetrics metrics = new GatewayMetrics().withMachine();
        Vertx vertx = vertx(metrics);
        MainVerticle gateway = new MainVerticle(settings, metrics, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx), "stop"));
        vertx.deployVerticle(gateway)
                .onFailure(failure -> fail(sentenceOn(failure, settings)))
                .onSuccess(id -> gateway.caughtUp()
                        .timeout(CATCH_UP_SECONDS, TimeUnit.SECONDS)
                        .onComplete(shown -> ready(settings, gateway)));
    }

    /** Vert.x with its own figures in {@code metrics}; on Linux with the system's own epoll, elsewhere with Java's selectors. */
    static Vertx vertx(GatewayMetrics metrics) {
        MicrometerMetricsOptions figures =
                new MicrometerMetricsOptions().setEnabled(true).setLabels(EnumSet.of(Label.POOL_NAME, Label.POOL_TYPE));
        for (MetricsDomain domain : MetricsDomain.values()) {
            if (domain != MetricsDomain.NAMED_POOLS) {
                figures.addDisabledMetricsCategory(domain);
            }
        }
        // Connections are opened anew after a break; their figures would be registered twice.
        figures.addDisabledMetricsCategory("redis");
        return Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(figures).setPreferNativeTransport(true))
                .withMetrics(new MicrometerMetricsFactory(metrics.registry()))
                .build();
    }

    private static void ready(Settings settings, MainVerticle gateway) {
        String host = settings.http().host().contains(":")
                ? "[" + settings.http().host() + "]"
                : settings.http().host();
        System.out.println("READY gateway http=" + (settings.access().tls().isHere() ? "https://" : "http://") + host
                + ":" + gateway.port());
        System.out.flush();
    }

    private static void stop(Vertx vertx) {
        try {
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println("The gateway did not stop in time: " + e.getMessage());
        }
    }

    private static String sentenceOn(Throwable failure, Settings settings) {
        return failure instanceof BindException
                ? "WATCHFLOOR_HTTP_PORT is '" + settings.http().port() + "', but " + failure.getMessage()
                        + "; choose a free port or stop what uses it."
                : "The gateway cannot start: " + failure.getMessage() + ".";
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().exit(WRONG_SETTINGS);
    }
}
