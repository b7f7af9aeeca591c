package io.watchfloor.text.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Crossing;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All names here are made up, and so is where they lie. */
class PlaceFinderTest {
    private static final double LAT = 31.2;
    private static final double LON = 121.4;

    private final PlaceFinder finder = PlaceFinder.of(new Gazetteer(
            "s",
            "Asia/Shanghai",
            List.of(
                    street("人民路", "Renmin Road", 0, 0, 900),
                    street("中山路", "Zhongshan Road", 2_000, 0, 700),
                    street("建国路", "Jianguo Road", 0, 3_000, 500),
                    place("p1", "锦绣家园", "Splendid Gardens", List.of("锦绣花苑"), 100, 100),
                    place("p2", "幸福里", "Happiness Court", List.of(), -400, 0),
                    place("p3", "幸福里", "", List.of(), 9_000, 0),
                    place("p4", "东方", "", List.of(), 200, 0),
                    place("p5", "停车场", "Parking", List.of(), 0, 0),
                    place("p6", "第三人民医院", "Third Hospital", List.of("三院"), 500, 500),
                    place("p7", "人民路100号", "", List.of(), 0, 500),
                    place("p8", "人民路200号", "", List.of(), 0, 700)),
            List.of(cell("c1", "东湖社区", 9_100, 100), cell("c2", "西湖社区", -400, 100)),
            List.of(
                    crossing("j1", "人民路", "中山路", 800, 200),
                    crossing("j2", "人民路", "建国路", 0, 2_000),
                    crossing("j3", "人民路", "建国路", 0, 2_600))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            人民路上两车追尾                        | street:人民路 | 人民路
            在人民路1288号门口打架                  | street:人民路 | 人民路1288号
            人民路一百二十八弄5号楼着火             | street:人民路 | 人民路一百二十八弄5号楼
            锦绣家园3号楼电梯坏了                   | p1            | 锦绣家园3号楼
            锦绣家园3栋2单元501室漏水               | p1            | 锦绣家园3栋2单元501室
            锦绣家园十二幢三单元，电梯困人          | p1            | 锦绣家园十二幢三单元
            锦绣花苑3-2-501没有暖气                 | p1            | 锦绣花苑3-2-501
            人民路锦绣家园门口违停                  | p1            | 锦绣家园
            我在三院挂不上号                        | p6            | 三院
            Fire at No. 12 Renmin Road              | street:人民路 | No. 12 Renmin Road
            Smoke at 55 zhongshan road, please come | street:中山路 | 55 zhongshan road
            Splendid Gardens, Building 3, lift stuck | p1           | Splendid Gardens, Building 3
            Noise in SPLENDID GARDENS               | p1            | SPLENDID GARDENS
            """)
    void shouldFindThePlaceWithItsNumbers(String text, String placeId, String words) {
        PlaceMention mention = finder.find(text, null, null).orElseThrow();

        assertThat(mention.placeId()).isEqualTo(placeId);
        assertThat(mention.words()).isEqualTo(words);
        assertThat(mention.confidence()).isBetween(0.3, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "电梯坏了",
                "停车场里有人打架",
                "Parking is full",
                "我叫东方，电话打不通",
                "东方烤肉店油烟太大",
                "我要投诉人民路先生",
                "他喜欢远东方便面",
                "xrenmin roads"
            })
    void shouldFindNothingWhereNoPlaceIsMeant(String text) {
        assertThat(finder.find(text, null, null)).isEmpty();
    }

    @Test
    void shouldBeLessSureOfWhatIsOnlyNamedAfterAPlace() {
        PlaceMention itself = finder.find("锦绣家园门口有积水", null, null).orElseThrow();
        PlaceMention namesake = finder.find("锦绣家园幼儿园门口有积水", null, null).orElseThrow();

        assertThat(namesake.confidence()).isLessThan(itself.confidence());
        assertThat(namesake.accuracyMeters()).isGreaterThan(itself.accuracyMeters());
    }

    @Test
    void shouldTellPlacesOfOneNameApartByTheReportsOwnPosition() {
        PlaceMention here = finder.find("幸福里停水", LAT, LON).orElseThrow();
        PlaceMention there = finder.find("幸福里停水", LAT + degrees(9_000), LON).orElseThrow();

        assertThat(here.placeId()).isEqualTo("p2");
        assertThat(there.placeId()).isEqualTo("p3");
        assertThat(here.confidence()).isGreaterThan(0.6);
    }

    @Test
    void shouldTellPlacesOfOneNameApartByWhatElseTheTextNames() {
        assertThat(finder.find("东湖社区幸福里停水", null, null).orElseThrow().placeId()).isEqualTo("p3");
        assertThat(finder.find("西湖社区幸福里停水", null, null).orElseThrow().placeId()).isEqualTo("p2");
    }

    @Test
    void shouldShareItsConfidenceWhenNothingTellsThemApart() {
        assertThat(finder.find("幸福里停水", null, null).orElseThrow().confidence()).isLessThan(0.5);
    }

    @Test
    void shouldDoubtAPlaceFarFromTheReport() {
        double near = finder.find("锦绣家园停水", LAT, LON).orElseThrow().confidence();
        double far = finder.find("锦绣家园停水", LAT + 0.5, LON).orElseThrow().confidence();

        assertThat(far).isLessThan(near);
    }

    @Test
    void shouldDoubtAStreetThatMayBeAVerb() {
        double street = finder.find("他在建国路上等", null, null).orElseThrow().confidence();

        double verb =
                finder.find("张建国路过那里", null, null).map(PlaceMention::confidence).orElse(0.0);

        assertThat(verb).isLessThan(street / 2);
    }

    @Test
    void shouldPlaceAHouseNumberBetweenTheKnownOnes() {
        PlaceMention mention = finder.find("人民路150号水管爆了", null, null).orElseThrow();

        assertThat((mention.lon() - LON) * Math.cos(Math.toRadians(LAT))).isCloseTo(degrees(600), within(degrees(5)));
        assertThat(mention.accuracyMeters()).isLessThan(150);
    }

    @Test
    void shouldSayHowWideAStreetIsWhenTheNumberIsNotKnown() {
        assertThat(finder.find("中山路88号停电", null, null).orElseThrow().accuracyMeters())
                .isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            人民路与中山路交叉口两车相撞                                  | 人民路与中山路交叉口
            在中山路和人民路的十字路口有人摔倒                            | 中山路和人民路的十字路口
            人民路中山路口红绿灯不亮                                      | 人民路中山路口
            人民路、中山路路口堵死了                                      | 人民路、中山路路口
            人民路近中山路有人打架                                        | 人民路近中山路
            Crash at the corner of Renmin Road and Zhongshan Road          | Renmin Road and Zhongshan Road
            Zhongshan Road & Renmin Road, two cars                         | Zhongshan Road & Renmin Road
            water main broke at Renmin Road and Zhongshan Road intersection | Renmin Road and Zhongshan Road intersection
            """)
    void shouldPutACrossingWhereTheStreetsMeet(String text, String words) {
        PlaceMention mention = finder.find(text, null, null).orElseThrow();

        assertThat(mention.placeId()).isEqualTo("j1");
        assertThat(mention.words()).isEqualTo(words);
        assertThat(mention.lat()).isCloseTo(lat(800), within(1e-9));
        assertThat(mention.accuracyMeters()).isEqualTo(40);
        assertThat(mention.confidence()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"人民路和中山路都停电了", "从人民路到中山路口一路堵车", "中山路与建国路交叉口有积水", "Renmin Road and Zhongshan Road are flooded"})
    void shouldSeeNoCrossingWhereNoneIsSaidOrTheStreetsDoNotMeet(String text) {
        assertThat(finder.find(text, null, null))
                .hasValueSatisfying(mention -> assertThat(mention.placeId()).startsWith("street:"));
    }

    @Test
    void shouldTellSeveralCrossingsOfTwoStreetsApartByWhereTheReportIs() {
        String text = "人民路建国路交叉口";

        PlaceMention anywhere = finder.find(text, null, null).orElseThrow();
        PlaceMention there = finder.find(text, lat(0), lon(2_550)).orElseThrow();
        PlaceMention far = finder.find(text, lat(0), lon(20_000)).orElseThrow();

        assertThat(anywhere.accuracyMeters()).isCloseTo(640, within(1.0));
        assertThat(there.placeId()).isEqualTo("j3");
        assertThat(there.accuracyMeters()).isEqualTo(40);
        assertThat(far.confidence()).isLessThan(there.confidence());
    }

    @Test
    void shouldPreferAHouseAtTheCrossingToTheCrossing() {
        assertThat(finder.find("人民路与中山路交叉口锦绣家园3号楼着火", null, null).orElseThrow().placeId())
                .isEqualTo("p1");
    }

    @Test
    void shouldKnowNothingWithoutAGazetteer() {
        assertThat(PlaceFinder.none().find("人民路1号", null, null)).isEmpty();
    }

    private static double degrees(double meters) {
        return meters / 111_195;
    }

    private static NamedPlace street(String zh, String en, double north, double east, double accuracyMeters) {
        return new NamedPlace("street:" + zh, zh, en, List.of(), true, null, lat(north), lon(east), accuracyMeters);
    }

    private static Crossing crossing(String id, String street, String other, double north, double east) {
        return new Crossing(id, "street:" + street, "street:" + other, lat(north), lon(east));
    }

    private static NamedPlace place(String id, String zh, String en, List<String> aliases, double north, double east) {
        return new NamedPlace(id, zh, en, aliases, false, null, lat(north), lon(east), 40);
    }

    private static CellShape cell(String id, String name, double north, double east) {
        return new CellShape(
                id,
                "a",
                name,
                "",
                List.of(
                        List.of(lat(north - 100), lon(east)),
                        List.of(lat(north + 100), lon(east - 100)),
                        List.of(lat(north + 100), lon(east + 100))));
    }

    private static double lat(double north) {
        return LAT + degrees(north);
    }

    private static double lon(double east) {
        return LON + degrees(east) / Math.cos(Math.toRadians(LAT));
    }
}
