package io.watchfloor.gateway.push;

import static io.watchfloor.gateway.Samples.NOON;
import static io.watchfloor.gateway.Samples.assignment;
import static io.watchfloor.gateway.Samples.decision;
import static io.watchfloor.gateway.Samples.observed;
import static io.watchfloor.gateway.Samples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentState;
import io.watchfloor.contract.Notice;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.Position;
import io.watchfloor.contract.live.Health;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.contract.live.PersonView;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.MapView;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.graph.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private final SettableClock clock = new SettableClock(NOON);
    private final Picture picture = new Picture(5, new People(clock));
    private final GatewayMetrics metrics = new GatewayMetrics();
    private final LiveHub hub = new LiveHub(picture, new LiveFrames("live", clock), clock, metrics, 100);
    private int number;

    @BeforeEach
    void openTheFloor() {
        picture.locate(TestDistrict.project(4));
        hub.ready();
        hub.tick();
    }

    @Test
    void aConsoleGetsEverythingFirstAndThenWhatChanged() {
        apply(observed("I-1", 1));
        Console console = open(null);
        assertThat(console.last().kind()).isEqualTo("snapshot");
        assertThat(console.incidents).containsOnlyKeys("I-1");
        assertThat(console.incidents.get("I-1").cellId()).isEqualTo("C-1");
        assertThat(console.people).hasSize(4);
        assertThat(console.seq).isEqualTo(picture.seq().toString());
        hub.tick();
        int before = console.messages.size();

        apply(observed("I-1", 2));
        apply(observed("I-1", 3));
        hub.tick();

        assertThat(console.messages).hasSize(before + 1);
        LiveMessage delta = console.last();
        assertThat(delta.kind()).isEqualTo("delta");
        assertThat(delta.incidents()).extracting(IncidentView::reportCount).containsExactly(3);
        assertThat(delta.people()).isNull();
        hub.tick();
        assertThat(console.messages).hasSize(before + 1);
    }

    @Test
    void positionsAreShownButDoNotMoveTheSequence() {
        Console console = open(null);
        String seq = console.seq;
        picture.apply(new Position("live", "P-1", 31.2301, 121.4701, 9.0, NOON, "phone"));
        hub.tick();

        assertThat(console.people.get("P-1").lat()).isEqualTo(31.2301);
        assertThat(console.seq).isEqualTo(seq);
    }

    @Test
    void whoLooksAtDifferentPartsSharesAllButWhoMovedAndIsWrittenToOnce() {
        Console west = new Console();
        Console east = new Console();
        hub.show(hub.open(west, null, null), new MapView(121.4, 31.2, 121.5, 31.3));
        hub.show(hub.open(east, null, null), new MapView(121.8, 31.2, 122.0, 31.3));
        move("P-1", 121.45);
        move("P-2", 121.9);
        hub.tick();
        int before = west.messages.size();
        int flushes = west.flushes;

        apply(observed("I-1", 1));
        move("P-1", 121.46);
        move("P-2", 121.91);
        hub.tick();

        assertThat(west.messages).hasSize(before + 2);
        assertThat(west.flushes).isEqualTo(flushes + 1);
        LiveMessage news = west.messages.get(before);
        assertThat(news.incidents()).extracting(IncidentView::id).containsExactly("I-1");
        assertThat(news.people()).isNull();
        assertThat(west.last().people()).extracting(PersonView::id).containsExactly("P-1");
        assertThat(east.last().people()).extracting(PersonView::id).containsExactly("P-2");
        assertThat(east.incidents).containsOnlyKeys("I-1");
    }

    @Test
    void aMessageIsToldToWhomItIsForAndTheFloorSeesWhoHasConfirmed() {
        Console floor = open(null);
        Console own = new Console();
        Console other = new Console();
        hub.open(own, "P-1", null);
        hub.open(other, "P-3", null);
        Notice.Receipt read = new Notice.Receipt("P-2", NOON);
        Notice.Receipt unread = new Notice.Receipt("P-1", null);
        apply(new Notice("live", "M-1", 1, "x", "王值班", NOON, NOON.plusSeconds(60), List.of(unread, read)));
        hub.tick();

        assertThat(floor.last().notices().get(0).receipts()).containsExactly(unread, read);
        assertThat(own.last().notices().get(0).receipts()).containsExactly(unread);
        assertThat(other.messages)
                .allSatisfy(message -> assertThat(message.notices()).isNullOrEmpty());
        Console late = new Console();
        hub.open(late, "P-2", null);
        assertThat(late.last().notices().get(0).receipts()).containsExactly(read);
    }

    @Test
    void aConsoleNeedNotHearOfWhoMovesOutsideOfWhatItShows() {
        Console all = open(null);
        Console west = new Console();
        LiveSocket socket = hub.open(west, null, null);
        hub.show(socket, new MapView(121.4, 31.2, 121.5, 31.3));
        move("P-2", 121.9);
        hub.tick();
        move("P-1", 121.45);
        move("P-2", 121.95);
        hub.tick();
        assertThat(lon(west, "P-1")).isEqualTo(121.45);
        assertThat(lon(west, "P-2")).isNotEqualTo(121.95);
        assertThat(lon(all, "P-2")).isEqualTo(121.95);

        move("P-1", 121.9);
        hub.tick();
        assertThat(lon(west, "P-1")).as("who leaves is told").isEqualTo(121.9);
        int before = west.messages.size();
        move("P-1", 121.91);
        hub.tick();
        assertThat(west.messages).hasSize(before);

        apply(observed("I-1", 1));
        apply(new PersonStatus("live", "P-2", 1, Availability.ASSIGNED, "A-1", "I-1", NOON));
        move("P-2", 121.96);
        hub.tick();
        assertThat(west.incidents).containsOnlyKeys("I-1");
        assertThat(lon(west, "P-2")).as("who is sent is told").isEqualTo(121.96);

        west.writable = false;
        hub.show(socket, new MapView(121.8, 31.2, 122.0, 31.3));
        hub.tick();
        hub.show(socket, MapView.EVERYTHING);
        hub.tick();
        west.writable = true;
        hub.tick();
        assertThat(west.everything()).isEqualTo(all.everything());
    }

    @Test
    void whoComesBackIsToldOfWhoMovedWhereItDidNotLookBefore() {
        Console away = new Console();
        LiveSocket socket = hub.open(away, null, null);
        hub.show(socket, new MapView(122.4, 31.2, 122.5, 31.3));
        move("P-1", 121.9);
        hub.tick();
        move("P-1", 121.91);
        hub.tick();
        assertThat(lon(away, "P-1")).isNotEqualTo(121.91);
        clock.advance(Duration.ofHours(1));
        apply(observed("I-1", 1));
        hub.tick();
        hub.closed(socket);

        LiveSocket back = hub.open(away, null, StreamId.parse(away.seq));
        assertThat(away.last().kind()).isEqualTo("delta");
        hub.show(back, new MapView(121.8, 31.2, 122.0, 31.3));
        hub.tick();
        assertThat(lon(away, "P-1")).isEqualTo(121.91);
        int before = away.messages.size();
        hub.show(back, new MapView(121.8, 31.2, 122.0, 31.3));
        hub.tick();
        assertThat(away.messages).hasSize(before);
    }

    private void move(String personId, double lon) {
        clock.advance(Duration.ofMillis(100));
        picture.apply(new Position("live", personId, 31.23, lon, 5.0, clock.instant(), "phone"));
    }

    private static double lon(Console console, String personId) {
        return console.people.get(personId).lon();
    }

    @Test
    void whatIsGravestDoesNotWaitForTheTick() {
        Console console = open(null);
        clock.advance(LiveHub.URGENT_GAP);
        apply(observed("I-1", 1));
        hub.tickIfUrgent();
        assertThat(console.incidents).isEmpty();

        apply(opened("I-2", 1, Grade.I, NOON, 31.23));
        hub.tickIfUrgent();
        assertThat(console.incidents).containsOnlyKeys("I-1", "I-2");

        apply(opened("I-3", 1, Grade.I, NOON, 31.23));
        hub.tickIfUrgent();
        assertThat(console.incidents).doesNotContainKey("I-3");
        clock.advance(LiveHub.URGENT_GAP);
        hub.tickIfUrgent();
        assertThat(console.incidents).containsKey("I-3");
    }

    @Test
    void whoReadsCompressedMessagesGetsTheSameInFewerBytes() {
        Console compressing = new Console();
        compressing.readsCompressed = true;
        hub.open(compressing, null, null);
        Console plain = open(null);
        for (int i = 1; i <= 50; i++) {
            apply(observed("I-" + i, 1));
            hub.tick();
        }
        hub.heartbeat();
        assertThat(compressing.everything()).isEqualTo(plain.everything());
        assertThat(compressing.last()).isEqualTo(plain.last());
        assertThat(compressing.compressedFrames).isPositive();
        assertThat(plain.compressedFrames).isZero();
    }

    @Test
    void healthIsSentWhenItChangedAndOnlyThen() {
        Console console = open(null);
        Health health = new Health(List.of(new Health.Part("redis", true, 0)), List.of(), 3);
        hub.health(health);
        hub.tick();
        assertThat(console.health).isEqualTo(health);
        int before = console.messages.size();

        hub.health(new Health(List.of(new Health.Part("redis", true, 0)), List.of(), 3));
        hub.tick();
        assertThat(console.messages).hasSize(before);
    }

    @Test
    void aPhoneSeesItsPersonTheirAssignmentsAndThoseIncidentsAndNothingElse() {
        apply(observed("I-1", 1));
        apply(observed("I-2", 1));
        Console console = open(null);
        Console phone = new Console();
        hub.open(phone, "P-1", null);
        hub.tick();
        assertThat(phone.incidents).isEmpty();
        assertThat(console.people.get("P-1").phoneConnected()).isTrue();

        apply(assignment("A-1", 1, "I-1", "P-1"));
        apply(assignment("A-2", 1, "I-2", "P-2"));
        apply(new PersonStatus("live", "P-1", 1, Availability.ASSIGNED, "A-1", "I-1", NOON));
        hub.tick();
        assertThat(phone.incidents).containsOnlyKeys("I-1");
        assertThat(phone.assignments).containsOnlyKeys("A-1");
        assertThat(phone.people).containsOnlyKeys("P-1");
        assertThat(phone.people.get("P-1").availability()).isEqualTo(Availability.ASSIGNED);

        apply(observed("I-1", 2));
        apply(observed("I-2", 2));
        hub.tick();
        assertThat(phone.incidents.get("I-1").reportCount()).isEqualTo(2);
        assertThat(phone.incidents).hasSize(1);
    }

    @Test
    void aPhoneThatGoesIsNotReachableAnyMore() {
        Console console = open(null);
        LiveSocket page = hub.open(new Console(), "P-1", null);
        LiveSocket secondPage = hub.open(new Console(), "P-1", null);
        hub.tick();

        hub.closed(page);
        hub.tick();
        assertThat(console.people.get("P-1").phoneConnected()).isTrue();
        hub.closed(secondPage);
        hub.closed(secondPage);
        hub.tick();
        assertThat(console.people.get("P-1").phoneConnected()).isFalse();
    }

    @Test
    void aConsoleThatDoesNotReadIsSentNothingAndLaterWhatItMissedOnce() {
        Console slow = open(null);
        Console quick = open(null);
        hub.tick();
        slow.writable = false;
        int before = slow.messages.size();
        for (int version = 1; version <= 20; version++) {
            apply(observed("I-1", version));
            hub.tick();
        }
        assertThat(slow.messages).hasSize(before);
        assertThat(quick.incidents.get("I-1").reportCount()).isEqualTo(20);

        slow.writable = true;
        hub.tick();
        assertThat(slow.messages).hasSize(before + 1);
        assertThat(slow.everything()).isEqualTo(quick.everything());
    }

    @Test
    void aConsoleThatDoesNotReadForLongIsDropped() {
        Console slow = open(null);
        slow.writable = false;
        apply(observed("I-1", 1));
        hub.tick();
        clock.advance(LiveHub.MAX_BEHIND.plusMillis(1));
        hub.tick();

        assertThat(slow.closedFor).isEqualTo("slow");
    }

    @Test
    void aSilentConsoleIsDroppedAndOneThatPingsStays() {
        Console silent = open(null);
        Console lively = new Console();
        LiveSocket socket = hub.open(lively, null, null);
        hub.tick();
        clock.advance(Duration.ofSeconds(50));
        hub.heard(socket);
        clock.advance(Duration.ofSeconds(15));
        hub.heartbeat();

        assertThat(silent.closedFor).isEqualTo("silent");
        assertThat(lively.closedFor).isNull();
        assertThat(lively.last().kind()).isEqualTo("heartbeat");
    }

    @Test
    void nobodyIsShownHalfAPicture() {
        LiveHub starting = new LiveHub(picture, new LiveFrames("live", clock), clock, new GatewayMetrics(), 100);
        Console early = new Console();
        starting.open(early, null, null);
        apply(observed("I-1", 1));
        starting.tick();
        starting.heartbeat();
        assertThat(early.messages).isEmpty();

        starting.ready();
        assertThat(early.last().kind()).isEqualTo("snapshot");
        assertThat(early.incidents).containsOnlyKeys("I-1");
    }

    @Test
    void whoComesAtOnceSharesWhatIsWrittenHoweverMuchChangesMeanwhile() {
        apply(observed("I-0", 1));
        List<Console> crowd = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            crowd.add(open(null));
            apply(observed("I-" + i, 1));
            move("P-1", 121.47 + i / 1e4);
            if (i % 20 == 0) {
                hub.tick();
            }
        }
        assertThat(crowd.get(0).messages).as("the first does not wait").hasSizeGreaterThan(1);
        Console masked = new Console();
        hub.open(masked, new LiveScope(Set.of(), true), null, null);
        hub.tick();
        Console last = open(null);

        assertThat(crowd).allSatisfy(console -> {
            assertThat(console.messages.get(0).kind()).isEqualTo("snapshot");
            assertThat(console.everything()).isEqualTo(last.everything());
        });
        assertThat(masked.everything()).isEqualTo(last.everything());
        assertThat(metrics.liveMessages("snapshot").count())
                .as("one in 2 s for each scope")
                .isEqualTo(2 + 1);
    }

    @Test
    void whoComesBackAtOnceSharesWhatWasMissed() {
        apply(observed("I-0", 1));
        Console first = open(null);
        hub.tick();
        StreamId seen = StreamId.parse(first.seq);
        apply(observed("I-1", 1));
        List<Console> back = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            back.add(open(seen));
        }
        hub.tick();

        assertThat(back).allSatisfy(console -> {
            assertThat(console.messages.get(0).kind()).isEqualTo("delta");
            assertThat(console.incidents).containsOnlyKeys("I-1");
        });
        assertThat(metrics.liveMessages("missed").count())
                .as("one for the first, one for all others")
                .isEqualTo(2);
    }

    @Test
    void resumingFromTheFutureBringsASnapshot() {
        Console console = open(picture.seq().next());

        assertThat(console.last().kind()).isEqualTo("snapshot");
    }

    @Test
    void whateverDropsOccurAConsoleThatResumesHasTheWholePicture() {
        for (int seed = 0; seed < 30; seed++) {
            checkResume(new Random(seed));
        }
    }

    private void checkResume(Random random) {
        Console away = new Console();
        LiveSocket socket = hub.open(away, null, null);
        List<String> kinds = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(2_000)));
            apply(randomMessage(random));
            if (random.nextInt(4) == 0) {
                picture.apply(new Position(
                        "live", "P-" + random.nextInt(4), 31.23, 121.47 + step / 1e5, 5.0, clock.instant(), "phone"));
            }
            if (random.nextInt(3) == 0) {
                hub.tick();
            }
            if (socket != null && random.nextInt(10) == 0) {
                hub.closed(socket);
                socket = null;
            } else if (socket == null && random.nextInt(10) == 0) {
                socket = hub.open(away, null, StreamId.parse(away.seq));
                kinds.add(away.last().kind());
                Console fresh = new Console();
                LiveSocket freshSocket = hub.open(fresh, null, null);
                hub.tick();
                assertThat(away.everything()).isEqualTo(fresh.everything());
                hub.closed(freshSocket);
            }
        }
        assertThat(kinds).contains("delta");
        if (socket != null) {
            hub.closed(socket);
        }
    }

    private Object randomMessage(Random random) {
        String incident = "I-" + random.nextInt(25);
        long version = ++number;
        return switch (random.nextInt(5)) {
            case 0 -> decision(incident, version, IncidentState.CLOSED);
            case 1 -> assignment("A-" + random.nextInt(12) + incident, version, incident, "P-" + random.nextInt(4));
            case 2 ->
                new PersonStatus(
                        "live",
                        "P-" + random.nextInt(4),
                        version,
                        Availability.ASSIGNED,
                        "A-" + version,
                        incident,
                        clock.instant());
            default -> observed(incident, version, clock.instant());
        };
    }

    private Console open(StreamId resumeFrom) {
        Console console = new Console();
        hub.open(console, null, resumeFrom);
        return console;
    }

    private void apply(Object message) {
        picture.apply(new StreamId(clock.millis(), ++number), message);
    }
}
