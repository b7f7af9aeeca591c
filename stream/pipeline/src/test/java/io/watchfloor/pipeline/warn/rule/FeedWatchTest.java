package io.watchfloor.pipeline.warn.rule;

import static io.watchfloor.pipeline.warn.rule.Traffic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import io.watchfloor.pipeline.warn.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedWatchTest {
    private static final int SIDE = 3;
    private static final Instant BROKEN = MONDAY.plus(Duration.ofHours(24 * 8 + 10));
    private static final Duration OUTAGE = Duration.ofHours(5);
    private static final Instant END = MONDAY.plus(Duration.ofDays(9));

    private KeptBlobs saved = new KeptBlobs();

    @Test
    void shouldTellOfASourceThatIsSilentWhileOthersSpeakAndThatItSpeaksAgain() {
        List<Alert> told = feeds(replay(OUTAGE, 1, false));

        assertThat(told).extracting(Alert::words).containsOnly(List.of("hotline"));
        Alert first = told.get(0);
        assertThat(first.alertKind()).isEqualTo(AlertKind.FEED);
        assertThat(first.raisedAt()).isBetween(BROKEN, BROKEN.plus(OUTAGE));
        assertThat(first.count()).isZero();
        assertThat(first.expected()).isGreaterThan(5);
        assertThat(first.reasonZh()).contains("hotline", "没有来件");
        assertThat(first.reasonEn()).contains("hotline", "Nothing has come");
        assertThat(first.reportIds()).isNotEmpty().allMatch(id -> id.startsWith("R-hotline"));
        assertThat(first.curve()).hasSize(24);
        assertThat(told.stream().map(Alert::level).min(Grade::compareTo)).hasValue(Grade.II);
        Alert last = told.get(told.size() - 1);
        assertThat(last.id()).isEqualTo(first.id());
        assertThat(last.clearedAt())
                .isBetween(BROKEN.plus(OUTAGE), BROKEN.plus(OUTAGE).plusSeconds(1_800));
    }

    @Test
    void shouldTellOfASourceThatSendsUnlikeEverBefore() {
        List<Alert> told = feeds(replay(Duration.ZERO, 12, false));

        assertThat(told).isNotEmpty();
        assertThat(told.get(0).words()).containsExactly("hotline");
        assertThat(told.get(0).level()).isEqualTo(Grade.IV);
        assertThat(told.get(0).raisedAt()).isBetween(BROKEN, BROKEN.plus(Duration.ofHours(3)));
        assertThat(told.get(0).reasonEn()).contains("unlike ever before");
    }

    @Test
    void shouldSayNothingOfSourcesThatSendAsEver() {
        assertThat(feeds(replay(Duration.ZERO, 1, false))).isEmpty();
    }

    @Test
    void shouldTellTheSameWhenItIsSavedAndLoadedOnTheWay() {
        assertThat(feeds(replay(OUTAGE, 12, true))).isNotEmpty().isEqualTo(feeds(replay(OUTAGE, 12, false)));
    }

    /** Two sources with a daily rhythm; the hotline breaks down for a while, and sends more from then on. */
    private List<Alert> replay(Duration outage, int timesMore, boolean restarting) {
        saved = new KeptBlobs();
        Watch watch = newWatch();
        List<Alert> told = new ArrayList<>();
        int i = 0;
        for (Instant at = MONDAY; at.isBefore(END); at = at.plusSeconds(300)) {
            double hour = Duration.between(MONDAY, at).toMinutes() / 60.0 % 24;
            boolean busy = hour > 7 && hour < 22;
            boolean silent = !at.isBefore(BROKEN) && at.isBefore(BROKEN.plus(outage));
            int times = at.isBefore(BROKEN) ? 1 : timesMore;
            for (int k = 0; k < times && (busy || i % 3 == 0) && !silent; k++) {
                told.addAll(watch.see(sighting("hotline", i * 100 + k, at), "hotline"));
            }
            told.addAll(watch.see(sighting("app", i, at), "app"));
            i++;
            if (restarting && i % 500 == 0) {
                watch.save();
                watch = newWatch();
            }
        }
        return told;
    }

    private Watch newWatch() {
        return new Watch("live", saved, CellMap.of(Town.of(SIDE)), Risk.SHIPPED, Thresholds.NEVER);
    }

    private static List<Alert> feeds(List<Alert> told) {
        return told.stream()
                .filter(alert -> alert.alertKind() == AlertKind.FEED)
                .toList();
    }

    private static Sighting sighting(String source, int number, Instant at) {
        int row = number % SIDE;
        return new Sighting(
                "R-" + source + "-" + number,
                "noise",
                1,
                at.toEpochMilli(),
                Town.lat(row),
                Town.lon(row),
                -0.2,
                0.1,
                false,
                "");
    }
}
