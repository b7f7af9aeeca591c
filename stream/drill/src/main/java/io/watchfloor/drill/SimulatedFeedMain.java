package io.watchfloor.drill;

import io.watchfloor.drill.gateway.Answer;
import io.watchfloor.drill.gateway.BackOff;
import io.watchfloor.drill.gateway.GatewayClient;
import io.watchfloor.drill.town.Town;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated feed as a process. */
public final class SimulatedFeedMain {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedFeedMain.class);
    private static final int WRONG_SETTING = 2;

    private SimulatedFeedMain() {}

    /** Waits for the gateway and its district, then simulates until it is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        FeedSettings settings;
        try {
            settings = FeedSettings.parse(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try (GatewayClient gateway = new GatewayClient(settings.gateway(), settings.apiKey())) {
            Town town = awaitTown(gateway);
            Simulation simulation = new Simulation(settings, town, gateway, Clock.systemUTC());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                simulation.close();
                                stopped.countDown();
                            },
                            "stop"));
            simulation.start();
            System.out.printf(
                    "READY feed gateway=%s seed=%d pace=%s%n", settings.gateway(), settings.seed(), settings.pace());
            stopped.await();
        }
    }

    private static Town awaitTown(GatewayClient gateway) throws InterruptedException {
        BackOff backOff = new BackOff();
        while (true) {
            Answer answer = gateway.get("/district").join();
            String why;
            try {
                Town town = answer.isDone() ? Town.read(answer.body()) : null;
                if (town != null && town.isInhabited()) {
                    return town;
                }
                why = town == null ? "status " + answer.status() : "the district is empty";
            } catch (IllegalArgumentException e) {
                why = e.getMessage();
            }
            long waitMillis = backOff.afterFailure().toMillis();
            LOG.info("no district from the gateway yet ({}), asking again in {} ms", why, waitMillis);
            Thread.sleep(waitMillis);
        }
    }
}
