package io.watchfloor.pipeline.rule;

import static io.watchfloor.pipeline.Reports.HUNDRED_METERS;
import static io.watchfloor.pipeline.Reports.LAT;
import static io.watchfloor.pipeline.Reports.LON;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.place.PlaceFinder;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameEventTest {

    private final SameEvent rule = new SameEvent();

    @ParameterizedTest
    @CsvSource({
        // type, minutes, hundred metres, words
        "fire,     5, 0.3, 三号楼厨房起火浓烟很大",
        "fire,    10, 0.5, kitchen on fire with thick smoke",
        "gas-leak, 3, 0.2, 三号楼厨房有火烟很大",
    })
    void shouldTakeOtherWordsOtherLanguagesAndAnErringReaderForTheSameFire(
            String type, int minutes, double hundredMeters, String words) {
        OpenIncident fire = opened(said("1", "fire", 0, 0, "三号楼厨房着火了，浓烟很大"));

        assertThat(rule.best(Reports.read(said("2", type, minutes, hundredMeters, words)), List.of(Footprint.of(fire))))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "fire,     5, 2.0, 八号楼楼下电动车充电起火",
        "noise,    5, 0.6, 广场舞音响太吵没法睡觉",
        "fire,   400, 0.0, 三号楼厨房着火了浓烟很大",
        "fire,     5, 9.0, 三号楼厨房着火了浓烟很大",
    })
    void shouldKeepApartAnotherPlaceTimeOrMatter(String type, int minutes, double hundredMeters, String words) {
        OpenIncident fire = opened(said("1", "fire", 0, 0, "三号楼厨房着火了，浓烟很大"));

        assertThat(rule.best(Reports.read(said("2", type, minutes, hundredMeters, words)), List.of(Footprint.of(fire))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // type, hundred metres, words of both
        "water-supply,     2.0, 水管爆了",
        "water-supply,     2.0, no water here",
        "water-supply,     1.5, 停水了",
        "fire,             2.0, 着火了",
        "fire,             2.5, there is a fire",
        "traffic-accident, 2.0, 撞车了",
        "power-outage,     2.0, 停电了",
    })
    void shouldKeepTwoEventsApartOfWhichTheSameFewWordsAreSaid(String type, double hundredMeters, String words) {
        OpenIncident one = opened(said("1", type, 0, 0, words));
        OpenIncident other = opened(said("2", type, 2, hundredMeters, words));
        List<Footprint> both = List.of(Footprint.of(one), Footprint.of(other));

        assertThat(rule.best(Reports.read(said("2", type, 2, hundredMeters, words)), both.subList(0, 1)))
                .isEmpty();
        for (double meters : new double[] {0, 0.2}) {
            assertThat(rule.best(Reports.read(said("3", type, 4, meters, words)), both)
                            .map(match -> match.incident().id()))
                    .contains(one.id());
            assertThat(rule.best(Reports.read(said("4", type, 4, hundredMeters - meters, words)), both)
                            .map(match -> match.incident().id()))
                    .contains(other.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        // a place's id, the door of the one and of the other, whether it is one event
        "estate-7,    阳光花园3栋,    阳光花园3栋,    true",
        "estate-7,    阳光花园3栋,    阳光花园7栋,    false",
        "estate-7,    阳光花园3栋2单元, 阳光花园7栋2单元, false",
        "street:main, 人民路12号,     人民路12号,     true",
        "street:main, 人民路12号,     人民路86号,     false",
    })
    void shouldTellTwoDoorsApartOfWhichTheSameIsSaid(String placeId, String one, String other, boolean same) {
        OpenIncident incident = Joining.open(atDoor("1", 0, placeId, one), new int[0], 0);

        assertThat(rule.best(atDoor("2", 3, placeId, other), List.of(Footprint.of(incident)))
                        .isPresent())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "有车堵在大门口,         起火了",
        "门口的路灯又不亮,       煤气漏了",
        "楼下K歌吵得睡不着,      打起来了",
        "楼上装修太响了,         救命啊",
        "家里停水半天了,         炸了",
        "健身器材坏了,           有人晕倒",
        "garbage is piling up here, FIRE",
    })
    void shouldNotFileAnEmergencyOfFewWordsUnderSomethingSlightBesideIt(String slight, String emergency) {
        OpenIncident incident = Joining.open(read(said("1", null, 0, 0, slight)), new int[0], 0);
        ReadReport second = read(said("2", null, 1, 0.3, emergency));

        assertThat(rule.best(second, List.of(Footprint.of(incident)))
                        .map(match -> second.understanding() + " " + match))
                .isEmpty();
    }

    @Test
    void shouldKeepApartWhatIsSurelyReadAsTwoThingsThatHaveNothingToDoWithEachOther() {
        ReadReport dry =
                sure("1", "water-supply", "No running water in Wutong Apartments since this morning. The tap is dry.");
        ReadReport man = sure(
                "2",
                "medical",
                "A man collapsed outside Wutong Apartments, he is not breathing well, we need an ambulance");

        assertThat(rule.best(man, List.of(Footprint.of(Joining.open(dry, new int[0], 0)))))
                .isEmpty();
        assertThat(rule.best(dry, List.of(Footprint.of(Joining.open(man, new int[0], 0)))))
                .isEmpty();
        ReadReport crash = sure("3", "traffic-accident", "A car hit a man outside Wutong Apartments, he does not move");
        assertThat(rule.best(crash, List.of(Footprint.of(Joining.open(man, new int[0], 0)))))
                .as("one event may be called both")
                .isPresent();
    }

    @Test
    void shouldMergeReportsOfNoPlaceOnlyWhenTheyAreCopies() {
        OpenIncident post = opened(nowhere("1", "听说解放大道那边两辆大货车撞了，堵了三公里，司机还卡在里面出不来"));

        assertThat(rule.best(
                        Reports.read(nowhere("2", "听说解放大道那边两辆大货车撞了，堵了三公里，司机还卡在里面出不来！转发")), List.of(Footprint.of(post))))
                .isPresent();
        assertThat(rule.best(Reports.read(nowhere("3", "解放大道出车祸了，很堵")), List.of(Footprint.of(post))))
                .isEmpty();
    }

    @Test
    void shouldGiveTheSameAnswerWhetherOrNotWordsWereCompared() {
        Footprint fire = Footprint.of(opened(said("1", "fire", 0, 0, "三号楼厨房着火了，浓烟很大")));
        for (int hundredths = 0; hundredths < 400; hundredths += 7) {
            for (String words : List.of("三号楼厨房着火了，浓烟很大", "烟很大", "路灯坏了", "fire")) {
                ReadReport report = Reports.read(said("2", "fire", 9, hundredths / 100.0, words));
                SameEvent.Weighing weighing = rule.new Weighing(report);
                double full = weighing.probability(fire, Double.NEGATIVE_INFINITY);

                assertThat(weighing.probability(fire, SameEvent.leastSum(0.5)))
                        .isIn(full >= 0.5 ? List.of(full) : List.of(full, 0.0));
            }
        }
    }

    @Test
    void shouldNotDependOnTheOrderOfTheIncidents() {
        List<Footprint> incidents = new ArrayList<>(List.of(
                Footprint.of(opened(said("a", "fire", 0, 0.1, "厨房着火"))),
                Footprint.of(opened(said("b", "fire", 0, 0.1, "厨房着火"))),
                Footprint.of(opened(said("c", "fire", 0, 0.8, "厨房着火")))));
        ReadReport report = Reports.read(said("2", "fire", 1, 0, "厨房起火了"));
        Optional<String> first =
                rule.best(report, incidents).map(match -> match.incident().id());

        assertThat(first).isPresent();
        for (int i = 0; i < 6; i++) {
            Collections.rotate(incidents, 1);
            assertThat(rule.best(report, incidents)
                            .map(match -> match.incident().id()))
                    .isEqualTo(first);
        }
        Collections.reverse(incidents);
        assertThat(rule.best(report, incidents).map(match -> match.incident().id()))
                .isEqualTo(first);
    }

    @Test
    void shouldNotBeSurerThanItsProbability() {
        OpenIncident fire = opened(said("1", "fire", 0, 0, "三号楼厨房着火了，浓烟很大"));
        double near = confidence(said("2", "fire", 1, 0.1, "三号楼厨房着火，烟很大"), fire);
        double far = confidence(said("3", "fire", 20, 0.6, "三号楼厨房着火，烟很大"), fire);

        assertThat(near).isBetween(far, 1.0);
        assertThat(far).isGreaterThanOrEqualTo(rule.threshold(1));
    }

    private double confidence(Report report, OpenIncident incident) {
        return rule.best(Reports.read(report), List.of(Footprint.of(incident)))
                .orElseThrow()
                .confidence();
    }

    /** A call without coordinates that names a door of a place of 200 m, or of a street of which only the name is known. */
    private static ReadReport atDoor(String id, int minutes, String placeId, String door) {
        Report report = Reports.atAddress(id, "water-supply", "2026-03-01T08:%02d:00Z".formatted(minutes), door)
                .saying("水管爆了");
        double accuracyMeters = placeId.startsWith("street:") ? 3_000 : 200;
        PlaceMention place = new PlaceMention(placeId, door, LAT, LON, accuracyMeters, 1);
        Understanding understanding =
                new Understanding("zh", report.type(), 1, Grade.III, Mood.NEUTRAL, Wish.NONE, List.of(), place);
        return ReadReport.of(report, understanding, new TextSketcher());
    }

    /** At the same door of the same place, read as surely as anything is. */
    private static ReadReport sure(String id, String type, String words) {
        String door = "梧桐公寓3号楼";
        Report report = Reports.pinned(
                id, IncidentTypes.getOrOther(type), Instant.parse("2026-03-01T08:00:00Z"), true, LAT, LON, door);
        return Reports.read(
                report.saying(words),
                TypeOdds.SUREST,
                new PlaceMention("estate-7", door, LAT, LON, 20, 1),
                new TextSketcher());
    }

    /** As the shipped reader takes it. */
    private static ReadReport read(Report report) {
        return new ReadReport(
                report,
                ReportReader.trained().read(report, PlaceFinder.none()),
                new TextSketcher().sketch(report.text()));
    }

    private static OpenIncident opened(Report report) {
        return Joining.open(Reports.read(report), new int[0], 0);
    }

    private static Report nowhere(String id, String words) {
        return Reports.atAddress(id, "traffic-accident", "2026-03-01T08:00:00Z", null)
                .saying(words);
    }

    private static Report said(String id, String type, int minutes, double hundredMeters, String words) {
        String at = "2026-03-01T%02d:%02d:00Z".formatted(8 + minutes / 60, minutes % 60);
        return Reports.at(id, type, at, LAT + hundredMeters * HUNDRED_METERS, LON)
                .saying(words);
    }
}
