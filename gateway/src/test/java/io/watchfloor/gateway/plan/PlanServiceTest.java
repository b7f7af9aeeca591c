package io.watchfloor.gateway.plan;

import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.graph.district.DistrictDraft.holds;
import static io.watchfloor.graph.district.DistrictDraft.lat;
import static io.watchfloor.graph.district.DistrictDraft.lon;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.PlacedBy;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.plan.StandbyOrders.Order;
import io.watchfloor.graph.plan.StandbyOrders.Told;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanServiceTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldFinishThePlanUnderWayWhenAnotherDistrictBecomesKnown() throws Exception {
        District district = new DistrictDraft()
                .cell("west", -400, -400, 800)
                .place("A", 0, 0)
                .place("B", 600, 0)
                .road("A", "B", 600, 36)
                .person("P-1", "A", holds("patrol", 1))
                .build();
        CompletableFuture<LivePlan> planned = new CompletableFuture<>();
        CountDownLatch held = new CountDownLatch(1);
        vertx.createSharedWorkerExecutor("plan", 1).executeBlocking(() -> {
            held.await();
            return null;
        });
        vertx.runOnContext(event -> {
            Picture picture = new Picture(2, new People(CLOCK));
            picture.locate(Graph.project(district));
            picture.load(noise());
            PlanService plans = new PlanService(
                    vertx, picture, CLOCK, new GatewayMetrics(), new StandbyTold("live", null), planned::complete);
            plans.districtKnown(district);
            plans.tick();
            plans.districtKnown(district);
            held.countDown();
        });

        assertThat(planned.get(20, TimeUnit.SECONDS).version()).isEqualTo(1);
    }

    @Test
    void shouldShowWhoWasToldElsewhereWithoutAnotherPlan() {
        Order order = new Order("P-1", "west", "王值班", NOON);
        StandbyTold told = new StandbyTold(() -> Future.succeededFuture(List.of(order)), null);
        PlanService plans = new PlanService(
                vertx, new Picture(2, new People(CLOCK)), CLOCK, new GatewayMetrics(), told, planned -> {});
        long version = plans.current().version();

        told.refresh();
        plans.tick();

        assertThat(plans.current().told()).containsExactly(order);
        assertThat(plans.current().version()).isGreaterThan(version);
        plans.tick();
        assertThat(plans.current().version()).isEqualTo(version + 1);
    }

    @Test
    void shouldNotForgetWhoWasToldWhileTheOthersWereAskedFor() {
        Order order = new Order("P-1", "west", "王值班", NOON);
        Promise<List<Order>> asked = Promise.promise();
        StandbyTold told = new StandbyTold(
                asked::future, (personId, cellId, actor) -> Future.succeededFuture(new Told(null, order)));

        told.refresh();
        told.tell("P-1", "west", "王值班");
        asked.complete(List.of());

        assertThat(told.current()).containsExactly(order);
    }

    /** In the cell, so that something is to be expected there. */
    private static ObservedIncident noise() {
        return new ObservedIncident(
                "live",
                "I-1",
                1,
                "noise",
                Grade.IV,
                "噪声",
                lat(0),
                lon(0),
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                1,
                "156:607",
                0.9,
                PlacedBy.REPORT,
                null,
                Mood.NEUTRAL);
    }
}
