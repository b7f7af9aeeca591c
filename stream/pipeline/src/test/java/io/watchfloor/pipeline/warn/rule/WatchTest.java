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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final int SIDE = 6;
    private static final Instant LATER = MONDAY.plus(Duration.ofHours(2));

    private final Watch watch = newWatch();

    @ParameterizedTest
    @ValueSource(doubles = {2, 40, 900})
    void shouldNotWarnANewSystemOfEverydayReportsHoweverManyComeIn(double perHour) {
        List<Alert> told = see(new Traffic(1).usual(SIDE, perHour, MONDAY, Math.min(72, 20_000 / perHour)));

        assertThat(raised(told)).isEmpty();
    }

    @Test
    void shouldWarnANewSystemOfABurst() {
        List<Alert> told =
                see(new Traffic(2).usual(SIDE, 40, MONDAY, 3).burst("water-supply", 2, 3, 12, LATER, 50, -0.8));

        assertThat(raised(told)).hasSize(1);
        Alert first = told.get(0);
        assertThat(first.topic()).isEqualTo("water-supply");
        assertThat(first.cellIds()).contains(Town.cell(2, 3));
        assertThat(first.raisedAt()).isBetween(LATER, LATER.plus(Duration.ofMinutes(50)));
        assertThat(first.probability()).isBetween(0.3, 1.0);
        assertThat(first.reportIds()).isNotEmpty().hasSizeLessThanOrEqualTo(24);
        assertThat(first.reasonZh()).contains("供水故障", "件");
        assertThat(first.reasonEn()).contains("Water supply");
        assertThat(first.curve()).isNotEmpty();
    }

    @Test
    void shouldWarnOfABurstThatIsOverBeforeTheNextLook() {
        Traffic traffic = new Traffic(2).usual(SIDE, 40, MONDAY, 2);
        for (int i = 0; i < 12; i++) {
            traffic.burst("water-supply", 2, 3, 1, LATER.plusMillis(200L * i), 0, -0.8);
        }

        assertThat(raised(see(traffic))).hasSize(1);
    }

    @Test
    void shouldWarnOfPlainReportsThatComeFarTooFast() {
        Traffic traffic = new Traffic(5).usual(SIDE, 40, MONDAY, 72);
        Instant at = MONDAY.plus(Duration.ofHours(40));
        traffic.burst("noise", 4, 4, 12, at, 60, 0);

        List<Alert> told = see(traffic);

        assertThat(raised(told)).hasSize(1);
        assertThat(told.get(0).raisedAt()).isBefore(at.plus(Duration.ofMinutes(60)));
    }

    @Test
    void shouldSeeOneRiseInSeveralCellsThatTouch() {
        Traffic traffic = new Traffic(3).usual(SIDE, 40, MONDAY, 48);
        Instant at = MONDAY.plus(Duration.ofHours(40));
        for (int column = 1; column <= 3; column++) {
            traffic.burst("garbage", 2, column, 8, at, 120, -0.5);
        }

        List<Alert> told = see(traffic);

        assertThat(raised(told)).hasSize(1);
        Alert last = last(told);
        assertThat(last.alertKind()).isEqualTo(AlertKind.CLUSTER);
        assertThat(last.cellIds()).contains(Town.cell(2, 1), Town.cell(2, 2), Town.cell(2, 3));
    }

    @Test
    void shouldGrowInLevelAndVersionAndClearByItself() {
        Traffic traffic = new Traffic(4).usual(SIDE, 40, MONDAY, 60);
        Instant at = MONDAY.plus(Duration.ofHours(40));
        traffic.burst("noise", 4, 4, 40, at, 180, -0.9);

        List<Alert> told = see(traffic);

        assertThat(raised(told)).hasSize(1);
        assertThat(told).extracting(Alert::id).containsOnly(told.get(0).id());
        assertThat(told).extracting(Alert::version).isSorted().doesNotHaveDuplicates();
        assertThat(told.stream().map(Alert::level).min(Grade::compareTo)).hasValue(Grade.I);
        assertThat(told).hasSizeLessThan(20);
        assertThat(last(told).clearedAt()).isBetween(at.plus(Duration.ofHours(3)), at.plus(Duration.ofHours(8)));
    }

    @Test
    void shouldNotWarnAgainOfTheSamePlaceWithinADay() {
        Traffic traffic = new Traffic(5).usual(SIDE, 40, MONDAY, 72);
        Instant at = MONDAY.plus(Duration.ofHours(40));
        traffic.burst("noise", 4, 4, 12, at, 60, -0.5);
        traffic.burst("noise", 4, 5, 12, at.plus(Duration.ofHours(8)), 60, -0.5);

        assertThat(raised(see(traffic))).hasSize(1);
    }

    @Test
    void shouldNotCountPraise() {
        List<Alert> told =
                see(new Traffic(6).usual(SIDE, 40, MONDAY, 3).burst("property-management", 2, 3, 30, LATER, 50, 0.9));

        assertThat(told).isEmpty();
    }

    @Test
    void shouldLearnWhatIsUsualAtAnHourOfTheWeek() {
        Traffic traffic = new Traffic(7).usual(SIDE, 20, MONDAY, 24 * 28);
        for (int day = 0; day < 28; day++) {
            Instant evening = MONDAY.plus(Duration.ofHours(24L * day + 20));
            traffic.burst("street-vending", 1, 1, 10, evening, 60, -0.3);
        }

        List<Alert> told = see(traffic);

        assertThat(raised(told).stream().filter(alert -> alert.raisedAt().isAfter(MONDAY.plus(Duration.ofDays(10)))))
                .isEmpty();
    }

    @Test
    void shouldWarnOfTheWholeAreaWhenATopicRisesEverywhere() {
        Traffic traffic = new Traffic(8).usual(SIDE, 40, MONDAY, 24 * 8);
        Instant at = MONDAY.plus(Duration.ofDays(7));
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                traffic.burst("power-outage", row, column, 3, at.plusSeconds(60L * row + column * 600L), 60, -0.5);
            }
        }

        List<Alert> told = see(traffic);

        assertThat(told.stream().map(Alert::alertKind)).contains(AlertKind.AREA);
        assertThat(raised(told)).hasSizeLessThan(6);
    }

    @Test
    void shouldWarnOfAStormWithinItsFirstHours() {
        Traffic traffic = new Traffic(10).usual(SIDE, 40, MONDAY, 24 * 15);
        for (int hour = 0; hour < 24 * 15; hour += 2) {
            traffic.burst("fallen-tree", hour % SIDE, (hour / 5) % SIDE, 1, MONDAY.plus(Duration.ofHours(hour)), 1, 0);
        }
        Instant storm = MONDAY.plus(Duration.ofDays(14));
        int[] perHour = {7, 11, 13, 34, 74};
        for (int hour = 0; hour < perHour.length; hour++) {
            for (int i = 0; i < perHour[hour]; i++) {
                Instant at = storm.plusSeconds(3_600L * hour + 3_600L * i / perHour[hour]);
                traffic.burst("fallen-tree", (7 * i) % SIDE, (5 * i + hour) % SIDE, 1, at, 1, 0);
            }
        }

        List<Alert> told = see(traffic);

        assertThat(told.stream().filter(alert -> alert.topic().equals("fallen-tree")))
                .isNotEmpty()
                .first()
                .satisfies(alert -> assertThat(alert.raisedAt()).isBefore(storm.plus(Duration.ofHours(2))));
        assertThat(told.stream().map(Alert::level).min(Grade::compareTo)).hasValue(Grade.I);
    }

    @Test
    void shouldTellANewTopicByItsWords() {
        List<Sighting> sightings =
                new ArrayList<>(new Traffic(9).usual(SIDE, 40, MONDAY, 5).inOrder());
        List<String> texts = List.of(
                "小区门口来了好多共享滑板车，骑得飞快",
                "共享滑板车乱停在路口，老人差点被撞",
                "共享滑板车又多了一批，谁来管",
                "孩子们骑共享滑板车上马路，太危险",
                "盲道上全是共享滑板车",
                "今天共享滑板车撞了人",
                "请清理共享滑板车",
                "这里的共享滑板车堆成山",
                "共享滑板车占了消防通道");
        for (int i = 0; i < texts.size(); i++) {
            sightings.add(new Sighting(
                    "R-N" + i,
                    "other",
                    0.3,
                    LATER.plusSeconds(600L * i).toEpochMilli(),
                    null,
                    null,
                    -0.5,
                    0.1,
                    false,
                    texts.get(i)));
        }
        sightings.sort((a, b) -> Long.compare(a.receivedMillis(), b.receivedMillis()));

        List<Alert> told =
                sightings.stream().flatMap(s -> watch.see(s).stream()).toList();

        Alert last = last(told);
        assertThat(last.alertKind()).isEqualTo(AlertKind.NEW_TOPIC);
        assertThat(String.join("", last.words())).contains("滑板车");
        assertThat(last.reportIds()).hasSizeGreaterThan(5).allMatch(id -> id.startsWith("R-N"));
    }

    @Test
    void shouldNotTakeUnlikeReportsForANewTopic() {
        List<String> texts = List.of(
                "请问社保卡去哪里办",
                "楼上的花盆要掉下来了",
                "公交站牌看不清字",
                "想咨询老年证年审",
                "河边有人放风筝线太长",
                "信箱里的报纸总是丢",
                "夜里有无人机在飞",
                "井盖上画了奇怪的记号",
                "体育馆什么时候开放",
                "路边的广告牌太亮");
        List<Alert> told = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            told.addAll(watch.see(new Sighting(
                    "R-N" + i,
                    "other",
                    1,
                    LATER.plusSeconds(300L * i).toEpochMilli(),
                    null,
                    null,
                    0,
                    0.1,
                    false,
                    texts.get(i))));
        }

        assertThat(told).isEmpty();
    }

    @Test
    void shouldClearWhenNothingComesAnyMore() {
        see(new Traffic(2).usual(SIDE, 40, MONDAY, 3).burst("water-supply", 2, 3, 12, LATER, 50, -0.8));

        List<Alert> told = watch.pass(Duration.ofHours(6).toMillis());

        assertThat(told).hasSize(1).allSatisfy(alert -> assertThat(alert.clearedAt())
                .isNotNull());
        assertThat(watch.isWarning()).isFalse();
    }

    private List<Alert> see(Traffic traffic) {
        return traffic.inOrder().stream().flatMap(s -> watch.see(s).stream()).toList();
    }

    private static Watch newWatch() {
        return new Watch("live", Blobs.none(), CellMap.of(Town.of(SIDE)), Risk.SHIPPED, Thresholds.SHIPPED);
    }

    private static List<Alert> raised(List<Alert> told) {
        return told.stream().collect(Collectors.toMap(Alert::id, alert -> alert, (a, b) -> a)).values().stream()
                .toList();
    }

    private static Alert last(List<Alert> told) {
        return told.get(told.size() - 1);
    }
}
